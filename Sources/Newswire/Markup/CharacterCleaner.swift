/// Makes the text of a paragraph what a reader sees: one blank where there is white space, no characters that show
/// nothing, and in place of characters that came of a wrong decoding those that were meant.
///
/// Works on UTF-8, since all text goes through here and nearly all of it is ASCII.
struct CharacterCleaner {
    private(set) var result: [UInt8] = []
    /// Characters that a wrong decoding had made of others.
    private(set) var mended = 0
    private var blank = false
    /// A line ended in a letter and a hyphen: a compound was wrapped at it.
    private var wrappedCompound = false

    /// - Parameter text: UTF-8.
    mutating func append(_ text: ArraySlice<UInt8>) {
        var at = text.startIndex
        while at < text.endIndex {
            let byte = text[at]
            if byte > 0x20, byte < 0x7F {
                let end = Self.endOfPlain(text, from: at)
                put(text[at..<end])
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

    /// Where ASCII words that stand one blank apart end: they can be taken over as they are.
    private static func endOfPlain(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
        unsafe text.withUnsafeBufferPointer { bytes in
            var at = start - text.startIndex
            while at < bytes.count {
                if unsafe !isWord(bytes[at]) {
                    let goesOn = unsafe bytes[at] == 0x20 && at + 1 < bytes.count && isWord(bytes[at + 1])
                    guard goesOn else { break }
                }
                at += 1
            }
            return text.startIndex + at
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

    /// What has been appended, without blanks at its ends; nil where nothing is left of it.
    mutating func take() -> String? {
        defer {
            result.removeAll(keepingCapacity: true)
            blank = false
            wrappedCompound = false
        }
        return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
    }

    private mutating func put(_ bytes: some Collection<UInt8>) {
        if blank, !result.isEmpty, !(wrappedCompound && goesOn(bytes)) { result.append(0x20) }
        blank = false
        wrappedCompound = false
        result.append(contentsOf: bytes)
    }

    private var endsInHyphen: Bool {
        result.count > 1 && result[result.count - 1] == UInt8(ascii: "-") && result[result.count - 2].isASCIILetter
    }

    /// Whether a word may be the rest of a compound: "two-" and "day", but not "pre-" and "and".
    private func goesOn(_ words: some Collection<UInt8>) -> Bool {
        guard let first = words.first, (0x61...0x7A).contains(first) else { return false }
        let word = words.prefix { $0 != 0x20 }
        return !["and", "or", "to", "und", "oder"].contains(String(decoding: word, as: UTF8.self))
    }

    private mutating func appendCharacter(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
        if let (meant, length) = Mojibake.meant(by: text[start...]) {
            mended += 1
            append(meant[...])
            return start + length
        }
        let length = Self.length(of: text[start])
        let character = text[start..<min(start + length, text.endIndex)]
        switch Self.kind(character) {
        case .blank: blank = true
        case .invisible: break
        case .other: put(character)
        case .means(let bytes): put(bytes)
        case .control(let bytes):
            mended += 1
            put(bytes)
        }
        return character.endIndex
    }

    private enum Kind {
        case blank, invisible, other
        case means([UInt8])
        /// A C1 control character, and what windows-1252 has in its place.
        case control([UInt8])
    }

    private static func length(of lead: UInt8) -> Int {
        switch lead {
        case 0xF0...: 4
        case 0xE0...: 3
        default: 2
        }
    }

    private static func kind(_ character: ArraySlice<UInt8>) -> Kind {
        let bytes = Array(character)
        guard bytes.count > 1 else { return .other }
        switch (bytes[0], bytes[1]) {
        case (0xC2, 0xA0): return .blank
        case (0xC2, 0xAD): return .invisible
        case (0xC2, 0x80...0x9F):
            return .control(Array(String(Character(SingleByteTable.windows1252Scalar(bytes[1]))).utf8))
        default: break
        }
        guard bytes.count == 3 else { return .other }
        return switch (bytes[0], bytes[1], bytes[2]) {
        // Spaces of all widths, the line and paragraph separators.
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            .blank
        // Zero-width space, direction marks, word joiner, byte-order mark; but not the joiners, which change letters.
        case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF),
            (0xEF, 0xBB, 0xBF):
            .invisible
        case (0xE2, 0x80, 0x90...0x91): .means([UInt8(ascii: "-")])
        case (0xEF, 0xAC, 0x80...0x86): .means(Array(ligatures[Int(bytes[2] - 0x80)].utf8))
        default: .other
        }
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
