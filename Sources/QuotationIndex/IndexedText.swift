/// Texts as the index stores them.
enum IndexedText {
    /// SQLite puts these around the words that were found. `plain` keeps them out of the texts themselves.
    static let markStart: Unicode.Scalar = "\u{2}"
    static let markEnd: Unicode.Scalar = "\u{3}"

    /// Each control character becomes a blank, so that offsets stay the same.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar) }
        return String(result)
    }

    /// The characters of which SQLite's `unicode61` makes words: letters, numbers and private use.
    static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
