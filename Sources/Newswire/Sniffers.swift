/// Finds the root element of XML without parsing it.
enum XMLSniffer {
    /// The root element's local name in lower case; nil where the sample does not begin like XML.
    static func rootElement(_ head: ArraySlice<UInt8>) -> String? {
        var rest = trimmed(head)
        while rest.first == UInt8(ascii: "<") {
            let next = rest.dropFirst().first ?? 0
            if next.isASCIILetter { return localName(rest.dropFirst()) }
            guard next == UInt8(ascii: "?") || next == UInt8(ascii: "!"), let end = declarationEnd(rest) else {
                return nil
            }
            rest = trimmed(rest[end...])
        }
        return nil
    }

    /// A prolog, a document type or a comment, before the root.
    static func beginsWithDeclaration(_ head: ArraySlice<UInt8>) -> Bool {
        let head = trimmed(head)
        return head.begins(with: "<!") || head.begins(with: "<?")
    }

    static func beginsLikeXML(_ sample: FileSample) -> Bool { sample.trimmed.begins(with: "<?xml") }

    /// The many pages that begin with neither a doctype nor `html` begin with one of these.
    static func looksLikeHTML(_ sample: FileSample) -> Bool {
        if sample.trimmed.begins(with: "<!doctype html") { return true }
        guard let root = sample.root else { return false }
        return [
            "html", "head", "body", "div", "article", "section", "table", "p", "h1", "span", "meta", "title", "script",
        ]
        .contains(root)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    private static func localName(_ bytes: ArraySlice<UInt8>) -> String {
        let name = bytes.prefix { $0.isASCIILetter || (0x30...0x3A).contains($0) || $0 == 0x2D || $0 == 0x5F }
        return String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? name, as: UTF8.self).lowercased()
    }

    /// The end of a comment, processing instruction or doctype, including its internal subset.
    private static func declarationEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        if bytes.begins(with: "<!--") { return end(of: "-->", in: bytes) }
        if bytes.begins(with: "<?") { return end(of: "?>", in: bytes) }
        let close = bytes.firstIndex(of: UInt8(ascii: ">"))
        guard let subset = bytes.firstIndex(of: UInt8(ascii: "[")), let close, subset < close else {
            return close.map { $0 + 1 }
        }
        guard let subsetEnd = bytes[subset...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        return bytes[subsetEnd...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    private static func end(of mark: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        let length = mark.utf8CodeUnitCount
        return bytes.indices.first { bytes[$0...].begins(with: mark) }.map { $0 + length }
    }
}

/// JSON is recognised by its first key, since prose may begin with a bracket.
enum JSONSniffer {
    static func looksLikeJSON(_ sample: FileSample) -> Bool {
        var rest = sample.trimmed
        while rest.first == UInt8(ascii: "[") { rest = skipSpace(rest.dropFirst()) }
        return keyEnd(rest) != nil
    }

    /// One object a line, and more than one of them.
    static func looksLikeJSONLines(_ sample: FileSample) -> Bool {
        let lines = sample.trimmed.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
        guard lines.count > 1, keyEnd(lines[0]) != nil, keyEnd(lines[1]) != nil else { return false }
        return lines[0].last { $0 > 0x20 } == UInt8(ascii: "}")
    }

    /// Where the first key of an object and its colon end.
    private static func keyEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.first == UInt8(ascii: "{") else { return nil }
        let key = skipSpace(bytes.dropFirst())
        guard key.first == UInt8(ascii: "\""),
            let quote = key.dropFirst().firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        let rest = skipSpace(key[(quote + 1)...])
        return rest.first == UInt8(ascii: ":") ? rest.startIndex + 1 : nil
    }

    private static func skipSpace(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { bytes.drop { $0 <= 0x20 } }
}

/// An e-mail begins with header lines, among them one that only mail software writes, or several that messages have.
enum EmailSniffer {
    /// Each server on the way adds some before the line that tells. Chosen by hand.
    private static let mostHeaderLines = 60

    static func looksLikeEmail(_ sample: FileSample) -> Bool {
        let head = sample.trimmed
        let opening = head.prefix { $0 != UInt8(ascii: "\n") }
        guard isField(opening) || opening.begins(with: "From ") else { return false }
        let lines = head.split(
            separator: UInt8(ascii: "\n"), maxSplits: mostHeaderLines, omittingEmptySubsequences: false)
        let header = lines.prefix { ($0.first ?? 0x0D) != 0x0D }
        if header.contains(where: {
            $0.begins(with: "message-id:") || $0.begins(with: "mime-version:") || $0.begins(with: "received:")
        }) {
            return true
        }
        guard header.count < lines.count, header.allSatisfy({ isField($0) || $0.first == 0x20 || $0.first == 0x09 })
        else {
            return false
        }
        let fields = usual.count { field in header.contains { $0.begins(with: field) } }
        return fields >= fewFields && header.contains { $0.begins(with: "from:") }
    }

    /// Fields that nearly all messages have.
    private static let usual: [StaticString] = [
        "from:", "to:", "date:", "subject:", "content-type:", "content-transfer-encoding:", "reply-to:", "cc:",
    ]
    /// So many of them that nobody heads a text so by hand. Chosen by hand.
    private static let fewFields = 4

    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
        return line[..<colon].allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
    }
}
