import TestSupport
import Testing

@testable import Newswire

/// JATS and DocBook.
@Suite struct JournalXMLTests {
    static let jats = """
        <?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "j.dtd"><article article-type="news" xml:lang="en">
        <front><journal-meta><journal-title-group><journal-title>Strait Letters</journal-title></journal-title-group></journal-meta>
        <article-meta><article-id pub-id-type="doi">10.1/7</article-id><title-group><article-title>Pier <italic>unsafe</italic></article-title></title-group>
        <contrib-group><contrib contrib-type="author"><name><surname>Ek</surname><given-names>Bo</given-names></name></contrib>
        <contrib contrib-type="editor"><name><surname>No</surname></name></contrib></contrib-group>
        <pub-date><day>3</day><month>2</month><year>2026</year></pub-date></article-meta></front>
        <body><sec><title>The pier</title><p>“It is old,” said <bold>Ida Moe</bold><xref>1</xref>.<fn><p>no</p></fn></p>
        <list><list-item><p>It rained.</p></list-item></list></sec><fig><caption><p>The pier.</p></caption></fig>
        <table-wrap><table><tr><td>1</td></tr></table></table-wrap></body><back><ref-list><p>no</p></ref-list></back></article>
        """
    static let docBook = """
        <?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook" xml:lang="en"><title>Pier unsafe</title>
        <info><author><personname><firstname>Bo</firstname><surname>Ek</surname></personname></author><pubdate>2026-02-03</pubdate></info>
        <section><title>The pier</title><para>“It is old,” said Ida Moe.<footnote><para>no</para></footnote></para>
        <itemizedlist><listitem><para>It rained.</para></listitem></itemizedlist></section></article>
        """

    @Test func readsJATS() throws {
        let reading = try Newswire.read(bytes: Array(Self.jats.utf8))
        let article = try #require(reading.articles.first)
        #expect(reading.format == "jats")
        #expect(article.text == "Pier unsafe\n\nThe pier\n\n“It is old,” said Ida Moe.\n\nIt rained.\n\nThe pier.\n\n1")
        #expect(article.setAside.map(\.reason) == ["caption", "table"])
        #expect(article.metadata.byline == ["Bo Ek"] && article.metadata.published == "2026-02-03")
        #expect(article.metadata.publisher == "Strait Letters" && article.metadata.item == "10.1/7")
    }

    @Test func readsDocBook() throws {
        let reading = try Newswire.read(bytes: Array(Self.docBook.utf8))
        let article = try #require(reading.articles.first)
        #expect(reading.format == "docbook")
        #expect(article.text == "Pier unsafe\n\nThe pier\n\n“It is old,” said Ida Moe.\n\nIt rained.")
        #expect(article.metadata.byline == ["Bo Ek"] && article.metadata.published == "2026-02-03")
    }

    @Test func anArticleOfHTMLIsNoneOfThem() throws {
        let text = "<article><h1>Pier</h1><p>“It is old,” said Ida Moe.</p><p>It was built in 1931.</p></article>"
        #expect(try Newswire.read(bytes: Array(text.utf8)).format == "html")
    }

    @Test func aDocumentWithoutTextIsRefused() {
        let error = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: ascii("<article article-type='news'><front/><body/></article>"))
        }
        #expect(error?.code == .noArticle)
    }
}
