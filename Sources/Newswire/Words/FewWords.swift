/// Two or three short words in lower case, compared byte by byte: a set would hash each word of a byline.
struct FewWords: Sendable {
    private let words: [[UInt8]]
    private let longest: Int

    init(_ words: [String]) {
        self.words = Set(words).map { Array($0.utf8) }
        longest = self.words.map(\.count).max() ?? 0
    }

    /// - Parameter word: In either case, as far as it is ASCII.
    func contains(_ word: Substring) -> Bool {
        word.utf8.count <= longest && words.contains { word.utf8.elementsEqual($0) { $0.asciiLowercased == $1 } }
    }

    /// - Parameter word: As it is.
    func containsExactly(_ word: Substring) -> Bool {
        word.utf8.count <= longest && words.contains { word.utf8.elementsEqual($0) }
    }

    /// Whether a text begins with one, and a blank behind it.
    func open(_ text: String) -> Bool {
        guard let end = text.utf8.firstIndex(of: 0x20) else { return false }
        return contains(text[..<end])
    }
}

/// Bytes, held in place: each paragraph's first is looked for.
struct ByteSet: Sendable {
    private var low: (UInt64, UInt64) = (0, 0)
    private var high: (UInt64, UInt64) = (0, 0)

    init(_ bytes: [UInt8]) {
        for byte in bytes {
            let bit = UInt64(1) << UInt64(byte & 0x3F)
            switch byte >> 6 {
            case 0: low.0 |= bit
            case 1: low.1 |= bit
            case 2: high.0 |= bit
            default: high.1 |= bit
            }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        let half = byte < 0x80 ? low : high
        return (byte & 0x40 == 0 ? half.0 : half.1) & (UInt64(1) << UInt64(byte & 0x3F)) != 0
    }
}
