import CivilTime

/// What a line of `speakers.jsonl` says.
struct SpeakerLine: Decodable {
    let entry: SpeakerDirectory.Entry
    /// Keys of the line, and of its offices, that mean nothing.
    let unknown: [String]

    private enum Key: String, CodingKey, CaseIterable {
        case id, name, kind, aliases, gender, role, offices, occupations, start, end
    }

    init(from decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: Key.self)
        let offices = try line.decodeIfPresent([OfficeShape].self, forKey: .offices) ?? []
        entry = SpeakerDirectory.Entry(
            id: try line.decode(String.self, forKey: .id),
            kind: try line.word(.kind, of: SpeakerDirectory.Entry.Kind.allCases),
            name: try line.decode(String.self, forKey: .name),
            aliases: try line.decodeIfPresent([String].self, forKey: .aliases) ?? [],
            gender: try line.word(.gender, of: [Gender.female, .male]),
            role: try line.decodeIfPresent(String.self, forKey: .role), offices: offices.map(\.office),
            occupations: try line.decodeIfPresent([String].self, forKey: .occupations) ?? [],
            lifetime: try line.period(.start, .end))
        unknown = try decoder.keys(but: Key.self) + offices.flatMap(\.unknown)
    }
}

private struct OfficeShape: Decodable {
    let office: SpeakerDirectory.Office
    let unknown: [String]

    private enum Key: String, CodingKey, CaseIterable { case name, aliases, start, end }

    init(from decoder: any Decoder) throws {
        let shape = try decoder.container(keyedBy: Key.self)
        office = SpeakerDirectory.Office(
            name: try shape.decode(String.self, forKey: .name),
            aliases: try shape.decodeIfPresent([String].self, forKey: .aliases) ?? [],
            period: try shape.period(.start, .end))
        unknown = try decoder.keys(but: Key.self)
    }
}

extension KeyedDecodingContainer {
    fileprivate func period(_ start: Key, _ end: Key) throws -> Period {
        let dates = (
            start: try decodeIfPresent(PartialDate.self, forKey: start),
            end: try decodeIfPresent(PartialDate.self, forKey: end)
        )
        guard let period = Period(start: dates.start, end: dates.end) else {
            throw DecodingError.dataCorruptedError(
                forKey: end, in: self,
                debugDescription: "the date is before the one of \"\(start.stringValue)\"")
        }
        return period
    }

    fileprivate func word<Word: RawRepresentable<String>>(_ key: Key, of words: [Word]) throws -> Word? {
        guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
        guard let word = words.first(where: { $0.rawValue == text }) else {
            let known = words.map(\.rawValue).joined(separator: " or ")
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self,
                debugDescription: "\"\(text)\" is unknown; write \(known), or leave it out")
        }
        return word
    }
}

extension Decoder {
    /// Its keys but for some.
    fileprivate func keys<Known: CodingKey & CaseIterable>(but known: Known.Type) throws -> [String] {
        let known = Set(Known.allCases.map(\.stringValue))
        return try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).filter { !known.contains($0) }.sorted()
    }
}

private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
