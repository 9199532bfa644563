/// JATS (ANSI/NISO Z39.96), and NLM before it: articles of journals, news of which some are. One article a file.
struct JATSReader: Reader {
    var format: String { "jats" }

    func recognise(_ sample: FileSample) -> Recognition {
        guard sample.root == "article" else { return .no }
        let marks: [StaticString] = ["<front>", "<front ", "article-type=", "JATS", "//NLM//"]
        return marks.contains(where: sample.head.contains) ? .certain : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let file = try XMLFile(bytes, words)
        guard let root = file.document.tree.root, let body = root.at("body") else {
            throw .noArticle("the JATS document has no body")
        }
        var story = Self.paragraphs.story(in: body)
        guard !story.isEmpty else { throw .noArticle("the JATS document has no text in its body") }
        var metadata = Self.metadata(of: root)
        metadata.finish(with: &story, words)
        return Reading(
            format: format, encoding: file.encoding,
            articles: [story.article(metadata, item: 1, warnings: file.warnings)])
    }

    private static let paragraphs = MarkedParagraphs(
        blocks:
            "p title sec list list-item disp-quote attrib boxed-text speech speaker verse-group verse-line def-list def-item",
        dropped: "fn label xref ref-list disp-formula inline-formula tex-math supplementary-material media object-id",
        tables: "table-wrap table tr", captions: "fig fig-group graphic caption")

    private static func metadata(of root: Element) -> Metadata {
        var metadata = Metadata()
        let times = root.tree.words.times
        metadata.language = Metadata.languageTag(root.attribute("lang"))
        guard let front = root.at("front") else { return metadata }
        metadata.title = front.first("article-title")?.text
        let authors = front.all("contrib").filter { ($0.attribute("contrib-type") ?? "author") == "author" }
        metadata.byline = authors.compactMap(name).uniqued()
        metadata.published = front.first("pub-date").flatMap { date(of: $0, times) }
        metadata.publisher = front.first("publisher-name")?.text ?? front.first("journal-title")?.text
        metadata.item =
            front.all("article-id").first { $0.attribute("pub-id-type") == "doi" }?.text
            ?? front.first("article-id")?.text
        return metadata
    }

    private static func name(of author: Element) -> String? {
        guard let name = author.first("name") else {
            return author.first("string-name")?.text ?? author.first("collab")?.text
        }
        let parts = [name.at("given-names")?.text, name.at("surname")?.text].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private static func date(of date: Element, _ times: NewsTime) -> String? {
        if let iso = times.iso(date.attribute("iso-8601-date")) { return iso }
        let parts = ["year", "month", "day"].compactMap { date.at($0)?.text }
        guard parts.count == 3 else { return nil }
        return times.iso(parts.map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-"))
    }
}

/// DocBook 4 and 5: one article a file, or a book as one.
struct DocBookReader: Reader {
    var format: String { "docbook" }

    func recognise(_ sample: FileSample) -> Recognition {
        guard let root = sample.root, ["article", "book", "chapter", "section"].contains(root) else { return .no }
        let marks: [StaticString] = ["docbook.org/ns/docbook", "DTD DocBook", "DocBook XML"]
        return marks.contains(where: sample.head.contains) ? .certain : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let file = try XMLFile(bytes, words)
        guard let root = file.document.tree.root else { throw .noArticle("the DocBook document is empty") }
        var metadata = Self.metadata(of: root)
        var story = Self.paragraphs.story(in: root)
        if story.paragraphs.first?.text == metadata.title { story.paragraphs.removeFirst() }
        guard !story.isEmpty else { throw .noArticle("the DocBook document has no text") }
        metadata.finish(with: &story, words)
        return Reading(
            format: format, encoding: file.encoding,
            articles: [story.article(metadata, item: 1, warnings: file.warnings)])
    }

    private static let paragraphs = MarkedParagraphs(
        blocks:
            "para simpara formalpara title subtitle section sect1 sect2 sect3 sect4 sect5 chapter part preface appendix "
            + "itemizedlist orderedlist variablelist varlistentry term listitem simplelist member blockquote attribution epigraph "
            + "sidebar note tip warning caution important qandaset qandaentry question answer bridgehead programlisting screen",
        dropped:
            "info articleinfo bookinfo sectioninfo chapterinfo footnote indexterm remark bibliography glossary index toc",
        tables: "table informaltable row", captions: "figure informalfigure mediaobject caption")

    private static func metadata(of root: Element) -> Metadata {
        var metadata = Metadata()
        let times = root.tree.words.times
        let info = root.at("info") ?? root.at("articleinfo") ?? root.at("bookinfo")
        metadata.title = root.at("title")?.text ?? info?.at("title")?.text
        metadata.language = Metadata.languageTag(root.attribute("lang"))
        guard let info else { return metadata }
        metadata.byline = info.all("author").compactMap(name).uniqued()
        metadata.published = times.iso((info.at("pubdate") ?? info.at("date"))?.text)
        metadata.publisher = info.first("publishername")?.text
        return metadata
    }

    private static func name(of author: Element) -> String? {
        let parts = [author.first("firstname") ?? author.first("givenname"), author.first("surname")].compactMap {
            $0?.text
        }
        return parts.isEmpty ? author.first("personname")?.text : parts.joined(separator: " ")
    }
}
