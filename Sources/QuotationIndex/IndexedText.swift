/// Texts as the index holds them.
enum IndexedText {
    /// Around what was found, in what SQLite gives back. `plain` keeps them out of the texts themselves.
    static let markStart: Unicode.Scalar = "\u{2}"
    static let markEnd: Unicode.Scalar = "\u{3}"

    /// Each control character becomes a blank, so that places stay the same.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar) }
        return String(result)
    }

    /// What SQLite's `unicode61` makes words of: letters, numbers and private characters.
    static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
