/// The content that an envelope format carries in an element: NITF, XHTML, bare paragraphs, escaped HTML or plain text.
struct EmbeddedContent {
    private let element: Element
    private let isHTML: Bool

    /// - Parameter type: What the envelope says of it, as a MIME type or a name of its own; nil where it says nothing.
    init(_ element: Element, type: String?) {
        self.element = element
        isHTML = type?.lowercased().utf8Contains("html") ?? false
    }

    private var nitf: NITFBody? { (element.at("nitf") ?? element.first("nitf")).map(NITFBody.init) }

    /// Fills the gaps of an envelope's fields with what NITF within it says of itself.
    func filling(_ fields: Metadata) -> Metadata {
        guard let nitf else { return fields }
        var metadata = fields
        metadata.title = fields.title ?? nitf.title
        metadata.byline = fields.byline.isEmpty ? nitf.byline : fields.byline
        metadata.dateline = fields.dateline ?? nitf.dateline
        return metadata
    }

    func story() throws(NewswireError) -> Story {
        if let nitf { return nitf.story }
        guard element.hasChildren else {
            let words = element.tree.words
            return isHTML ? try Story(html: element.content, words) : try Story(htmlOrPlain: element.content, words)
        }
        let page = element.at("html") ?? element
        var builder = StoryBuilder(element.tree)
        return builder.story(in: page.at("body") ?? page)
    }
}
