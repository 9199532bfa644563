package import Newswire
package import Rulebook

/// Makes a `Document` of an `Article`: paragraphs, sentences, tokens, furniture.
package struct Segmenter: Sendable {
    private let rulebook: Rulebook
    private let furniture: FurnitureFinder

    package init(rulebook: Rulebook) {
        self.rulebook = rulebook
        furniture = FurnitureFinder(rules: rulebook.furniture)
    }

    package func document(of article: Article) -> Document {
        document(of: article) { () throws(Never) in }
    }

    /// - Parameter checkpoint: Called again and again, at least once a paragraph; what it throws ends the work.
    package func document<Interruption: Error>(
        of article: Article, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Document {
        let scalars = Array(article.meant.unicodeScalars)
        var document = Document(
            scalars: scalars, origins: article.mended?.origins, tokens: [], sentences: [], paragraphs: [], setAside: [],
            headline: nil)
        document.tokens.reserveCapacity(scalars.count / 4)
        let tokenizer = Tokenizer(scalars, rulebook: rulebook)
        let splitter = SentenceSplitter(rulebook: rulebook)
        let asides = AsideIndex(article.setAside)
        for span in ParagraphSplitter(scalars: scalars).paragraphs() {
            let reason =
                asides.first(overlapping: span)?.reason
                ?? furniture.reason(scalars[span.start..<span.end])
            try checkpoint()
            try append(span, reason, tokenizer, splitter, to: &document, checkpoint)
        }
        try checkpoint()
        document.setAside = article.setAside + furniture(in: document, besides: asides)
        document.setAside.sort { $0.span < $1.span }
        document.headline = Headline.find(in: document, bylines: rulebook.news[.authorPreposition])
        return document
    }

    private func append<Interruption: Error>(
        _ span: Span, _ reason: String?, _ tokenizer: Tokenizer, _ splitter: SentenceSplitter,
        to document: inout Document, _ checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        let first = document.tokens.count
        let firstSentence = document.sentences.count
        if reason == nil {
            try tokenizer.tokenize(span.start..<span.end, into: &document.tokens, checkpoint: checkpoint)
            let range = first..<document.tokens.count
            var start = first
            for boundary in splitter.boundaries(in: document.tokens, range: range) + [range.upperBound]
            where boundary > start {
                document.sentences.append(Sentence(tokens: start..<boundary, paragraph: document.paragraphs.count))
                start = boundary
            }
        }
        document.paragraphs.append(
            Paragraph(
                span: span, tokens: first..<document.tokens.count, sentences: firstSentence..<document.sentences.count,
                setAside: reason))
    }

    /// Runs of furniture paragraphs as one stretch each, but for what the reader set aside.
    private func furniture(in document: Document, besides asides: AsideIndex) -> [SetAside] {
        var result: [SetAside] = []
        var open: SetAside?
        for paragraph in document.paragraphs {
            guard let reason = paragraph.setAside, asides.first(overlapping: paragraph.span) == nil else {
                if let span = open { result.append(span) }
                open = nil
                continue
            }
            if open?.reason == reason {
                open?.span.end = paragraph.span.end
            } else {
                if let span = open { result.append(span) }
                open = SetAside(span: paragraph.span, reason: reason)
            }
        }
        if let span = open { result.append(span) }
        return result
    }
}
