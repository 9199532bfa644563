import TestSupport
import Testing

@testable import Newswire

@Suite struct NewsMLG2Tests {
    static func item(
        _ inline: String, itemClass: String = "ninat:text", status: String = "stat:usable", meta: String = ""
    ) -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:sn,2026:bridge" version="7" xml:lang="en">
        <itemMeta><itemClass qcode="\(itemClass)"/><provider literal="Strait News"/>
        <versionCreated>2026-11-20T08:00:00+01:00</versionCreated><firstCreated>2026-11-20T07:00:00+01:00</firstCreated>
        <pubStatus qcode="\(status)"/><link rel="irel:previousVersion" residref="tag:sn,2026:bridge" version="6"/>\(meta)</itemMeta>
        <contentMeta><headline>Bridge unsafe</headline><by>By Bo Ek</by><dateline>Ystad (SN) - </dateline><language tag="en-GB"/></contentMeta>
        <contentSet>\(inline)</contentSet></newsItem>
        """
    }

    static let xhtml = """
        <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head>
        <body><header><h1>no</h1></header><h1>Bridge unsafe</h1><p>By Bo Ek</p><p>It is <b>unsafe</b>.</p><p>ends</p></body></html></inlineXML>
        """
    static let nitf = """
        <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><byline>By No One</byline>
        </body.head><body.content><p>It is unsafe.</p></body.content></body></nitf></inlineXML>
        """

    private func read(_ text: String) throws -> Reading { try Newswire.read(bytes: ascii(text)) }

    @Test(arguments: [
        (xhtml, "Bridge unsafe\n\nBy Bo Ek\n\nIt is unsafe.\n\nends"), (nitf, "Bridge unsafe\n\nIt is unsafe."),
        ("<inlineData contenttype='text/plain'>It is\n\nunsafe.</inlineData>", "Bridge unsafe\n\nIt is\n\nunsafe."),
        (
            "<inlineData contenttype='text/html'>&lt;p&gt;It &amp;amp; that&lt;/p&gt;</inlineData>",
            "Bridge unsafe\n\nIt & that"
        ),
    ])
    func readsInlineText(inline: String, text: String) throws {
        let reading = try read(Self.item(inline))
        #expect(reading.format == "newsml-g2")
        let article = try #require(reading.articles.first)
        #expect(article.text == text)
        let metadata = article.metadata
        #expect(metadata.byline == ["Bo Ek"])
        #expect(metadata.dateline == Dateline(place: "Ystad", agency: "SN"))
        #expect(metadata.published == "2026-11-20T07:00:00+01:00")
        #expect(metadata.updated == "2026-11-20T08:00:00+01:00")
        #expect(metadata.language == "en-GB")
        #expect(metadata.publisher == "Strait News")
        #expect(metadata.item == "tag:sn,2026:bridge")
        #expect(metadata.version == "7")
        #expect(metadata.supersedes == "6")
        #expect(metadata.status == "usable" && metadata.urgency == nil)
    }

    @Test func setsABylineInTheBodyAside() throws {
        let article = try #require(try read(Self.item(Self.xhtml)).articles.first)
        #expect(article.setAside == [SetAside(span: Span(15, 23), reason: "byline")])
    }

    @Test func readsTheItemsOfAMessage() throws {
        let message =
            "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>" + Self.item(Self.xhtml)
            + Self.item("", itemClass: "ninat:picture") + Self.item("<remoteContent href='a'/>")
            + Self.item(Self.nitf, status: "stat:canceled") + "<packageItem guid=\"p\"/>" + Self.item(Self.nitf)
            + "</itemSet></newsMessage>"
        let reading = try read(message)
        #expect(reading.articles.map(\.item) == [1, 6])
        #expect(reading.failures.map(\.item) == [3])
        #expect(reading.skipped.map(\.item) == [2, 4, 5])
        #expect(reading.skipped[0].reason == "it is a picture")
        #expect(reading.skipped[1].withdrawal?.metadata.item == "tag:sn,2026:bridge")
        #expect(reading.skipped[1].withdrawal?.metadata.version == "7")
        #expect(reading.skipped[2].reason.contains("package"))
    }

    @Test(arguments: [
        ("<priority>3</priority>", "", 3), ("<priority>3</priority>", "<urgency>5</urgency>", 5),
        ("", "<urgency>0</urgency>", nil), ("<priority>3</priority>", "<urgency>high</urgency>", 3),
    ])
    func readsUrgencyBeforePriority(_ priority: String, _ urgency: String, _ expected: Int?) throws {
        let text = Self.item(Self.xhtml, meta: priority).replacing("<contentMeta>", with: "<contentMeta>" + urgency)
        #expect(try read(text).articles.first?.metadata.urgency == expected)
    }

    @Test func flagsAnEmbargo() throws {
        let text = Self.item(Self.xhtml, status: "stat:withheld", meta: "<embargoed>2026-11-21T06:00:00Z</embargoed>")
        let metadata = try #require(try read(text).articles.first).metadata
        #expect(metadata.embargoedUntil == "2026-11-21T06:00:00Z" && metadata.status == "withheld")
    }
}

@Suite struct NewsML1Tests {
    static func document(_ content: String, status: String = "Usable") -> String {
        """
        <?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2.dtd:1" "n.dtd" [<!ENTITY % nitf SYSTEM "n.dtd"> %nitf;]>
        <NewsML><NewsEnvelope><SentFrom><Party FormalName="Strait News"/></SentFrom></NewsEnvelope><NewsItem><Identification><NewsIdentifier>
        <ProviderId>strait.example</ProviderId><DateId>20261120</DateId><NewsItemId>bridge</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>
        </NewsIdentifier></Identification><NewsManagement><FirstCreated>20261120T070000+0100</FirstCreated>
        <ThisRevisionCreated>20261120T080000+0100</ThisRevisionCreated><Status FormalName="\(status)"/></NewsManagement>
        <NewsComponent xml:lang="en"><NewsLines><HeadLine>Bridge unsafe</HeadLine><ByLine>By Bo Ek</ByLine><DateLine>YSTAD, Nov 20</DateLine></NewsLines>
        <NewsComponent><Role FormalName="Contact"/><ContentItem><DataContent><p>Call us.</p></DataContent></ContentItem></NewsComponent>
        <NewsComponent><Role FormalName="Main"/>\(content)</NewsComponent></NewsComponent></NewsItem></NewsML>
        """
    }

    private func read(_ text: String) throws -> Reading { try Newswire.read(bytes: ascii(text)) }

    @Test(arguments: [
        "<p>It is unsafe.</p><p>It is closed.</p>",
        "<nitf><body><body.content><p>It is unsafe.</p><p>It is closed.</p></body.content></body></nitf>",
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>no</title></head><body><p>It is unsafe.</p><p>It is closed.</p></body></html>",
        "It is unsafe.\n\nIt is closed.", "&lt;p&gt;It is unsafe.&lt;/p&gt;&lt;p&gt;It is closed.&lt;/p&gt;",
    ])
    func readsTheMainContent(content: String) throws {
        let reading = try read(Self.document("<ContentItem><DataContent>\(content)</DataContent></ContentItem>"))
        #expect(reading.format == "newsml-1")
        let article = try #require(reading.articles.first)
        #expect(article.text == "Bridge unsafe\n\nIt is unsafe.\n\nIt is closed.")
        let metadata = article.metadata
        #expect(metadata.byline == ["Bo Ek"])
        #expect(metadata.dateline == Dateline(place: "YSTAD"))
        #expect(metadata.published == "2026-11-20T07:00:00+01:00")
        #expect(metadata.updated == "2026-11-20T08:00:00+01:00")
        #expect(metadata.language == "en")
        #expect(metadata.publisher == "Strait News")
        #expect(metadata.item == "urn:newsml:strait.example:20261120:bridge")
        #expect(metadata.version == "2")
        #expect(metadata.supersedes == "1")
    }

    /// What is said of a text stands around it, however many others there are.
    @Test func readsTheFieldsAroundATextAmongThousands() throws {
        let others = (1...5_000).map { n in
            "<NewsComponent><Role FormalName='Caption'/><NewsLines><HeadLine>Picture \(n)</HeadLine></NewsLines>"
                + "<ContentItem><DataContent>A bridge.</DataContent></ContentItem></NewsComponent>"
        }.joined()
        let main =
            "<NewsComponent><NewsLines><HeadLine>Bridge shut</HeadLine></NewsLines><Role FormalName='Main'/>"
            + "<ContentItem><DataContent>It is unsafe.</DataContent></ContentItem></NewsComponent>"
        let reading = try read("<NewsML><NewsItem><NewsComponent>\(others)\(main)</NewsComponent></NewsItem></NewsML>")
        #expect(reading.articles.map(\.text) == ["Bridge shut\n\nIt is unsafe."])
    }

    @Test(arguments: [
        ("<Urgency FormalName=\"2\"/><Priority FormalName=\"9\"/>", 2), ("<Urgency>2</Urgency>", 2),
        ("<Priority FormalName=\"9\"/>", 9), ("<Urgency FormalName=\"12\"/>", nil),
    ])
    func readsUrgencyAndStatus(_ codes: String, _ urgency: Int?) throws {
        let text = Self.document("<ContentItem><DataContent>It is unsafe.</DataContent></ContentItem>")
            .replacing("<Status ", with: codes + "<Status ")
        let metadata = try #require(try read(text).articles.first).metadata
        #expect(metadata.urgency == urgency && metadata.status == "usable")
    }

    @Test(arguments: [
        ("urn:newsml:strait.example:20261120:bridge:2N", "urn:newsml:strait.example:20261120:bridge"), ("bridge", nil),
    ])
    func takesThePublicIdentifierWithoutItsRevision(_ identifier: String, _ item: String?) throws {
        let text = Self.document("<ContentItem><DataContent>It is unsafe.</DataContent></ContentItem>")
            .replacing("<NewsItemId>bridge</NewsItemId>", with: "<PublicIdentifier>\(identifier)</PublicIdentifier>")
        #expect(try read(text).articles.first?.metadata.item == item)
    }

    @Test func reportsAWithdrawal() throws {
        let reading = try read(
            Self.document("<ContentItem><DataContent>x</DataContent></ContentItem>", status: "Canceled"))
        #expect(reading.articles.isEmpty)
        #expect(reading.skipped.first?.withdrawal?.metadata.item == "urn:newsml:strait.example:20261120:bridge")
    }

    @Test func picturesAreNoArticle() throws {
        let picture = """
            <NewsML><NewsItem><NewsComponent><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent></NewsItem></NewsML>
            """
        let reading = try read(picture)
        #expect(reading.isWithoutArticles)
    }
}
