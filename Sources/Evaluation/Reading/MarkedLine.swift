import Newswire

/// One line. `text` is required for marks and optional for finds.
package struct MarkedLine: Decodable {
    package var id: String
    package var text: String?
    private var attributions: [Attribution]

    /// Whether any of its attributions says where it stands, be it within none.
    package var isNestingMarked: Bool { attributions.contains { $0.inside != nil } }

    /// - Throws: `InputMistakes.Mistake`.
    package func marks() throws -> [MarkedAttribution] {
        let ids = attributions.compactMap(\.id)
        return try attributions.map { attribution in
            try attribution.inside?.check(count: attributions.count, ids: ids)
            return try attribution.mark()
        }
    }
}

/// A missing or null role means that the attribution lacks it.
private struct Attribution: Decodable {
    var id: String?
    var source: [[Int]]?
    var cue: [[Int]]?
    var content: [[Int]]?
    /// Nil where it is not said.
    var inside: Place?
    var speaker: Speaker?

    struct Speaker: Decodable {
        var kind: String
        var name: String?
        var role: String?
    }

    private enum CodingKeys: CodingKey { case id, source, cue, content, inside, speaker }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        id = try? members.decodeIfPresent(String.self, forKey: .id)
        source = try members.decodeIfPresent([[Int]].self, forKey: .source)
        cue = try members.decodeIfPresent([[Int]].self, forKey: .cue)
        content = try members.decodeIfPresent([[Int]].self, forKey: .content)
        speaker = try members.decodeIfPresent(Speaker.self, forKey: .speaker)
        inside = members.contains(.inside) ? try members.decode(Place.self, forKey: .inside) : nil
    }

    /// - Throws: `InputMistakes.Mistake`.
    func mark() throws -> MarkedAttribution {
        MarkedAttribution(
            source: try spans(source, "source"), cue: try spans(cue, "cue"), content: try spans(content, "content"),
            isNested: inside.map { $0 != .outer } ?? false, speaker: try speaker.map(known))
    }

    private func known(_ speaker: Speaker) throws(InputMistakes.Mistake) -> MarkedSpeaker {
        guard let known = MarkedSpeaker(kind: speaker.kind, name: speaker.name, role: speaker.role) else {
            throw .unknownKind(speaker.kind)
        }
        return known
    }

    private func spans(_ pairs: [[Int]]?, _ role: String) throws(InputMistakes.Mistake) -> [Span] {
        var spans: [Span] = []
        for pair in pairs ?? [] {
            guard pair.count == 2 else {
                throw InputMistakes.Mistake(
                    "a span of “\(role)” is \(pair)", remedy: "give each as two numbers, [begin, end]")
            }
            spans.append(Span(pair[0], pair[1]))
        }
        return spans
    }
}

/// Where an attribution stands: within another, by its place in the list or by its id, or within none.
private enum Place: Equatable, Decodable {
    case outer
    case numbered(Int)
    case named(String)

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .outer
        } else if let id = try? value.decode(String.self) {
            self = .named(id)
        } else if let place = try? value.decode(Int.self) {
            self = .numbered(place)
        } else {
            throw Self.mistake("neither a number nor an id")
        }
    }

    /// - Throws: If there is no such attribution.
    func check(count: Int, ids: [String]) throws(InputMistakes.Mistake) {
        let (isThere, written) =
            switch self {
            case .outer: (true, "")
            case .numbered(let place): ((0..<count).contains(place), "\(place)")
            case .named(let id): (ids.contains(id), "“\(id)”")
            }
        guard isThere else {
            throw Self.mistake("\(written), which is no attribution of the article")
        }
    }

    private static func mistake(_ what: String) -> InputMistakes.Mistake {
        InputMistakes.Mistake(
            "“inside” is \(what)",
            remedy: "write the place of the one around it in the list, from 0, or its id, or null")
    }
}
