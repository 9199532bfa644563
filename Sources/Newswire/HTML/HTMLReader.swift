/// Web pages: the article in a page, without what the site put around it.
package struct HTMLReader: Reader {
    /// The charset that came with the page, as a server says it.
    private let declared: String?

    package init() { declared = nil }

    init(declared: String?) { self.declared = declared }

    package var format: String { "html" }

    package func recognise(_ sample: FileSample) -> Recognition {
        if XMLSniffer.looksLikeHTML(sample) { return .certain }
        // Messages and JSON may hold a page too.
        guard !XMLSniffer.beginsLikeXML(sample), !EmailSniffer.looksLikeEmail(sample),
            !JSONSniffer.looksLikeJSON(sample)
        else { return .no }
        return DisplacedPage.start(in: sample.head) == nil ? .no : .likely
    }

    package func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        try MarkupLimits.check(bytes)
        var decoded = try DecodedText(bytes, declared: declared, keepingControls: true, droppingNULs: true)
        if let mended = Mojibake.mended(decoded.text) {
            decoded.text = mended.text
            decoded.warnings.append("mended \(mended.count) characters of UTF-8 that had been read as another encoding")
        } else if let remapped = MacRoman.remap(decoded.text) {
            decoded.text = remapped
            decoded.warnings.append("mended characters of Mac Roman that had been read as windows-1252")
        }
        if let (text, count) = DoubleReferences.mended(decoded.text) {
            decoded.text = text
            decoded.warnings.append("read \(count) references to characters that had been escaped twice")
        }
        let extract = try PageExtract(page: DisplacedPage.cut(decoded.text), words)
        if let refusal = extract.refusal { throw .refusedPage(refusal) }
        guard extract.isArticle else { throw .noArticleInPage }
        return Reading(
            format: format, encoding: decoded.charset.name,
            articles: [ArticleText(extract).article(warnings: decoded.warnings)])
    }
}

extension NewswireError {
    static let noArticleInPage = NewswireError(
        .noArticle,
        reason: "the page holds no article: it has no sentences, beside links and labels, of "
            + "\(PageExtract.least) letters and digits together (\(PageExtract.leastOfDated) where it says when it was "
            + "published, \(BarePage.least) where it holds nothing else)",
        remedy: "drop in the page of a single article, or its text as plain text; a front page or a list of articles, "
            + "and a page that a browser's script fills, have none")
}
