import TestSupport
import Testing

@testable import Newswire

/// Responses of web servers, alone and in archives.
@Suite struct WebArchiveTests {
    static let page = """
        <!DOCTYPE html><html lang="en"><head><title>Pier to close</title></head><body><article><h1>Pier to close</h1>
        <p>“It is worn out,” said Mayor Ines Aldana, who has asked for a new one for six years and more.</p></article></body></html>
        """

    static func response(_ body: [UInt8], status: String = "200 OK", _ fields: String = "") -> [UInt8] {
        Array("HTTP/1.1 \(status)\r\nContent-Type: text/html; charset=utf-8\r\n\(fields)\r\n".utf8) + body
    }

    static func record(_ type: String, _ block: [UInt8], uri: String = "https://strait.example/pier") -> [UInt8] {
        Array(
            "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nContent-Length: \(block.count)\r\n\r\n".utf8)
            + block + Array("\r\n\r\n".utf8)
    }

    private let text = """
        Pier to close

        “It is worn out,” said Mayor Ines Aldana, who has asked for a new one for six years and more.
        """

    @Test func aResponseIsReadAsWhatItHolds() throws {
        let reading = try Newswire.read(bytes: Self.response(Array(Self.page.utf8)))
        #expect(reading.format == "html" && reading.articles.map(\.text) == [text])
        let feed = "<rss><channel><item><title>One</title></item></channel></rss>"
        #expect(try Newswire.read(bytes: Self.response(ascii(feed))).format == "rss")
    }

    @Test func theTransfersEncodingsAreUndone() throws {
        let page = Array(Self.page.utf8)
        let (head, rest) = (page.prefix(100), page.dropFirst(100))
        let chunked =
            ascii("64;x=1\r\n") + head + ascii("\r\n\(String(rest.count, radix: 16))\r\n") + rest
            + ascii("\r\n0\r\n\r\n")
        let reading = try Newswire.read(bytes: Self.response(chunked, "Transfer-Encoding: chunked\r\n"))
        #expect(reading.articles.map(\.text) == [text])
        let error = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: Self.response([0x1B, 0x2F, 0, 0xF8], "Content-Encoding: br\r\n"))
        }
        #expect(error?.reason.contains("br") == true)
    }

    @Test func theServersCharsetIsTaken() throws {
        let page =
            ascii(
                "<html><title>Pier</title><p>The pier of the caf") + [0xE9]
            + ascii(
                " is worn out, and nobody knows who will mend it, the mayor told all who had come to hear her on Monday.</p>"
            )
        let bytes = ascii("HTTP/1.1 200 OK\nContent-Type: text/html; charset=iso-8859-15\n\n") + page
        let reading = try Newswire.read(bytes: bytes)
        #expect(reading.encoding == "iso-8859-15" && reading.articles.first?.text.contains("café") == true)
    }

    @Test func whatIsNoPageIsRefused() {
        let missing = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: Self.response(Array(Self.page.utf8), status: "404 Not Found"))
        }
        #expect(missing?.code == .noArticle && missing?.reason.contains("404") == true)
        let nested = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: Self.response(Self.response(Array(Self.page.utf8))))
        }
        #expect(nested?.code == .unknownFormat)
        let empty = #expect(throws: NewswireError.self) { try Newswire.read(bytes: Self.response([])) }
        #expect(empty?.code == .empty)
    }

    @Test func theResponsesOfAnArchiveAreItsArticles() throws {
        let page = Array(Self.page.utf8)
        let records = [
            Self.record("warcinfo", ascii("software: x")), Self.record("request", ascii("GET / HTTP/1.1\r\n\r\n")),
            Self.record("response", Self.response(page)),
            Self.record("response", Self.response(page, status: "404 Not Found")),
            Self.record("response", Self.response([0x89, 0x50, 0x4E, 0x47], "")),
            Self.record("resource", page, uri: "<https://strait.example/other>"),
            Self.record("conversion", ascii("It rained, said Bo Ek.")),
        ]
        let reading = try Newswire.read(bytes: records.flatMap(\.self))
        #expect(reading.format == "warc")
        #expect(reading.articles.map(\.item) == [1, 4, 5])
        #expect(reading.articles.map(\.text) == [text, text, "It rained, said Bo Ek."])
        #expect(
            reading.articles.map(\.metadata.url) == [
                "https://strait.example/pier", "https://strait.example/other", "https://strait.example/pier",
            ])
        #expect(reading.skipped.map(\.item) == [2] && reading.failures.map(\.item) == [3])
    }

    @Test(arguments: ["Content-Length: 999", "Content-Length: x", "X: y", "Content-Length: -1"])
    func anArchiveThatIsBrokenIsRefused(_ field: String) {
        let bytes = ascii("WARC/1.0\r\nWARC-Type: response\r\n\(field)\r\n\r\nabc")
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: bytes) }
        #expect(error?.code == .malformed && error?.reason.contains("byte 0") == true)
    }

    /// "-1" is a number too.
    @Test(arguments: [("-1\r\nabc", "-1\r\nabc"), ("3\r\nabc\r\n-2\r\nde", "abc"), ("ffffffff\r\nabc", "abc")])
    func aChunkOfAnImpossibleSizeEndsTheBody(_ body: String, _ content: String) throws {
        let bytes = ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(body)")
        #expect(try HTTPResponse(bytes[...])?.content() == ascii(content))
    }

    @Test func aHeaderMayNotGoOnWithoutEnd() {
        let lines = String(repeating: "X: y\r\n", count: HTTPResponse.mostLines + 1)
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: ascii("WARC/1.0\r\n\(lines)\r\n")) }
        #expect(error?.code == .malformed && error?.reason.contains("does not end") == true)
    }

    @Test func anArchiveWithoutResponsesIsSkipped() throws {
        let reading = try Newswire.read(bytes: Self.record("warcinfo", ascii("software: x")))
        #expect(reading.isWithoutArticles)
    }

    @Test func anArchiveMayNotGrowWithoutEnd() throws {
        let response = try #require(HTTPResponse(Self.response(GzipTests.nitf)[...]))
        let error = #expect(throws: NewswireError.self) { try response.content(largest: 10) }
        #expect(error?.code == .tooLarge)
    }
}
