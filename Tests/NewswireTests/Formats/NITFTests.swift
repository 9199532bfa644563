import TestSupport
import Testing

@testable import Newswire

@Suite struct NITFTests {
    static let bridge = """
        <?xml version="1.0" encoding="iso-8859-1"?>
        <!DOCTYPE nitf SYSTEM "../dtd/nitf-3-2.dtd">
        <nitf><head><title>slug</title><docdata management-status="usable"><doc-id id-string="sn.20261120.7"/>
        <date.issue norm="20261120T070001+0100"/><urgency ed-urg="4"/><du-key key="bridge" version="3"/><doc.copyright holder="Strait News"/>
        </docdata></head><body><body.head><hedline><hl1>Bridge &#147;unsafe&#148;</hl1><hl2>second deck</hl2></hedline>
        <byline>By Bo Ek and Ann Vik<byttl>SN Staff Writers</byttl></byline><dateline><location>YSTAD</location>
        <story.date>Nov 20</story.date></dateline></body.head><body.content><block><p>YSTAD (SN) - The bridge is
        unsafe, Mayor <person>Åsa Holm</person> said.</p><p>“Nobody should cross it.”</p><media media-type="image">
        <media-reference source="a.jpg"/><media-caption>The bridge</media-caption></media>
        <table><tr><td>1</td><td>2</td></tr></table></block></body.content><body.end><tagline>x</tagline></body.end></body></nitf>
        """

    @Test func readsAnArticle() throws {
        let reading = try Newswire.read(bytes: latin1(Self.bridge))
        #expect(reading.format == "nitf")
        #expect(reading.encoding == "windows-1252")
        let article = try #require(reading.articles.first)
        #expect(
            article.text == """
                Bridge “unsafe”

                YSTAD (SN) - The bridge is unsafe, Mayor Åsa Holm said.

                “Nobody should cross it.”

                The bridge

                1 | 2
                """)
        #expect(article.setAside.map(\.reason) == ["caption", "table"])
        let metadata = article.metadata
        #expect(metadata.title == "Bridge “unsafe”")
        #expect(metadata.byline == ["Bo Ek", "Ann Vik"])
        #expect(metadata.dateline == Dateline(place: "YSTAD", agency: "SN"))
        #expect(metadata.published == "2026-11-20T07:00:01+01:00")
        #expect(metadata.item == "sn.20261120.7")
        #expect(metadata.version == "3")
        #expect(metadata.publisher == "Strait News")
        #expect(metadata.urgency == 4 && metadata.status == "usable")
    }

    @Test func reportsAWithdrawal() throws {
        let text = Self.bridge.replacing("\"usable\"", with: "\"canceled\"")
        let reading = try Newswire.read(bytes: latin1(text))
        #expect(reading.articles.isEmpty && reading.isWithoutArticles)
        #expect(reading.skipped.first?.withdrawal?.metadata.item == "sn.20261120.7")
    }

    @Test func aDocumentThatCallsOffAnotherWithdrawsThatOne() throws {
        let text = Self.bridge.replacing("\"usable\"", with: "\"canceled\" management-doc-idref=\"sn.20261120.6\"")
        let withdrawal = try Newswire.read(bytes: latin1(text)).skipped.first?.withdrawal
        #expect(withdrawal?.metadata.item == "sn.20261120.6" && withdrawal?.metadata.version == nil)
        #expect(withdrawal?.metadata.status == "canceled")
    }

    @Test func flagsWhatIsWithheld() throws {
        let text = Self.bridge.replacing("\"usable\"", with: "\"Withheld\"")
        let article = try #require(try Newswire.read(bytes: latin1(text)).articles.first)
        #expect(article.metadata.status == "withheld" && article.metadata.embargoedUntil == nil)
    }

    @Test func flagsAnEmbargo() throws {
        let text = Self.bridge.replacing("\"usable\">", with: "\"embargoed\"><date.release norm=\"20261121T060000Z\"/>")
        let reading = try Newswire.read(bytes: latin1(text))
        #expect(reading.articles.first?.metadata.embargoedUntil == "2026-11-21T06:00:00Z")
        #expect(reading.articles.first?.metadata.status == "embargoed")
    }

    @Test func failsWithoutText() {
        let error = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: ascii("<nitf><body><body.content/></body></nitf>"))
        }
        #expect(error?.code == .noArticle)
    }

    private func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : ["“": 0x93, "”": 0x94][$0]! }
    }
}
