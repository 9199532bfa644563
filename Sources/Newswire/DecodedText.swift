/// A file's text, and how it was decoded.
package struct DecodedText: Sendable, Equatable {
    package var text: String
    package var charset: Charset
    package var warnings: [String]

    /// Decodes by the first of these that applies: a byte-order mark, valid UTF-8, nearly valid UTF-8, the declaration,
    /// Mac Roman where its quotation marks show, windows-1252. C1 control characters become the windows-1252 characters that were meant, one for one, unless
    /// `keepingControls`: plain text stays as it is.
    ///
    /// Valid UTF-8 goes before the declaration since declarations lie: text is converted, its prolog is forgotten.
    /// - Parameter declared: What the format says of its encoding; without it, what the text itself says is used.
    /// - Parameter droppingNULs: As browsers do with a page's.
    /// - Throws: `NewswireError` with code `binary` where the text holds NULs.
    package init(
        _ bytes: [UInt8], declared: String? = nil, keepingControls: Bool = false, droppingNULs: Bool = false
    ) throws(NewswireError) {
        if let mark = ByteOrderMark(of: bytes[...]) {
            self.init(mark.charset.decode(Array(bytes.dropFirst(mark.length))), charset: mark.charset)
        } else if let text = String(validating: bytes, as: UTF8.self) {
            self.init(Charset.Decoded(text: text), charset: .utf8)
        } else if UTF8Mender.looksLikeUTF8(bytes) {
            self.init(UTF8Mender.mend(bytes), charset: .utf8)
        } else {
            self.init(bytes, label: declared ?? CharsetDeclaration.find(in: bytes))
        }
        if !keepingControls, let remapped = C1Controls.remap(text) {
            text = remapped
            warnings.append("C1 control characters were read as windows-1252")
        }
        guard text.containsUTF8(0) else { return }
        guard droppingNULs else { throw .nulCharacters }
        text.unicodeScalars.removeAll { $0 == "\0" }
        warnings.append("NUL characters were left out")
    }

    private init(_ bytes: [UInt8], label: String?) {
        let declared = label.flatMap(Charset.init(label:))
        // That it is not UTF-8 is known by now, so a declaration of it is a lie.
        let charset = declared == .utf8 ? nil : declared
        let used = charset ?? (MacRoman.isLikely(bytes) ? .macRoman : .windows1252)
        self.init(used.decode(bytes), charset: used)
        if charset == nil { warnings.insert(Self.guess(used, label), at: 0) }
    }

    private init(_ decoded: Charset.Decoded, charset: Charset) {
        (text, self.charset, warnings) = (decoded.text, charset, [])
        if decoded.mended > 0 {
            warnings.append("\(decoded.mended) places were not valid \(charset.name) and were mended")
        }
    }

    private static func guess(_ used: Charset, _ label: String?) -> String {
        guard let label else { return "the encoding was guessed: \(used.name)" }
        return "the declared encoding \(label) does not fit or is not known: \(used.name) was guessed"
    }
}

/// U+0080–U+009F, which nobody writes on purpose: windows-1252 bytes that were taken for ISO-8859-1.
enum C1Controls {
    /// - Returns: The text with those that windows-1252 has a character for replaced by it, nil where there are none.
    static func remap(_ text: String) -> String? {
        guard occur(in: text) else { return nil }
        var remapped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = (0x80...0x9F).contains(scalar.value)
            remapped.append(isControl ? SingleByteTable.windows1252Scalar(UInt8(scalar.value)) : scalar)
        }
        return String(remapped)
    }

    /// In UTF-8 they are 0xC2 and a byte below 0xA0.
    private static func occur(in text: String) -> Bool {
        text.containsUTF8(0xC2) { trail in trail.map { $0 < 0xA0 && remappable($0) } ?? false }
    }

    private static func remappable(_ byte: UInt8) -> Bool {
        SingleByteTable.windows1252Scalar(byte).value != UInt32(byte)
    }
}

extension NewswireError {
    static let nulCharacters = NewswireError(
        .binary, reason: "the file holds NUL characters, which no text has",
        remedy: "if it is text in UTF-16, save it as UTF-8; if it is a document or a picture, extract its text first")
}
