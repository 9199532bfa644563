/// A message or a part of one (RFC 2045, 2046).
struct MailPart {
    var header: MailHeader
    private var body: [ArraySlice<UInt8>]

    /// How deep parts may be nested; deeper ones are passed over.
    private static let depth = 8

    /// A picture of 64 MiB has fewer. A line takes some 100 bytes while it is read, even an empty one.
    static let mostLines = 1_000_000

    /// Whether it has no more lines than that.
    static func mayBeRead(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 } <= mostLines
    }

    /// - Parameter bytes: Header, empty line, body; lines end in LF or CR LF.
    init(_ bytes: ArraySlice<UInt8>) {
        self.init(
            lines: bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
                line.last == 0x0D ? line.dropLast() : line
            })
    }

    private init(lines: [ArraySlice<UInt8>]) {
        let end = lines.firstIndex { $0.isEmpty } ?? lines.endIndex
        header = MailHeader(Array(lines[..<end]))
        body = Array(lines[end...].dropFirst())
    }

    /// The parts that hold text to be read, in order, those within others included.
    var texts: [MailPart] { texts(depth: Self.depth) }

    private func texts(depth: Int) -> [MailPart] {
        if header.type.hasPrefix("multipart/"), depth > 0 { return parts.flatMap { $0.texts(depth: depth - 1) } }
        let isAttached = header["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
        return ["text/plain", "text/html"].contains(header.type) && !isAttached ? [self] : []
    }

    /// Whether it only holds other parts.
    var isContainer: Bool { header.type.hasPrefix("multipart/") || header.type == "message/rfc822" }

    /// Messages that are attached, those within others included.
    var attached: [MailPart] { attached(depth: Self.depth) }

    private func attached(depth: Int) -> [MailPart] {
        guard depth > 0 else { return [] }
        if header.type == "message/rfc822" {
            let message = MailPart(lines: Array(body.drop { $0.isEmpty }))
            return [message] + message.attached(depth: depth - 1)
        }
        return header.type.hasPrefix("multipart/") ? parts.flatMap { $0.attached(depth: depth - 1) } : []
    }

    private var parts: [MailPart] {
        guard let boundary = header.parameter("boundary") else { return [] }
        let (mark, last) = (Array("--\(boundary)".utf8), Array("--\(boundary)--".utf8))
        var parts: [MailPart] = []
        var lines: [ArraySlice<UInt8>]?
        for line in body {
            let trimmed = line.prefix(through: line.lastIndex { $0 > 0x20 } ?? line.startIndex - 1)
            guard trimmed.elementsEqual(mark) || trimmed.elementsEqual(last) else {
                lines?.append(line)
                continue
            }
            if let lines { parts.append(MailPart(lines: lines)) }
            lines = trimmed.elementsEqual(last) ? nil : []
        }
        // The last boundary is missing where a message was cut short.
        if let lines, lines.contains(where: { !$0.isEmpty }) { parts.append(MailPart(lines: lines)) }
        return parts
    }

    /// The body, decoded.
    func text() throws(NewswireError) -> DecodedText {
        let raw = Array(body.joined(separator: [UInt8(ascii: "\n")]))
        let bytes = TransferEncoding(name: header["content-transfer-encoding"]).decode(raw)
        return try DecodedText(bytes, declared: header.parameter("charset"))
    }
}

extension NewswireError {
    static let tooManyLines = NewswireError(
        .tooLarge, reason: "the message has more than \(MailPart.mostLines) lines",
        remedy: "drop in its text alone, or its parts one by one")
}
