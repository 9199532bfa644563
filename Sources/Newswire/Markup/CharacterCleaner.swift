/// Cleans a line of text to what a reader sees: white space becomes one blank, invisible characters go, and wrongly
/// decoded characters become those that were meant.
///
/// Works on UTF-8, since all text goes through here and nearly all of it is ASCII.
struct CharacterCleaner {
    private(set) var result: [UInt8] = []
    /// How many wrongly decoded characters were mended.
    private(set) var mended = 0
    private let pairs: Mojibake.Pairs
    private let words: NewsWords
    private var blank = false
    /// A line ended in a letter and a hyphen: a compound was wrapped at it.
    private var wrappedCompound = false

    /// - Parameter pairs: What was found of the whole text.
    init(_ pairs: Mojibake.Pairs, _ words: NewsWords) {
        self.pairs = pairs
        self.words = words
    }

    /// - Parameter text: UTF-8.
    mutating func append(_ text: ArraySlice<UInt8>) { append(text.span) }

    /// - Parameter text: UTF-8.
    mutating func append(_ text: Bytes) {
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte > 0x20, byte < 0x7F {
                let end = text.endOfWords(from: at)
                put(text.extracting(at..<end))
                at = end
            } else if byte < 0x80 {
                if byte == 0x0A, !blank { wrappedCompound = endsInHyphen }
                blank = true
                at += 1
            } else {
                at = appendCharacter(text, at)
            }
        }
    }

    /// White space that stands in no text, as between two paragraphs that become one line.
    mutating func appendBlank() { blank = true }

    /// The text so far, without blanks at its ends; nil if it is empty.
    mutating func take() -> String? {
        defer {
            result.removeAll(keepingCapacity: true)
            blank = false
            wrappedCompound = false
        }
        return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
    }

    private mutating func put(_ bytes: Bytes) {
        part(before: bytes)
        result.append(bytes)
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        part(before: Bytes())
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func part(before bytes: Bytes) {
        guard blank else { return }
        if !result.isEmpty, !(wrappedCompound && goesOn(bytes)) { result.append(0x20) }
        blank = false
        wrappedCompound = false
    }

    private var endsInHyphen: Bool {
        result.count > 1 && result[result.count - 1] == UInt8(ascii: "-") && result[result.count - 2].isASCIILetter
    }

    /// Whether a word may be the rest of a compound: "two-" and "day", but not "pre-" and "and".
    private func goesOn(_ text: Bytes) -> Bool {
        guard !text.isEmpty, (0x61...0x7A).contains(text[0]) else { return false }
        let word = text.extracting(first: text.first(0x20))
        return !words.compoundConjunctions.contains { word.isEqual(to: $0) }
    }

    private func meant(by text: Bytes, _ start: Int) -> (meant: Unicode.Scalar, length: Int)? {
        switch text[start] {
        case 0xC3: Mojibake.meant(by: text, at: start, pairs: pairs)
        case Mojibake.macRomanLead where Mojibake.beginsMacRoman(text, start):
            Mojibake.meantByMacRoman(text, at: start, pairs: .asWritten)
        default: nil
        }
    }

    /// - Returns: Where it ends.
    private mutating func appendCharacter(_ text: Bytes, _ start: Int) -> Int {
        if let (meant, length) = meant(by: text, start) {
            mended += 1
            append(Array(UTF8.encode(meant) ?? UTF8.encodedReplacementCharacter)[...])
            return start + length
        }
        let end = min(start + Self.length(of: text[start]), text.count)
        switch Self.kind(text, start, end) {
        case .blank: blank = true
        case .invisible: break
        case .other: put(text.extracting(start..<end))
        case .hyphen: put("-")
        case .ligature(let letters): put(letters.span)
        case .control(let meant):
            mended += 1
            put(meant)
        }
        return end
    }
}

extension CharacterCleaner {
    private enum Kind {
        case blank, invisible, other, hyphen
        /// Letters that stand in its place.
        case ligature([UInt8])
        /// A C1 control character, and what windows-1252 has in its place.
        case control(Unicode.Scalar)
    }

    private static func length(of lead: UInt8) -> Int {
        switch lead {
        case 0xF0...: 4
        case 0xE0...: 3
        default: 2
        }
    }

    private static func kind(_ text: Bytes, _ start: Int, _ end: Int) -> Kind {
        switch (text[start], end - start) {
        case (0xC2, 2): kind(latin: text[start + 1])
        // Ogham's space mark.
        case (0xE1, 3): text[start + 1] == 0x9A && text[start + 2] == 0x80 ? .blank : .other
        case (0xE2, 3): kind(general: text[start + 1], text[start + 2])
        case (0xE3, 3): text[start + 1] == 0x80 && text[start + 2] == 0x80 ? .blank : .other
        case (0xEF, 3): kind(special: text[start + 1], text[start + 2])
        default: .other
        }
    }

    /// U+0080–U+00BF.
    private static func kind(latin byte: UInt8) -> Kind {
        switch byte {
        case 0xA0: .blank
        case 0xAD: .invisible
        case 0x80...0x9F: .control(SingleByteTable.windows1252Scalar(byte))
        default: .other
        }
    }

    /// U+2000–U+2FFF: spaces of all widths, line and paragraph separators; zero-width space, direction marks, word
    /// joiner. The joiners stay, since they change letters.
    private static func kind(general second: UInt8, _ third: UInt8) -> Kind {
        switch (second, third) {
        case (0x80, 0x80...0x8A), (0x80, 0xA8...0xA9), (0x80, 0xAF), (0x81, 0x9F): .blank
        case (0x80, 0x8B), (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0...0xAF): .invisible
        case (0x80, 0x90...0x91): .hyphen
        default: .other
        }
    }

    /// U+F000–U+FFFF: ligatures, the byte-order mark, marks of annotations.
    private static func kind(special second: UInt8, _ third: UInt8) -> Kind {
        switch (second, third) {
        case (0xAC, 0x80...0x86): .ligature(ligatures[Int(third - 0x80)])
        case (0xBB, 0xBF), (0xBF, 0xB9...0xBC): .invisible
        default: .other
        }
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map { Array($0.utf8) }
}

extension String {
    /// The text as one line: a blank for white space, nothing that does not show; nil where nothing is left.
    static func line(_ raw: String) -> String? {
        var raw = raw
        raw.makeContiguousUTF8()
        let bytes = raw.utf8.span
        // Nearly all lines are that already.
        if !bytes.isEmpty, bytes[0] > 0x20, bytes.endOfWords(from: 0) == bytes.count { return raw }
        var cleaner = CharacterCleaner(Mojibake.pairs(in: bytes), .none)
        cleaner.append(bytes)
        return cleaner.take()
    }
}
