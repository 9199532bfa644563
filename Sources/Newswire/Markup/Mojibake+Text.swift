extension Mojibake {
    /// A text as it was meant.
    struct Mended {
        var text: String
        var origins = Origins()
        /// How many characters were mended.
        var count = 0
    }

    /// - Returns: nil where there is nothing to mend.
    static func mended(_ text: String) -> Mended? {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span
        let first = bytes.first(0xC3)
        if first < bytes.count {
            let pairs = pairs(in: bytes)
            let mended = mended(bytes, from: first) {
                bytes.first(0xC3, from: $0)
            } meant: {
                meant(by: bytes, at: $0, pairs: pairs)
            }
            if let mended { return mended }
        }
        guard holdsMacRoman(bytes) else { return nil }
        return mended(bytes, from: 0) { at in
            var at = at
            while at < bytes.count, bytes[at] < 0xC2 { at += 1 }
            return at
        } meant: {
            meantByMacRoman(bytes, at: $0, pairs: .mended)
        }
    }

    /// - Parameters:
    ///   - next: The first place from one on where a wrong character may begin, or the end.
    ///   - meant: What those at such a place were meant to be.
    private static func mended(
        _ bytes: Bytes, from: Int, next: (Int) -> Int, meant: (Int) -> (meant: Unicode.Scalar, length: Int)?
    ) -> Mended? {
        var mended: [UInt8] = []
        var result = Mended(text: "")
        var (whole, at) = (0, next(from))
        while at < bytes.count {
            guard let (scalar, length) = meant(at) else {
                at = next(at + 1)
                continue
            }
            mended.append(bytes.extracting(whole..<at))
            mended.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            result.origins.append(
                after: bytes.extracting(whole..<at).codePointCount,
                codePoints: bytes.extracting(at..<at + length).codePointCount)
            result.count += 1
            whole = at + length
            at = next(whole)
        }
        guard result.count > 0 else { return nil }
        mended.append(bytes.extracting(whole..<bytes.count))
        result.text = String(decoding: mended, as: UTF8.self)
        return result
    }

    /// Whether it has quotation marks, dashes or dots that were read as Mac Roman.
    private static func holdsMacRoman(_ bytes: Bytes) -> Bool {
        var at = bytes.first(macRomanLead)
        while at < bytes.count {
            if beginsMacRoman(bytes, at), meantByMacRoman(bytes, at: at, pairs: .asWritten) != nil { return true }
            at = bytes.first(macRomanLead, from: at + 1)
        }
        return false
    }
}
