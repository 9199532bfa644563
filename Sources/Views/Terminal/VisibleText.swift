/// Text that is safe in a terminal: characters that would move the cursor, change colours or reverse the writing are
/// shown as signs.
enum VisibleText {
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(shown(scalar)) }
        return String(result)
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard isUnsafe(scalar) else { return scalar }
        switch scalar.value {
        // Line breaks within a paragraph and tabs become blanks.
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: return " "
        // Unicode has a picture for each ("␛").
        case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: return "\u{2421}"
        default: return "\u{FFFD}"
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x2029: true
        // Embeddings, overrides and isolates of bidirectional text.
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
