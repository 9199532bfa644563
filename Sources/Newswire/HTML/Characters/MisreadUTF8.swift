/// UTF-8 that was read as windows-1252 and written again: `â€œ` for `“`, `Ã©` for `é`.
///
/// Mended where that is certain: three characters that make one quotation mark or dash are no accident, and two that make
/// one letter are none where all of their kind in the text do.
enum MisreadUTF8 {
    /// - Parameter text: A whole page, before its spaces are evened out: some of them are halves of letters.
    /// - Returns: The mended text and how many characters were mended; nil where there is nothing to mend.
    static func mended(_ text: String) -> (text: String, count: Int)? {
        guard text.containsUTF8(0xC3) else { return nil }
        let scalars = Array(text.unicodeScalars)
        let pairsMean = pairsMean(in: scalars)
        var mended = String.UnicodeScalarView()
        var count = 0
        var at = 0
        while at < scalars.count {
            if let (scalar, length) = meant(scalars, at), length > 2 || pairsMean {
                mended.append(scalar)
                count += 1
                at += length
            } else {
                mended.append(scalars[at])
                at += 1
            }
        }
        return count > 0 ? (String(mended), count) : nil
    }

    /// Whether every `Ã` and `Â` begins a pair, and there are two or more.
    private static func pairsMean(in scalars: [Unicode.Scalar]) -> Bool {
        var pairs = 0
        for at in scalars.indices where scalars[at].value == 0xC3 || scalars[at].value == 0xC2 {
            guard meant(scalars, at) != nil else { return false }
            pairs += 1
        }
        return pairs > 1
    }

    /// The character whose UTF-8 stands at a place as windows-1252 characters, and how many they are.
    private static func meant(_ scalars: [Unicode.Scalar], _ at: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard let first = byte(scalars[at]), first >= 0xC2, first < 0xF5 else { return nil }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard at + length <= scalars.count else { return nil }
        let bytes = scalars[at..<at + length].compactMap(byte)
        guard bytes.count == length, let text = String(validating: bytes, as: UTF8.self),
            let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1
        else { return nil }
        return (scalar, length)
    }

    /// The byte that windows-1252 has a character at.
    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        return upper[scalar]
    }

    private static let upper: [Unicode.Scalar: UInt8] = Dictionary(
        (0x80...0x9F).map { (SingleByteTable.windows1252Scalar($0), $0) }, uniquingKeysWith: { first, _ in first })
}
