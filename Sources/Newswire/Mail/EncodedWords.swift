/// Words of a header in other charsets than ASCII: "=?utf-8?Q?caf=C3=A9?=" (RFC 2047).
enum EncodedWords {
    private static let mark = UInt8(ascii: "?")

    /// Linear in the length of the header, whatever it holds.
    static func decode(_ raw: String) -> String {
        let bytes = Array(raw.utf8)
        var result = ""
        // The word found last ends there.
        var end = 0
        var at = 0
        while let start = start(in: bytes, from: at), let marks = marks(in: bytes, from: start + 2) {
            guard let text = word(in: bytes, from: start + 2, marks) else {
                at = start + 2
                continue
            }
            // White space between two of them is no part of the text.
            let between = bytes[end..<start]
            if end == 0 || !between.allSatisfy({ $0 <= 0x20 }) { result += String(decoding: between, as: UTF8.self) }
            result += text
            end = marks.text + 2
            at = end
        }
        return result + String(decoding: bytes[end...], as: UTF8.self)
    }

    /// Where the next "=?" is.
    private static func start(in bytes: [UInt8], from start: Int) -> Int? {
        var at = start
        while let found = bytes[at...].firstIndex(of: mark) {
            if found > start, bytes[found - 1] == UInt8(ascii: "=") { return found - 1 }
            at = found + 1
        }
        return nil
    }

    /// Where a charset, an encoding and a text end. Where one has none, no later one has.
    private static func marks(in bytes: [UInt8], from start: Int) -> (charset: Int, encoding: Int, text: Int)? {
        guard let charset = bytes[start...].firstIndex(of: mark),
            let encoding = bytes[(charset + 1)...].firstIndex(of: mark),
            let text = bytes[(encoding + 1)...].firstIndex(of: mark)
        else { return nil }
        return (charset, encoding, text)
    }

    private static func word(
        in bytes: [UInt8], from start: Int, _ ends: (charset: Int, encoding: Int, text: Int)
    ) -> String? {
        guard bytes[(ends.text + 1)...].first == UInt8(ascii: "=") else { return nil }
        let text = Array(bytes[(ends.encoding + 1)..<ends.text])
        let decoded: [UInt8]
        switch String(decoding: bytes[(ends.charset + 1)..<ends.encoding], as: UTF8.self).lowercased() {
        case "q": decoded = TransferEncoding.quotedPrintable.decode(text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
        case "b": decoded = TransferEncoding.base64.decode(text)
        default: return nil
        }
        let charset = String(decoding: bytes[start..<ends.charset], as: UTF8.self)
        return try? DecodedText(decoded, declared: charset).text
    }
}
