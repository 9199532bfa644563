/// A file that holds XML: decoded, then parsed.
struct XMLFile {
    var document: XMLDocument
    /// IANA name, lower case.
    var encoding: String
    var warnings: [String]

    /// - Throws: `NewswireError` if it is malformed beyond repair, or exceeds a limit.
    init(
        _ bytes: [UInt8], _ words: NewsWords, tolerance: XMLDocument.Tolerance = .none
    ) throws(NewswireError) {
        try MarkupLimits.check(bytes)
        let decoded = try DecodedText(bytes)
        (encoding, warnings) = (decoded.charset.name, decoded.warnings)
        let first = Result { () throws(NewswireError) in
            try XMLDocument(decoded.text, words, tolerance: tolerance)
        }
        if case .success(let document) = first, document.faults.isEmpty {
            self.document = document
            return
        }
        // Only now, since every control character is a fault.
        let (text, controls) = Self.withoutControls(decoded.text)
        guard controls > 0 else {
            document = try first.get()
            return
        }
        warnings.append("\(controls) control characters were left out")
        document = try XMLDocument(text, words, tolerance: tolerance)
    }

    /// XML may hold none, yet wires send them along.
    private static func withoutControls(_ text: String) -> (String, Int) {
        let count = text.countUTF8(isControl)
        guard count > 0 else { return (text, 0) }
        return (String(decoding: text.utf8.map { isControl($0) ? 0x20 : $0 }, as: UTF8.self), count)
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(byte == 0x09 || byte == 0x0A || byte == 0x0D)
    }
}

extension NewswireError {
    /// For a file or item that was understood but has nothing to annotate.
    static func noArticle(_ reason: String) -> NewswireError {
        NewswireError(
            .noArticle, reason: reason,
            remedy: "check that its source sent the text along; without it nothing can be done")
    }
}
