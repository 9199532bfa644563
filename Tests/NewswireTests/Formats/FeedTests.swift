import TestSupport
import Testing

@testable import Newswire

@Suite struct FeedTests {
    private func read(_ text: String) throws -> Reading { try Newswire.read(bytes: ascii(text)) }

    @Test func readsRSS() throws {
        let reading = try read(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Strait News</title><language>en-GB</language>
            <item><title>Bridge &amp;#8220;unsafe&amp;#8221;</title><link>https://strait.example/bridge</link>
            <guid isPermaLink="false">sn-7</guid><pubDate>Fri, 20 Nov 2026 07:00:00 +0100</pubDate><dc:creator>Bo Ek</dc:creator>
            <description>A summary.</description><media:content url="a.jpg"/>
            <content:encoded><![CDATA[<p>“It is <a href="x">unsafe</a>,” she said.</p><p>It is closed.</p>]]></content:encoded></item>
            <item><title>Second</title><description>Just &lt;b&gt;this&lt;/b&gt;.</description></item>
            <item><title/><description> </description></item></channel></rss>
            """)
        #expect(reading.format == "rss")
        #expect(reading.articles.map(\.item) == [1, 2])
        #expect(
            reading.articles.map(\.text) == [
                "Bridge “unsafe”\n\n“It is unsafe,” she said.\n\nIt is closed.", "Second\n\nJust this.",
            ])
        let metadata = reading.articles[0].metadata
        #expect(metadata.item == "sn-7")
        #expect(metadata.url == "https://strait.example/bridge")
        #expect(metadata.byline == ["Bo Ek"])
        #expect(metadata.published == "2026-11-20T07:00:00+01:00")
        #expect(metadata.language == "en-GB")
        #expect(metadata.publisher == "Strait News")
        #expect(reading.failures.map(\.item) == [3])
        #expect(reading.failures.first?.error.code == .empty)
    }

    @Test(arguments: [
        "&lt;![CDATA[&lt;p&gt;“It is unsafe,” she said.&lt;/p&gt;&lt;p&gt;It is closed.&lt;/p&gt;]]&gt;",
        "&amp;lt;p&amp;gt;“It is &amp;lt;a href=&amp;#34;x&amp;#34;&amp;gt;unsafe&amp;lt;/a&amp;gt;,” she said.&amp;lt;/p&amp;gt;"
            + "&amp;lt;p&amp;gt;It is closed.&amp;lt;/p&amp;gt;",
        "<![CDATA[&lt;p&gt;“It is unsafe,” she said.&lt;/p&gt;&lt;p&gt;It is closed.&lt;/p&gt;]]>",
    ])
    func markupThatWasEscapedOnceTooOftenIsMarkup(description: String) throws {
        let feed =
            "<rss version=\"2.0\"><channel><item><title>Bridge</title><description>\(description)</description></item>"
            + "</channel></rss>"
        #expect(try read(feed).articles.map(\.text) == ["Bridge\n\n“It is unsafe,” she said.\n\nIt is closed."])
    }

    @Test func readsRDF() throws {
        let reading = try read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Strait News</title></channel><item rdf:about="https://strait.example/1"><title>One</title>
            <link>https://strait.example/1</link><dc:date>2026-11-20T07:00:00Z</dc:date><description>First.</description></item></rdf:RDF>
            """)
        #expect(reading.format == "rdf")
        #expect(reading.articles.map(\.text) == ["One\n\nFirst."])
        #expect(reading.articles[0].metadata.item == "https://strait.example/1")
        #expect(reading.articles[0].metadata.published == "2026-11-20T07:00:00Z")
    }

    @Test func readsAtom() throws {
        let reading = try read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Strait News</title>
            <entry><id>urn:sn:1</id><title type="html">Rock &amp;amp; roll</title><link rel="self" href="no"/><link href="https://strait.example/1"/>
            <updated>2026-11-20T07:00:00Z</updated><author><name>Ann Vik</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <em>two</em>.</p><p>Three.</p></div></content></entry>
            <entry><id>urn:sn:2</id><title>Plain</title><content type="text">1 &lt; 2</content></entry></feed>
            """)
        #expect(reading.format == "atom")
        #expect(reading.articles.map(\.text) == ["Rock & roll\n\nOne two.\n\nThree.", "Plain\n\n1 < 2"])
        #expect(reading.articles.map(\.metadata.item) == ["urn:sn:1", "urn:sn:2"])
        #expect(reading.articles[0].metadata.url == "https://strait.example/1")
        #expect(reading.articles[0].metadata.byline == ["Ann Vik"])
        #expect(reading.articles[0].metadata.updated == "2026-11-20T07:00:00Z")
    }

    @Test(arguments: [
        "<description>AT&T</description>", "<description><b>open</description>", "<description>&nosuch;</description>",
    ])
    func oneBrokenItemFailsAlone(broken: String) throws {
        let reading = try read(
            "<rss><channel>\n<item><title>One</title></item>\n<item>\(broken)</item>\n<item><title>Three</title></item>\n</channel></rss>"
        )
        #expect(reading.articles.map(\.text) == ["One", "Three"])
        #expect(reading.articles.map(\.item) == [1, 3])
        #expect(reading.failures.map(\.item) == [2])
        #expect(reading.failures.first?.error.reason.contains("line 3") == true, "\(reading.failures)")
    }

    @Test func keepsWhatCameBeforeAFeedBreaksOff() throws {
        let reading = try read("<rss><channel><item><title>One</title></item><item><title>Tw")
        #expect(reading.articles.map(\.text) == ["One"])
        #expect(reading.failures.map(\.item) == [2])
    }

    @Test func aFeedWithoutItemsIsNoFailure() throws {
        let reading = try read("<rss><channel><title>Quiet</title></channel></rss>")
        #expect(reading.isWithoutArticles)
    }
}
