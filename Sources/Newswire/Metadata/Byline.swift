/// Splits a byline into the people it names.
enum Byline {
    /// Where it comes from. Agencies give people at least two names, and their own names are not like a person's. Pages
    /// have users with one name, use capitals for looks, and where only an agency is named it is the author.
    enum Origin { case wire, page }

    /// - Returns: The names, without "By", functions and agencies; empty where it names no person.
    static func people(_ raw: String?, of origin: Origin = .wire) -> [String] {
        guard let line = raw.flatMap(String.line), !line.utf8Contains("://"), !line.utf8Contains("www.") else {
            return []
        }
        return names(in: line, origin).uniqued()
    }

    /// - Parameter texts: Names or bylines of a page, possibly with markup.
    /// - Returns: Each person once, in their order; agencies only where nobody else is named.
    static func people(onPage texts: [String]) -> [String] {
        let people = texts.compactMap(PlainValue.text).flatMap { Self.people($0, of: .page) }.uniqued()
        let persons = people.filter { !agencies.contains($0.lowercased()) }
        return persons.isEmpty ? people : persons
    }

    /// Whether a text begins as bylines do.
    static func begins(_ text: String) -> Bool { openings.contains { text.utf8Begins(with: $0) } }

    /// Whether a paragraph is only a byline: "By Joseph Ax", "By Bo Ek, Staff Writer".
    static func isByline(_ paragraph: String) -> Bool {
        // Nearly all paragraphs are out by this: what follows is slow.
        guard paragraph.utf8.count <= 160, let first = paragraph.utf8.first, [0x42, 0x62, 0x56, 0x50].contains(first),
            let last = paragraph.utf8.last, last != UInt8(ascii: ".") || paragraph.utf8.count < 40,
            let opening = ["by ", "von ", "par "].first(where: { paragraph.utf8Begins(with: $0) })
        else { return false }
        let rest = Substring(paragraph.utf8.dropFirst(opening.utf8.count))
        let parts = parts(of: rest).map(withoutPlace)
        // Each part is a name, or says what somebody is: nothing in it is told.
        return !parts.isEmpty && parts.contains { isName($0, .wire) }
            && parts.allSatisfy { isName($0, .wire) || isFunction($0) }
            || rest.lowercased() == "the associated press"
    }

    // MARK: Parts

    private static func names(in line: String, _ origin: Origin) -> [String] {
        parts(of: withoutOpening(line)).compactMap { part in
            let name = withoutAgency(trimmed(withoutPlace(part)))
            if origin == .page, agencies.contains(name.lowercased()) { return name }
            guard isName(name[...], origin) else { return nil }
            return origin == .page ? capitalised(name) : name
        }
    }

    private static let openings = [
        "by ", "by: ", "written by ", "posted by ", "story by ", "reported by ", "author: ", "from ", "published by ",
        "von ", "par ",
    ]

    private static func withoutOpening(_ text: String) -> Substring {
        var rest = text[...]
        while let opening = openings.first(where: { rest.utf8Begins(with: $0) }) {
            rest = Substring(rest.utf8.dropFirst(opening.utf8.count))
        }
        // "Analysis by Bo Ek"
        let head = words(of: rest).prefix(3)
        if let by = head.first(where: { $0.utf8.count == 2 && $0.utf8Begins(with: "by") }) {
            rest = rest[by.endIndex...]
        }
        return rest
    }

    private static func parts(of text: Substring) -> [Substring] {
        text.unicodeScalars.split(whereSeparator: partsPeople).flatMap { part in
            words(of: Substring(part)).split(whereSeparator: isConnector).map { words in
                text[(words.first?.startIndex ?? text.startIndex)..<(words.last?.endIndex ?? text.startIndex)]
            }
        }
    }

    private static func partsPeople(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "|", "/", "•", "·": true
        default: false
        }
    }

    private static func words(of text: Substring) -> [Substring] {
        text.utf8.split(separator: 0x20).map { Substring($0) }
    }

    /// "Bo Ek in Ystad"
    private static func withoutPlace(_ part: Substring) -> Substring {
        let words = words(of: part)
        guard let place = words.firstIndex(of: "in"), place > 0 else { return part }
        return part[..<words[place - 1].endIndex]
    }

    private static func trimmed(_ part: Substring) -> String {
        let front = part.unicodeScalars.drop(while: isEdge)
        guard let last = front.lastIndex(where: { !isEdge($0) }) else { return "" }
        let name = String(front[...last])
        // "Jr." keeps its full stop.
        return name.utf8Ends(with: " Jr") || name.utf8Ends(with: " Sr") ? name + "." : name
    }

    private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "–", "—", ":", ".", "(", ")", "@": true
        default: false
        }
    }

    /// "Bo Ek Associated Press" of two lines that stand together.
    private static func withoutAgency(_ name: String) -> String {
        let lower = name.lowercased()
        guard !agencies.contains(lower), let agency = employer(in: lower.utf8.span) else { return name }
        return trimmed(Substring(name.unicodeScalars.dropLast(agency.count)))
    }

    /// The longest first: "the associated press" ends in "associated press".
    private static let employers = agencies.map { Array(" \($0)".utf8) }.sorted { $0.count > $1.count }

    private static func employer(in name: Bytes) -> [UInt8]? {
        employers.first { agency in
            name.count > agency.count && name[name.count - 1] == agency[agency.count - 1]
                && name.extracting(last: agency.count).isEqual(to: agency)
        }
    }

    /// "BO EK" as "Bo Ek".
    private static func capitalised(_ name: String) -> String {
        guard name == name.uppercased(), name.contains(" "), name != name.lowercased() else { return name }
        return name.split(separator: " ").map { word in
            word.count <= 2 && word.contains(".") ? String(word) : word.prefix(1) + word.dropFirst().lowercased()
        }.joined(separator: " ")
    }

    // MARK: Names

    /// Up to five words, none of which functions and agencies are called by; of agencies two at least, in capitals but
    /// for the small words that stand within names.
    private static func isName(_ part: Substring, _ origin: Origin) -> Bool {
        let words = words(of: part)
        guard (origin == .wire ? 2...5 : 1...5).contains(words.count), (3..<60).contains(part.utf8.count),
            words[0].lowercased() != "the", !isFunction(part),
            !part.unicodeScalars.contains(where: { isInNoName($0) || $0 == "_" && origin == .wire })
        else { return false }
        return origin == .page
            || words.allSatisfy {
                $0.unicodeScalars.contains(where: \.isCapital) || particles.contains($0.lowercased())
            }
    }

    private static func isInNoName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "@", "/", ":", "(", ")": true
        default: scalar.isNumber
        }
    }

    private static func isFunction(_ part: Substring) -> Bool {
        part.unicodeScalars.split { !$0.isLetter }
            .contains { BylineWords.functions.contains(Substring($0).lowercased()) }
    }

    private static func isConnector(_ word: Substring) -> Bool {
        word.utf8.count <= 4 && connectors.contains(word.lowercased())
    }

    private static let connectors: Set<String> = ["and", "und", "et", "y", "&", "with"]
    private static let particles = BylineWords.particles
    private static let agencies = BylineWords.agencies
}

extension StringProtocol {
    /// - Parameter opening: ASCII in lower case; capitals count as small letters.
    func utf8Begins(with opening: String) -> Bool {
        utf8.count >= opening.utf8.count && zip(utf8, opening.utf8).allSatisfy { $0.asciiLowercased == $1 }
    }
}

/// Like `Character`'s properties, with a fast path for ASCII.
extension Unicode.Scalar {
    var isLetter: Bool { isASCII ? UInt8(value).isASCIILetter : properties.isAlphabetic }
    var isCapital: Bool { isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase }
    var isNumber: Bool { isASCII ? (0x30...0x39).contains(value) : properties.numericType != nil }
}
