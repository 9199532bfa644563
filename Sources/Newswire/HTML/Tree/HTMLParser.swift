/// Whole pages through libxml2's HTML parser, which mends what is broken, event by event into an `HTMLTree`.
///
/// Nothing is fetched: the parser is given no loader and told of no network. It is given UTF-8, and told not to look for
/// another encoding.
enum HTMLParser {
    /// Bytes of UTF-8; the largest pages of newspapers have a tenth of it.
    static let largestPage = 32 << 20

    /// - Parameter page: The whole page, decoded.
    /// - Throws: `NewswireError` for a page that is larger, deeper or more broken than any that people read.
    static func parse(
        _ page: String, limits: HTMLTreeBuilder.Limits = HTMLTreeBuilder.Limits()
    ) throws(NewswireError) -> HTMLTree {
        guard page.utf8.count <= largestPage else { throw .largePage }
        let builder = HTMLTreeBuilder(limits: limits)
        let events = HTMLEvents(builder)
        var page = page
        guard page.withUTF8({ unsafe events.parse($0) }) else { throw .noParser }
        if let refusal = builder.refusal { throw NewswireError(refusal) }
        return builder.finish()
    }
}

extension NewswireError {
    fileprivate static let largePage = NewswireError(
        .tooLarge, reason: "the page has more than \(HTMLParser.largestPage >> 20) MiB",
        remedy: "save the article's own page without what is embedded in it")

    fileprivate static let noParser = NewswireError(
        .malformed, reason: "there was no memory left to read the page", remedy: "drop the file in again")

    fileprivate init(_ refusal: HTMLTreeBuilder.Refusal) {
        let remedy = "drop in the article's text as plain text, paragraphs a blank line apart"
        switch refusal {
        case .depth: self.init(.malformed, reason: "the page's elements are nested without end", remedy: remedy)
        case .nodes: self.init(.tooLarge, reason: "the page has millions of elements", remedy: remedy)
        case .mistakes:
            self.init(.malformed, reason: "the page's end tags fit its start tags nowhere", remedy: remedy)
        }
    }
}
