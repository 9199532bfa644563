import TestSupport
import Testing

@testable import Newswire

@Suite struct NinjsTests {
    private func read(_ text: String) throws -> Reading { try Newswire.read(bytes: ascii(text)) }

    @Test func readsNinjs1() throws {
        let reading = try read(
            """
            {"uri": "urn:sn:bridge", "type": "text", "version": "3", "pubstatus": "usable", "language": "en",
             "firstcreated": "2026-11-20T07:00:00+0100", "versioncreated": "2026-11-20T08:00:00+0100", "byline": "By Bo Ek and Ann Vik, SN",
             "headline": "Bridge unsafe", "source": "Strait News", "embargoed": "2026-11-21T06:00:00Z", "priority": 6, "urgency": 4,
             "body_text": "wrong body", "body_xhtml": "<p>YSTAD (SN) - It is <b>unsafe</b>.</p><p>It is closed.</p>"}
            """)
        #expect(reading.format == "ninjs")
        let article = try #require(reading.articles.first)
        #expect(article.text == "Bridge unsafe\n\nYSTAD (SN) - It is unsafe.\n\nIt is closed.")
        let metadata = article.metadata
        #expect(metadata.byline == ["Bo Ek", "Ann Vik"])
        #expect(metadata.dateline == Dateline(place: "YSTAD", agency: "SN"))
        #expect(metadata.published == "2026-11-20T07:00:00+01:00")
        #expect(metadata.updated == "2026-11-20T08:00:00+01:00")
        #expect(metadata.item == "urn:sn:bridge")
        #expect(metadata.version == "3")
        #expect(metadata.publisher == "Strait News")
        #expect(metadata.embargoedUntil == "2026-11-21T06:00:00Z")
        #expect(metadata.urgency == 4 && metadata.status == "usable")
    }

    @Test(arguments: [
        #"{"contenttype": "text/plain", "value": "One.\n\nTwo."}"#,
        #"{"contentType": "text/plain", "value": "no"}, {"contentType": "text/html", "value": "<body><p>One.</p><p>Two.</p></body>"}"#,
        #"{"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": "<?xml version='1.0'?><nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>"}"#,
    ])
    func readsTheBodiesOfNinjs2And3(bodies: String) throws {
        let reading = try read(
            #"{"standard": {"name": "ninjs", "version": "3.0"}, "uri": "u", "headlines": [{"role": "other", "value": "no"}, "#
                + #"{"role": "main", "value": "Bridge"}], "by": "Bo Ek", "bodies": ["# + bodies + "]}")
        #expect(reading.format == "ninjs")
        #expect(reading.articles.map(\.text) == ["Bridge\n\nOne.\n\nTwo."])
        #expect(reading.articles.first?.metadata.byline == ["Bo Ek"])
    }

    @Test(arguments: [
        #"{"item": [ITEM], "total": 1}"#, #"{"data": {"item": ITEM}}"#, #"[ITEM]"#, #"{"items": [ITEM]}"#,
        #"{"data": {"item": {"headline": "Bridge", "pubstatus": "usable"}}, "nitf": {"body_html": "<p>Closed.</p>"}}"#,
    ])
    func unwrapsItems(wrapper: String) throws {
        let item = #"{"headline": "Bridge", "versioncreated": "2026-11-20T07:00:00Z", "body_html": "<p>Closed.</p>"}"#
        let reading = try read(wrapper.replacing("ITEM", with: item))
        #expect(reading.format == "ninjs")
        #expect(reading.articles.map(\.text) == ["Bridge\n\nClosed."])
    }

    @Test func picturesPackagesAndWithdrawalsAreNoArticles() throws {
        let reading = try read(
            """
            [{"type": "picture", "versioncreated": "2026", "headline": "Bridge", "body_text": "caption"},
             {"type": "composite", "versioncreated": "2026", "headline": "Top news"},
             {"type": "text", "uri": "urn:sn:1", "pubstatus": "canceled", "versioncreated": "2026", "body_text": "x"},
             {"type": "text", "versioncreated": "2026", "headline": "Bridge", "body_text": "Closed."}]
            """)
        #expect(reading.skipped.map(\.item) == [1, 2, 3])
        #expect(reading.skipped.last?.withdrawal?.metadata.item == "urn:sn:1")
        #expect(reading.articles.map(\.item) == [4])
    }
}

@Suite struct JSONTests {
    private func read(_ text: String) throws -> Reading { try Newswire.read(bytes: ascii(text)) }

    @Test func readsTheUsualFields() throws {
        let reading = try read(
            """
            {"authors": ["Bo Ek", "Ann Vik"], "date_publish": "2026-11-20 07:00:00", "date_modify": null, "language": "en",
             "source_domain": "strait.example", "maintext": "It is unsafe.\\nIt is closed.", "description": "no",
             "title": "Bridge “unsafe”", "url": "https://strait.example/bridge"}
            """)
        #expect(reading.format == "json")
        let article = try #require(reading.articles.first)
        #expect(article.text == "Bridge “unsafe”\n\nIt is unsafe.\n\nIt is closed.")
        #expect(article.metadata.byline == ["Bo Ek", "Ann Vik"])
        #expect(article.metadata.published == "2026-11-20T07:00:00")
        #expect(article.metadata.publisher == "strait.example")
        #expect(article.metadata.item == "https://strait.example/bridge")
    }

    @Test func readsAJSONFeed() throws {
        let reading = try read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Strait News", "items": [
             {"id": "1", "title": "One", "content_html": "<p>A &amp; b.</p>", "date_published": "2026-11-20T07:00:00Z", "authors": [{"name": "Bo Ek"}]},
             {"id": "2", "content_text": "Only text."}]}
            """)
        #expect(reading.articles.map(\.text) == ["One\n\nA & b.", "Only text."])
        #expect(reading.articles.map(\.metadata.item) == ["1", "2"])
        #expect(reading.articles[0].metadata.byline == ["Bo Ek"])
    }

    @Test func oneBrokenLineFailsAlone() throws {
        let reading = try read(
            "{\"text\": \"One.\"}\n{\"text\": \"Two.}\n\n{\"other\": 1}\n{\"text\": \"Four.\", \"timestamp\": 1795161600}\n"
        )
        #expect(reading.format == "json-lines")
        #expect(reading.articles.map(\.text) == ["One.", "Four."])
        #expect(reading.articles.last?.metadata.published == "2026-11-20T08:00:00Z")
        #expect(reading.failures.map(\.item) == [2, 3])
        #expect(reading.failures[0].error.reason.hasPrefix("line 2 of the file"))
        #expect(reading.failures[1].error.code == .noArticle)
        #expect(reading.failures[1].error.reason.hasSuffix("it has other"))
    }

    @Test func asksTheMappingFirst() throws {
        let reader = JSONReader(mapping: JSONMapping(title: ["meta.head"], text: ["payload.prose"]).over(.usual))
        let text = #"{"meta": {"head": "Bridge"}, "text": "no", "payload": {"prose": "Closed."}}"#
        let reading = try reader.read(ascii(text), words: words)
        #expect(reading.articles.map(\.text) == ["Bridge\n\nClosed."])
    }

    @Test func readsAMappingFromASetting() throws {
        let mapping = try #require(JSONMapping(list: "title=meta.head, text=payload.prose,text=more"))
        #expect(mapping.title.first == "meta.head")
        #expect(mapping.text.prefix(2) == ["payload.prose", "more"])
        #expect(mapping.text.contains("maintext"))
        #expect(JSONMapping(list: "usual") == .usual)
        #expect(
            JSONMapping(list: "head=a") == nil && JSONMapping(list: "text=") == nil && JSONMapping(list: "text") == nil)
    }

    @Test(arguments: ["{\"a\": ", "{\"text\": \"\\x\"}", "{\"text\": 1"])
    func saysWhereJSONIsBroken(text: String) {
        let error = #expect(throws: NewswireError.self) { try read(text) }
        #expect(error?.code == .malformed)
        #expect(error?.reason.contains("no valid JSON") == true)
    }

    @Test func refusesJSONThatIsNestedTooDeep() {
        let text = "{\"text\": " + String(repeating: "[", count: 100_000)
        let error = #expect(throws: NewswireError.self) { try read(text) }
        #expect(error?.code == .malformed)
    }
}
