import Foundation

/// What words are looked up by: lower case, straight apostrophes, single spaces.
package func folded(_ text: String) -> String {
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
    for word in text.lowercased().split(whereSeparator: \.isWhitespace) {
        if !folded.isEmpty { folded += " " }
        folded += word
    }
    return folded.utf8.contains(0xE2) ? String(folded.map { $0 == "’" ? "'" : $0 }) : folded
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
