/// A response as a server sent it (RFC 9112): status line, header, body.
struct HTTPResponse {
    let status: Int
    let header: MailHeader
    private let body: ArraySlice<UInt8>

    /// Header lines that are read; servers send some thirty.
    static let mostLines = 1_000

    static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.begins(with: "HTTP/1.") || bytes.begins(with: "HTTP/2 ") || bytes.begins(with: "HTTP/3 ")
    }

    /// - Returns: nil for what is no response.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard Self.begins(bytes) else { return nil }
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes
        while lines.count < Self.mostLines {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = rest[..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            let plain = line.last == 0x0D ? line.dropLast() : line
            guard !plain.isEmpty else { break }
            lines.append(plain)
        }
        guard let first = lines.first,
            let status = first.split(separator: 0x20).dropFirst().first.flatMap({
                Int(String(decoding: $0, as: UTF8.self))
            })
        else { return nil }
        self.status = status
        header = MailHeader(Array(lines.dropFirst()))
        body = rest
    }

    var isSuccess: Bool { (200..<300).contains(status) }

    /// The body without the encodings of its transfer.
    ///
    /// - Parameter largest: Bytes that it may have decompressed.
    /// - Throws: `NewswireError` for encodings that are not read, and for data that are damaged or too large.
    func content(largest: Int = Gzip.largest) throws(NewswireError) -> [UInt8] {
        let isChunked = header["transfer-encoding"]?.lowercased().utf8Contains("chunked") ?? false
        let bytes = isChunked ? Self.unchunked(body) : Array(body)
        // Crawlers keep the field though they decompress the body.
        if Gzip.begins(bytes) { return try Gzip.decompress(bytes, largest: largest) }
        let encoding = header["content-encoding"]?.lowercased() ?? "identity"
        guard ["identity", "", "gzip", "x-gzip"].contains(encoding) || Self.looksLikeText(bytes) else {
            throw NewswireError(
                .unknownFormat, reason: "the response is compressed as “\(encoding.prefix(20))”, which is not read",
                remedy: "have it fetched uncompressed or as gzip, or drop in the page itself")
        }
        return bytes
    }

    /// Chunks as RFC 9112 (7.1) has them; what is not is taken as it stands.
    private static func unchunked(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0A) {
            let digits = rest[..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
            guard digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0
            else {
                return content.isEmpty ? Array(bytes) : content
            }
            let chunk = rest[(end + 1)...].prefix(size)
            content += chunk
            rest = rest[chunk.endIndex...].drop { $0 == 0x0D || $0 == 0x0A }
            if size == 0 { break }
        }
        return content
    }

    private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        bytes.first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}

extension HTTPResponse {
    /// What its body holds, by the reader that is surest of it.
    func reading(_ words: NewsWords, largest: Int = Gzip.largest) throws(NewswireError) -> Reading {
        guard isSuccess else { throw .refusedResponse(status) }
        let content = try content(largest: largest)
        guard content.contains(where: { $0 > 0x20 }) else { throw .emptyFile }
        let reader = Newswire.reader(for: FileSample(bytes: content))
        guard !(reader is HTTPResponseReader), !(reader is WARCReader) else { throw .nestedResponse }
        guard reader is HTMLReader || reader is PlainTextReader && header.type == "text/html" else {
            return try reader.read(content, words: words)
        }
        return try HTMLReader(declared: header.parameter("charset")).read(content, words: words)
    }
}

/// A single response, as `curl --include` saves it.
struct HTTPResponseReader: Reader {
    var format: String { "http" }

    func recognise(_ sample: FileSample) -> Recognition { HTTPResponse.begins(sample.trimmed) ? .certain : .no }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        guard let response = HTTPResponse(bytes.drop { $0 <= 0x20 }) else {
            throw NewswireError(
                .malformed, reason: "it begins like the response of a web server, but has no status",
                remedy: "drop in the page itself")
        }
        return try response.reading(words)
    }
}

extension NewswireError {
    static func refusedResponse(_ status: Int) -> NewswireError {
        NewswireError(
            .noArticle, reason: "the server answered \(status), and not with a page",
            remedy: "fetch the page again, and drop in what a reader's browser shows")
    }

    fileprivate static let nestedResponse = NewswireError(
        .unknownFormat, reason: "the response holds another response or an archive of some",
        remedy: "drop in what is in it")
}
