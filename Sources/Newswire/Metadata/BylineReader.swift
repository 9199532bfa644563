/// Splits a byline into the people it names.
///
/// A reference, as the other readers of words are: copying all its sets would cost more than most paragraphs.
final class BylineReader: Sendable {
    /// In lower case, each followed by a blank.
    private let openings: [String]
    /// What their first bytes may be: few lines begin with one.
    private let openingStarts: ByteSet
    private let paragraphOpenings: [ParagraphOpening]
    /// What a paragraph's first byte may be.
    private let paragraphStarts: ByteSet
    private let signingAgencies: Set<String>
    private let authorPrepositions: FewWords
    private let placePrepositions: FewWords
    private let connectors: FewWords
    private let particles: Set<String>
    private let articles: FewWords
    private let functions: Set<String>
    private let agencies: Set<String>
    /// " associated press", the longest first: "the associated press" ends in it.
    private let employers: [[UInt8]]
    /// " Jr", where the full stop behind it belongs to the name.
    private let stoppedSuffixes: [String]
    private let tail: BylineTail

    init(_ vocabulary: NewsVocabulary) {
        openings = vocabulary.lower(.bylineOpening).map { $0 + " " }
        openingStarts = ByteSet(openings.flatMap { [$0, $0.uppercased()].compactMap(\.utf8.first) })
        paragraphOpenings = vocabulary[.paragraphOpening].map(ParagraphOpening.init)
        paragraphStarts = ByteSet(paragraphOpenings.flatMap(\.starts))
        signingAgencies = Set(vocabulary.lower(.signingAgency))
        authorPrepositions = FewWords(vocabulary.lower(.authorPreposition))
        placePrepositions = FewWords(vocabulary[.placePreposition])
        connectors = FewWords(vocabulary.lower(.nameConnector))
        particles = Set(vocabulary.lower(.nameParticle))
        articles = FewWords(vocabulary.lower(.article))
        functions = Set(vocabulary.lower(.function))
        agencies = Set(vocabulary.lower(.agency))
        employers = agencies.map { Array(" \($0)".utf8) }.sorted { $0.count > $1.count }
        stoppedSuffixes = vocabulary.lower(.nameSuffix).filter { $0.hasSuffix(".") }
            .map { " " + $0.prefix(1).uppercased() + $0.dropFirst().dropLast() }
        tail = BylineTail(vocabulary)
    }

    /// Where it comes from. Agencies give people at least two names, and their own names are not like a person's. Pages
    /// have users with one name, use capitals for looks, and where only an agency is named it is the author. What the
    /// lines of a page show may be no byline, so names in them have capitals.
    enum Origin { case wire, page, line }

    /// - Returns: The names, without "By", functions and agencies; empty where it names no person.
    func people(_ raw: String?, of origin: Origin = .wire) -> [String] {
        guard let line = raw.flatMap(String.line), !line.utf8Contains("://"), !line.utf8Contains("www.") else {
            return []
        }
        return names(in: line, origin).uniqued()
    }

    /// - Parameter texts: Names or bylines of a page, possibly with markup.
    /// - Returns: Each person once, in their order; agencies only where nobody else is named.
    func people(onPage texts: [String], of origin: Origin = .page) -> [String] {
        let people = texts.compactMap(PlainValue.text).flatMap { self.people($0, of: origin) }.uniqued()
        let persons = people.filter { !agencies.contains($0.lowercased()) }
        return persons.isEmpty ? people : persons
    }

    /// Whether a text begins as bylines do.
    func begins(_ text: String) -> Bool { opening(of: text[...]) != nil }

    /// "by " and its like.
    func beginsWithAuthor(_ text: String) -> Bool { authorPrepositions.open(text) }

    /// Whether a line begins as paragraphs do that are only bylines, in whatever case.
    func beginsLikeParagraph(_ line: String) -> Bool {
        paragraphOpenings.contains { line.utf8Begins(with: $0.text) }
    }

    /// Whether a paragraph is only a byline: "By Joseph Ax", "By Bo Ek, Staff Writer".
    func isByline(_ paragraph: String) -> Bool {
        // Nearly all paragraphs are out by this: what follows is slow.
        guard paragraph.utf8.count <= Limits.paragraph,
            let first = paragraph.utf8.first, paragraphStarts.contains(first),
            let last = paragraph.utf8.last,
            last != UInt8(ascii: ".") || paragraph.utf8.count < Limits.stoppedParagraph,
            let opening = paragraphOpenings.first(where: { $0.begins(paragraph) })
        else { return false }
        let rest = Substring(paragraph.utf8.dropFirst(opening.text.utf8.count))
        let parts = parts(of: rest).map(withoutPlace)
        // Each part is a name, or says what somebody is: nothing in it is told.
        return !parts.isEmpty && parts.contains { isName($0, .wire) }
            && parts.allSatisfy { isName($0, .wire) || isFunction($0) }
            || signingAgencies.contains(rest.lowercased())
    }

    // MARK: Parts

    private func names(in line: String, _ origin: Origin) -> [String] {
        parts(of: tail.removed(from: withoutOpening(line))).compactMap { part in
            let name = withoutAgency(trimmed(withoutPlace(part)))
            if origin != .wire, agencies.contains(name.lowercased()) { return name }
            guard isName(name[...], origin) else { return nil }
            return origin != .wire ? capitalised(name) : name
        }
    }

    /// - Returns: How many bytes of a text its opening takes: "By " of "By Bo Ek", and "By" of "ByBo Ek", where two elements
    ///   stand beside each other.
    private func opening(of text: Substring) -> Int? {
        guard let first = text.utf8.first, openingStarts.contains(first) else { return nil }
        return openings.lazy.compactMap { opening in
            let size = opening.utf8.count
            if text.utf8Begins(with: opening) { return size }
            let word = text.utf8.prefix(size)
            guard let glued = word.last, (0x41...0x5A).contains(glued),
                Substring(word.dropLast()) != Substring(word.dropLast()).uppercased(),
                word.dropLast().elementsEqual(opening.utf8.dropLast(), by: { $0.asciiLowercased == $1 })
            else { return nil }
            return size - 1
        }.first
    }

    private func withoutOpening(_ text: String) -> Substring {
        var rest = text[...]
        while let opening = opening(of: rest) { rest = Substring(rest.utf8.dropFirst(opening)) }
        // "Analysis by Bo Ek"
        let head = words(of: rest).prefix(Limits.openingWords)
        if let by = head.first(where: authorPrepositions.contains) {
            rest = rest[by.endIndex...]
        }
        return rest
    }

    private func parts(of text: Substring) -> [Substring] {
        text.unicodeScalars.split(whereSeparator: partsPeople).flatMap { part in
            words(of: Substring(part)).split(whereSeparator: isConnector).map { words in
                text[(words.first?.startIndex ?? text.startIndex)..<(words.last?.endIndex ?? text.startIndex)]
            }
        }
    }

    private func partsPeople(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "|", "/", "•", "·": true
        default: false
        }
    }

    private func words(of text: Substring) -> [Substring] {
        text.utf8.split(separator: 0x20).map { Substring($0) }
    }

    /// "Bo Ek in Ystad"
    private func withoutPlace(_ part: Substring) -> Substring {
        let words = words(of: part)
        guard let place = words.firstIndex(where: placePrepositions.containsExactly), place > 0 else {
            return part
        }
        return part[..<words[place - 1].endIndex]
    }

    private func trimmed(_ part: Substring) -> String {
        let front = part.unicodeScalars.drop(while: isEdge)
        guard let last = front.lastIndex(where: { !isEdge($0) }) else { return "" }
        let name = String(front[...last])
        // "Jr." keeps its full stop.
        return stoppedSuffixes.contains(where: name.utf8Ends) ? name + "." : name
    }

    private func isEdge(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "–", "—", ":", ".", "(", ")", "@": true
        default: false
        }
    }

    /// "Bo Ek Associated Press" of two lines that stand together.
    private func withoutAgency(_ name: String) -> String {
        let lower = name.lowercased()
        guard !agencies.contains(lower), let agency = employer(in: lower.utf8.span) else { return name }
        return trimmed(Substring(name.unicodeScalars.dropLast(agency.count)))
    }

    private func employer(in name: Bytes) -> [UInt8]? {
        employers.first { agency in
            name.count > agency.count && name[name.count - 1] == agency[agency.count - 1]
                && name.extracting(last: agency.count).isEqual(to: agency)
        }
    }

    /// "BO EK" as "Bo Ek".
    private func capitalised(_ name: String) -> String {
        guard name == name.uppercased(), name.contains(" "), name != name.lowercased() else { return name }
        return name.split(separator: " ").map { word in
            word.count <= 2 && word.contains(".") ? String(word) : word.prefix(1) + word.dropFirst().lowercased()
        }.joined(separator: " ")
    }

    // MARK: Names

    /// Up to five words, none of which functions and agencies are called by; of agencies two at least, in capitals but
    /// for the small words that stand within names.
    private func isName(_ part: Substring, _ origin: Origin) -> Bool {
        let words = words(of: part)
        guard (origin == .wire ? Limits.wireNameWords : Limits.pageNameWords).contains(words.count),
            Limits.name.contains(part.utf8.count),
            !articles.contains(words[0]), !isFunction(part), !tail.isDay(part),
            !part.unicodeScalars.contains(where: { isInNoName($0) || $0 == "_" && origin == .wire })
        else { return false }
        return origin == .page
            || words.allSatisfy {
                $0.unicodeScalars.contains(where: \.isCapital) || particles.contains($0.lowercased())
            }
    }

    private func isInNoName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "@", "/", ":", "(", ")": true
        default: scalar.isNumber
        }
    }

    private func isFunction(_ part: Substring) -> Bool {
        part.unicodeScalars.split { !$0.isLetter }
            .contains { functions.contains(Substring($0).lowercased()) }
    }

    private func isConnector(_ word: Substring) -> Bool {
        connectors.contains(word)
    }

    /// Sizes are in bytes. Chosen by hand.
    private enum Limits {
        /// Of four people with their functions; what is longer is a paragraph that begins with "By".
        static let paragraph = 160
        /// "By Bo Ek." A longer paragraph with a full stop is a sentence: "By Monday the bridge was open again, he said."
        static let stoppedParagraph = 40
        /// "Analysis by Bo Ek", "A special report by Bo Ek": the preposition is one of so many words.
        static let openingWords = 3
        /// "Juan Carlos de la Cruz".
        static let wireNameWords = 2...5
        static let pageNameWords = 1...5
        /// "Ann", and five long words.
        static let name = 3..<60
    }
}

/// What a byline in a paragraph of its own begins with. A capital letter in the rules must be one in the text: "Von", but
/// "By" and "by".
private struct ParagraphOpening {
    /// In lower case, with a blank at its end.
    let text: String
    /// The first bytes that it may have.
    let starts: [UInt8]

    init(_ written: String) {
        text = written.lowercased() + " "
        starts = [written, written.uppercased()].compactMap(\.utf8.first)
    }

    func begins(_ paragraph: String) -> Bool {
        paragraph.utf8.first.map(starts.contains) ?? false && paragraph.utf8Begins(with: text)
    }
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
