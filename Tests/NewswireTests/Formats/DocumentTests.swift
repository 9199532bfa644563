import Foundation
import TestSupport
import Testing

@testable import Newswire

/// Documents of word processors, in archives that are put together here: stored parts, without compression.
@Suite struct DocumentTests {
    static let word = """
        <?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc"><w:body>
        <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Pier to </w:t></w:r><w:r><w:t>close</w:t></w:r></w:p>
        <w:p><w:r><w:t>“It is old,”</w:t><w:tab/><w:t>said </w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:r><w:instrText>no</w:instrText><w:t>Ida Moe.</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2026</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>The harbour board will build another pier on the other side of the sound, and hopes that it will be done before the winter.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        </w:body></w:document>
        """
    static let facts = """
        <cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
        <dc:title>draft</dc:title><dc:creator>Bo Ek</dc:creator><dcterms:created>2026-02-03T07:00:00Z</dcterms:created>
        <dcterms:modified>2026-02-04T07:00:00Z</dcterms:modified><dc:language>en-GB</dc:language></cp:coreProperties>
        """
    static let open = """
        <office:document-content xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:tb"><office:body><office:text>
        <text:sequence-decls><text:p>no</text:p></text:sequence-decls><text:p text:style-name="Title">Pier to close</text:p>
        <text:p>“It is old,”<text:s/>said <text:span>Ida Moe</text:span>.<text:note><text:p>no</text:p></text:note></text:p>
        <text:h>Rain</text:h><table:table><table:table-row><table:table-cell><text:p>2026</text:p></table:table-cell></table:table-row></table:table>
        </office:text></office:body></office:document-content>
        """

    /// - Parameter parts: Names and contents, in order.
    static func archive(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
        func two(_ n: Int) -> [UInt8] { [UInt8(n & 0xFF), UInt8(n >> 8 & 0xFF)] }
        func four(_ n: Int) -> [UInt8] { two(n & 0xFFFF) + two(n >> 16) }
        var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
        for part in parts {
            let facts =
                two(20) + two(0) + two(0) + two(0) + two(0) + four(checksum(part.content)) + four(part.content.count)
                + four(part.content.count) + two(part.name.utf8.count) + two(0)
            directory += [0x50, 0x4B, 1, 2] + two(20) + facts + two(0) + two(0) + two(0) + four(0) + four(bytes.count)
            directory += Array(part.name.utf8)
            bytes += [0x50, 0x4B, 3, 4] + facts + Array(part.name.utf8) + part.content
        }
        return bytes + directory + [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(parts.count) + two(parts.count)
            + four(directory.count) + four(bytes.count) + two(0)
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return Int(value ^ 0xFFFF_FFFF)
    }

    static func docx(_ text: String = word) -> [UInt8] {
        archive([
            ("[Content_Types].xml", ascii("<Types/>")), ("word/document.xml", Array(text.utf8)),
            ("docProps/core.xml", Array(facts.utf8)),
        ])
    }

    @Test func readsADocumentOfWord() throws {
        let reading = try Newswire.read(bytes: Self.docx())
        let article = try #require(reading.articles.first)
        #expect(reading.format == "docx")
        let table =
            "The harbour board will build another pier on the other side of the sound, and hopes that it will be done "
            + "before the winter."
        #expect(article.text == "Pier to close\n\n“It is old,” said Ida Moe.\n\nYear\n\n2026\n\n\(table)")
        #expect(article.setAside.map(\.reason) == ["table"])
        #expect(article.metadata.title == "Pier to close" && article.metadata.byline == ["Bo Ek"])
        #expect(
            article.metadata.published == "2026-02-03T07:00:00Z" && article.metadata.updated == "2026-02-04T07:00:00Z")
        #expect(article.metadata.language == "en-GB")
    }

    @Test func theBylineInTheTextGoesFirst() throws {
        let text = Self.word.replacing(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year",
            with: "<w:p><w:r><w:t>By Eva Lind</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year")
        #expect(try Newswire.read(bytes: Self.docx(text)).articles.first?.metadata.byline == ["Eva Lind"])
    }

    @Test func readsATextOfOpenDocument() throws {
        let bytes = Self.archive([
            ("mimetype", ascii("application/vnd.oasis.opendocument.text")), ("content.xml", Array(Self.open.utf8)),
            (
                "meta.xml",
                ascii(
                    "<m xmlns:dc='urn:dc' xmlns:meta='urn:m'><meta:creation-date>2026-02-03T07:00:00</meta:creation-date>"
                        + "<dc:creator>Bo Ek</dc:creator></m>")
            ),
        ])
        let reading = try Newswire.read(bytes: bytes)
        let article = try #require(reading.articles.first)
        #expect(reading.format == "odt")
        #expect(article.text == "Pier to close\n\n“It is old,” said Ida Moe.\n\nRain\n\n2026")
        #expect(article.setAside.map(\.reason) == ["table"])
        #expect(article.metadata.byline == ["Bo Ek"] && article.metadata.published == "2026-02-03T07:00:00")
    }

    @Test(arguments: [
        (
            archive([("[Content_Types].xml", ascii("<Types/>")), ("word/other.xml", [])]),
            NewswireError.Code.unknownFormat
        ),
        (docx("<w:document xmlns:w='urn:w'><w:body/></w:document>"), .noArticle),
        (Array(docx().dropLast(30)), .malformed),
        (docx("<w:document"), .malformed),
    ])
    func whatHoldsNoTextIsRefused(_ bytes: [UInt8], _ code: NewswireError.Code) {
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: bytes) }
        #expect(error?.code == code)
    }

    /// Of a list of parts that has no end, nothing is read.
    @Test func aDocumentMayNotListPartsWithoutEnd() throws {
        let entry = [0x50, 0x4B, 1, 2] + [UInt8](repeating: 0, count: 42)
        let list = (0...ZipArchive.mostParts).flatMap { _ in entry }
        #expect(ZipArchive.entries(in: list.span) == ZipArchive.mostParts + 1)
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: Self.docx() + list) }
        #expect(error?.code == .tooLarge && error?.reason.contains("20000 parts") == true)
    }

    @Test func aPartMayNotGrowWithoutEnd() throws {
        let archive = try ZipArchive(Self.archive([("a", [UInt8](repeating: 0x41, count: 1_000))]))
        #expect(try archive.part("a", largest: 1_000)?.count == 1_000)
        #expect(try archive.part("b", largest: 1_000) == nil)
        do {
            _ = try archive.part("a", largest: 999)
            Issue.record("it was read")
        } catch {
            #expect(error.code == .tooLarge)
        }
    }
}
