import Newswire
import TestSupport
import Testing

@Suite struct SniffingTests {
    @Test(arguments: [
        ("%PDF-1.7\n%âãÏÓ", NewswireError.Code.unknownFormat, "PDF"),
        ("PK\u{3}\u{4}\u{14}\0\u{6}\0[Content_Types].xml", .malformed, "document"),
        ("PK\u{3}\u{4}\u{14}\0\u{6}\0[Content_Types].xml xl/workbook.xml", .unknownFormat, "Office"),
        ("PK\u{3}\u{4}\u{14}\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", .unknownFormat, "OpenDocument"),
        ("PK\u{3}\u{4}\u{14}\0story.txt", .binary, "ZIP"),
        ("GIF89a\u{1}", .binary, "GIF"),
        ("RIFF\u{1}\0\0\0WEBPVP8", .binary, "WebP"),
        ("SQLite format 3\0", .binary, "SQLite"),
        ("<!DOCTYPE html><p>Hello", .noArticle, "page"),
        ("\n  <html lang='en'><body>", .noArticle, "page"),
        ("<p>“No,” she said.</p>", .noArticle, "page"),
        ("<?xml version='1.0'?><ledger/>", .unknownFormat, "XML"),
        ("{\\rtf1\\ansi Rain}", .unknownFormat, "RTF"),
    ])
    func namesTheFormat(text: String, code: NewswireError.Code, kind: String) {
        expectFailure(ascii(text), code: code, kind: kind)
    }

    @Test(arguments: [
        ("<?xml version='1.0'?><!-- <rss> --><nitf><body><p>x</p></body></nitf>", "nitf"),
        (
            "<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'n.dtd' [<!ENTITY a '>'>]><nitf><body><p>x</p></body></nitf>",
            "nitf"
        ),
        ("<?xml version='1.0'?><rss version='2.0'><channel><item><title>x</title></item></channel></rss>", "rss"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>x</title></entry></feed>", "atom"),
        (
            "<g2:newsMessage xmlns:g2='x'><g2:itemSet><g2:newsItem><g2:contentSet><g2:inlineData>x</g2:inlineData></g2:contentSet></g2:newsItem></g2:itemSet></g2:newsMessage>",
            "newsml-g2"
        ),
        (
            "<NewsML Version='1.2'><NewsItem><NewsComponent><ContentItem><DataContent>x</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
            "newsml-1"
        ),
        ("\n<n:nitf xmlns:n='urn:n'><n:body><n:p>x</n:p></n:body></n:nitf>", "nitf"),
    ])
    func recognisesAFormatByItsContent(text: String, format: String) throws {
        let reading = try Newswire.read(bytes: ascii(text))
        #expect(reading.format == format)
        #expect(reading.articles.map(\.text) == ["x"])
    }

    /// They were taken for plain text, markup and all.
    @Test(arguments: ["", "\u{FEFF}", "<?xml version='1.0'?>"])
    func looksForTheRootBehindALongDocumentType(before: String) throws {
        let type = "<!DOCTYPE nitf [<!ENTITY a '\(String(repeating: "long ", count: 2_000))'>]>\n"
        let nitf = "<nitf><body><p>It rained.</p></body></nitf>"
        let reading = try Newswire.read(bytes: Array((before + type + nitf).utf8))
        #expect(reading.format == "nitf")
        #expect(reading.articles.map(\.text) == ["It rained."])
        expectFailure(ascii(type + "<ledger/>"), code: .unknownFormat, kind: "XML")
    }

    @Test(arguments: [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG"), ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old Office"),
        ([0x41, 0x00, 0x42], "NUL"), ([0x41] + [UInt8](repeating: 2, count: 9), "control characters"),
        ([0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00, 0x42, 0x00], "NUL"),
    ])
    func tellsBinaryData(bytes: [UInt8], kind: String) {
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: bytes) }
        #expect(error.map { ($0.reason + $0.remedy).contains(kind) } == true, "\(String(describing: error))")
    }

    @Test(arguments: ["", " \r\n\t ", "\u{FEFF}", "\u{FEFF}\n\u{200B}\u{A0}"])
    func refusesFilesWithoutText(text: String) {
        expectFailure(ascii(text), code: .empty, kind: "empty")
    }

    @Test func recognisesMarkupInUTF16() throws {
        let units = Array("<?xml version='1.0' encoding='UTF-16'?><nitf><body><p>It rained.</p></body></nitf>".utf16)
        let utf16: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let reading = try Newswire.read(bytes: utf16)
        #expect(reading.format == "nitf")
        #expect(reading.encoding == "utf-16le")
        #expect(reading.articles.map(\.text) == ["It rained."])
    }

    @Test(arguments: [
        "[Editor's note] {sic} “We won,” he said.", "{not json}", "[\"We won,\" he said]", "<-- see below",
        "From now on, she said: nothing.", "MOSCOW: it rained.\nDATE: today\n", "PK is a unit.", "%PD",
        "{\\rain} he wrote", "< 5 people came, he said.",
    ])
    func takesProseForPlainText(text: String) throws {
        let reading = try Newswire.read(bytes: ascii(text))
        #expect(reading.format == "text")
        #expect(reading.articles.map(\.text) == [text])
    }

    @Test func keepsPlainTextToTheCharacter() throws {
        let text = "\r\n A\u{A0}b\u{AD}c\u{301} \u{1F600}\u{FEFF}\n\n\u{2}wire\u{3}\r"
        let reading = try Newswire.read(bytes: ascii("\u{FEFF}" + text))
        #expect(Array(reading.articles[0].text.unicodeScalars) == Array(text.unicodeScalars))
        #expect(reading.articles[0].warnings.isEmpty)
        #expect(reading.articles[0].item == 1)
        #expect(reading.failures.isEmpty)
    }

    private func expectFailure(_ bytes: [UInt8], code: NewswireError.Code, kind: String) {
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: bytes) }
        #expect(error?.code == code)
        #expect(error?.reason.contains(kind) == true, "\(String(describing: error))")
        #expect(error?.remedy.isEmpty == false)
    }
}
