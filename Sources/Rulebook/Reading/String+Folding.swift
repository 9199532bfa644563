import Foundation

/// What words are looked up by: lower case, straight apostrophes, single spaces.
package func folded(_ text: String) -> String {
    let lower = text.lowercased()
    // Most are one word, without a curly apostrophe.
    guard lower.utf8.contains(where: mayBeginSpaceOrApostrophe) else { return lower }
    let words = lower.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map(String.init)
    let folded = words.joined(separator: " ")
    return folded.utf8.contains(0xE2) ? folded.replacing("’", with: "'") : folded
}

/// White space is in ASCII, or begins with these bytes; so does ’.
private func mayBeginSpaceOrApostrophe(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xC2 || (0xE1...0xE3).contains(byte)
}

extension String {
    /// "josé" → "jose", "øystein" → "oystein".
    var withoutAccents: String {
        let plain = folding(options: .diacriticInsensitive, locale: nil)
        return String(plain.flatMap { Self.plainLetters[$0] ?? [$0] })
    }

    /// Letters that Unicode does not take apart into a letter and a mark.
    private static let plainLetters: [Character: [Character]] = [
        "ø": ["o"], "ł": ["l"], "đ": ["d"], "ð": ["d"], "þ": ["t", "h"], "æ": ["a", "e"], "œ": ["o", "e"],
        "ß": ["s", "s"],
        "ı": ["i"],
    ]
}
