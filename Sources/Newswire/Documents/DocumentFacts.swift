/// What a word processor notes of a document (Dublin Core), and how it becomes the article's.
struct DocumentFacts {
    private let fields: Element?

    /// Bytes of the part that has them; the ones that are written have some 1,000.
    static let largest = 1 << 20

    /// - Parameter document: nil where the document has none.
    init(_ document: XMLFile?) { fields = document?.document.tree.root }

    /// - Parameter names: Local names, the first that has a text.
    private func text(_ names: [String]) -> String? { names.lazy.compactMap { fields?.first($0)?.text }.first }

    /// - Parameter heading: The first paragraph that has the style of a title.
    func metadata(heading: String?, _ words: NewsWords) -> Metadata {
        var metadata = Metadata()
        metadata.title = heading ?? text(["title"])
        metadata.published = words.times.iso(text(["created", "creation-date"]))
        metadata.updated = words.times.iso(text(["modified", "date"]))
        if metadata.updated == metadata.published { metadata.updated = nil }
        metadata.language = Metadata.languageTag(text(["language"]))
        return metadata
    }

    /// Who is noted as its author: of interest where the text names nobody.
    func byline(_ words: NewsWords) -> [String] { words.bylines.people(text(["creator", "initial-creator"])) }
}

extension ZipArchive {
    /// Bytes of the part with the text: as much as XML may have.
    private static var largest: Int { MarkupLimits().text }

    /// - Parameters:
    ///   - text: The name of the part with the text, and of the one with facts about the document.
    ///   - kind: For messages.
    func article(
        text: String, facts: String, _ paragraphs: MarkedParagraphs, kind: String, styles: StyleNames,
        _ words: NewsWords
    ) throws(NewswireError) -> Article {
        guard let part = try part(text, largest: Self.largest) else {
            throw NewswireError(
                .unknownFormat, reason: "the file is a \(kind) without a text: a table, slides or a drawing",
                remedy: "save its text as plain text (UTF-8)")
        }
        let file = try XMLFile(part, words)
        guard let root = file.document.tree.root, let body = root.first("body") else {
            throw .noArticle("the \(kind) has no text")
        }
        var noted: XMLFile?
        if let bytes = try self.part(facts, largest: DocumentFacts.largest) { noted = try? XMLFile(bytes, words) }
        let known = DocumentFacts(noted)
        var story = paragraphs.story(in: body)
        guard !story.isEmpty else { throw .noArticle("the \(kind) has no text") }
        var metadata = known.metadata(heading: styles.title(in: body), words)
        metadata.finish(with: &story, words)
        if metadata.byline.isEmpty { metadata.byline = known.byline(words) }
        return story.article(metadata, item: 1, warnings: file.warnings)
    }
}

/// How a format names the styles of paragraphs.
struct StyleNames {
    /// Of the paragraph, its attribute, and what that is for a title.
    let paragraph: String
    let element: String?
    let attribute: String
    let titles: Set<String>

    /// Paragraphs before which a title stands. Chosen by hand.
    private static let first = 5

    func title(in body: Element) -> String? {
        body.all(paragraph).prefix(Self.first).first { paragraph in
            let holder = element.map { paragraph.first($0) } ?? paragraph
            return holder?.attribute(attribute).map { titles.contains($0.lowercased()) } ?? false
        }?.text
    }
}
