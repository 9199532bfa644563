/// Puts an extract together as an article: title, blank line, the story's paragraphs a blank line apart.
struct ArticleText {
    private let facts: PageFacts
    private var text = ""
    /// Unicode code points of `text`.
    private var length = 0
    private var setAside: [SetAside] = []
    private let isFromData: Bool
    /// That the story begins with.
    private let opening: Dateline?

    init(_ extract: PageExtract) {
        facts = extract.facts
        isFromData = extract.isFromData
        opening = extract.opening
        if let title = facts.title { append(title) }
        for block in extract.blocks {
            let span = append(block.text)
            if let reason = block.kind.reasonToSetAside { setAside.append(SetAside(span: span, reason: reason)) }
        }
    }

    func article(warnings: [String]) -> Article {
        var warnings = warnings
        if isFromData {
            warnings.append("the page shows no article: its text was taken from the page's data (JSON-LD)")
        }
        if facts.isPaid { warnings.append("the page says that the whole article is for subscribers only") }
        return Article(text: text, metadata: metadata, setAside: setAside, warnings: warnings)
    }

    @discardableResult
    private mutating func append(_ paragraph: String) -> Span {
        if length > 0 { take("\n\n") }
        let start = length
        take(paragraph)
        return Span(start, length)
    }

    /// Appending scalars to a view of scalars would copy all that is there each time.
    private mutating func take(_ part: String) {
        text += part
        length += part.unicodeScalars.count
    }

    /// The address, unless it is the site's own, which some templates put on every page.
    private var item: String? { facts.isOfSite ? nil : facts.url }

    private var metadata: Metadata {
        var metadata = Metadata()
        metadata.title = facts.title
        metadata.byline = facts.byline
        metadata.published = facts.published
        metadata.updated = facts.updated
        metadata.language = facts.language
        metadata.publisher = facts.publisher
        metadata.url = facts.url
        metadata.item = item
        if facts.dateline != nil || opening != nil {
            metadata.dateline = Dateline(
                place: facts.dateline?.place ?? opening?.place, agency: facts.dateline?.agency ?? opening?.agency)
        }
        return metadata
    }
}

extension PageBlock.Kind {
    var reasonToSetAside: String? {
        switch self {
        case .table: "table"
        case .caption: "caption"
        default: nil
        }
    }
}
