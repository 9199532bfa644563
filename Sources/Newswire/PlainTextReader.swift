/// Plain text: the whole file is the article's text, to the character, so that offsets fit the user's file.
package struct PlainTextReader: Reader {
    package init() {}

    package var format: String { "text" }

    package func recognise(_ sample: FileSample) -> Recognition { .fallback }

    package func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let decoded = try DecodedText(bytes, keepingControls: true)
        guard decoded.text.unicodeScalars.contains(where: { !$0.isBlank }) else { throw .emptyFile }
        guard !looksBinary(decoded.text) else { throw .controlCharacters }
        return Reading(
            format: format, encoding: decoded.charset.name,
            articles: [Article(plain: decoded.text, words, warnings: decoded.warnings)])
    }

    /// Wire text has a few control characters (STX, ETX, form feeds); a file with many is not text.
    private func looksBinary(_ text: String) -> Bool {
        let head = text.utf8.prefix(FileSample.size)
        let controls = head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
        return controls > Self.fewControls && controls.isMore(than: Self.controls, of: head.count)
    }

    /// A short wire message has that many, which may be a large part of it.
    private static let fewControls = 8
    /// Programs, pictures and archives have some 10 of 100 bytes, text hardly any. Chosen by hand.
    private static let controls = Share(1, of: 20)
}

extension Article {
    /// Of plain text, as if it were a file's.
    package init(plain text: String, _ words: NewsWords, warnings: [String] = []) {
        let mended = MendedText(text)
        self.init(
            text: text, metadata: Metadata(plainText: mended?.text ?? text, words),
            warnings: warnings + [mended?.warning].compactMap(\.self))
        self.mended = mended
    }
}

extension Unicode.Scalar {
    /// White space or an invisible character: zero-width space, joiners, byte-order mark, C0 controls.
    fileprivate var isBlank: Bool {
        properties.isWhitespace || value < 0x20 || (0x200B...0x200D).contains(value) || value == 0xFEFF
    }
}

extension NewswireError {
    static let controlCharacters = NewswireError(
        .binary, reason: "the file is full of control characters: it is no text",
        remedy: "extract its text first and drop that in as UTF-8")
}
