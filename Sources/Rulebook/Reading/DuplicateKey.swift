/// Finds where a key is given for the second time, which the YAML library does not say.
struct DuplicateKey {
    var spot: Spot
    private var range: Range<String.Index>

    /// Private-use characters that mark a masked key, one for each attempt.
    private static let masks = Unicode.Scalar(0xE000)!..<Unicode.Scalar(0xE100)!

    static func isMask(_ key: String) -> Bool { key.unicodeScalars.first.map(masks.contains) ?? false }

    /// The text with the key replaced by one as long, so that later columns stay right.
    func masked(in text: String, attempt: UInt32) -> String {
        let mask = Unicode.Scalar(0xE000 + attempt) ?? "\u{E000}"
        var masked = text
        let length = text.unicodeScalars[range].count
        masked.unicodeScalars.replaceSubrange(range, with: repeatElement(mask, count: length))
        return masked
    }

    static func second(of key: String, after first: Spot, in text: String) -> DuplicateKey? {
        let scalars = text.unicodeScalars
        var (line, column) = (1, 1)
        var (atStart, inComment) = (true, false)
        for index in scalars.indices {
            let scalar = scalars[index]
            // A quoted key's mark is its quote mark, one before the key itself.
            let isLater = line > first.line || line == first.line && column > first.column + 1
            if isLater, atStart, !inComment, let end = keyEnd(key, at: index, in: scalars) {
                return DuplicateKey(spot: Spot(line: line, column: column), range: index..<end)
            }
            inComment = scalar != "\n" && (inComment || atStart && scalar == "#")
            atStart = " \n{,\"'".unicodeScalars.contains(scalar)
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return nil
    }

    /// The end of the key if it stands at `index` with a colon after it.
    private static func keyEnd(
        _ key: String, at index: String.Index, in scalars: String.UnicodeScalarView
    ) -> String.Index? {
        guard scalars[index...].starts(with: key.unicodeScalars) else { return nil }
        let end = scalars.index(index, offsetBy: key.unicodeScalars.count)
        return scalars[end...].drop { $0 == "\"" || $0 == "'" || $0 == " " }.first == ":" ? end : nil
    }
}
