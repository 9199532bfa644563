package import Newswire
package import Rulebook
package import Text

/// A document with what every rule asks of it: dictionary entries, tags and quoted stretches by token.
package final class AnalyzedDocument: Sendable {
    package let document: Document
    package let lexicon: Lexicon
    /// What the lexicon says of each token.
    private let entries: [Lexicon.Entry?]
    /// Classes of each token's word: asked for far more often than the rest of its entry.
    package let classes: [WordClass]
    package let tags: [Tag]
    /// In the order of their beginnings.
    package let stretches: [QuotedStretch]
    /// The stretches that stand in no other, which are apart.
    package let outermost: [Int]
    /// The stretches right inside each stretch.
    package let nested: [[Int]]
    /// How many paragraphs of the story stand before each of the document's: those that were set aside do not count.
    private let order: [Int]
    /// The tokens read as one paragraph, by paragraph of the document.
    private let texts: [Range<Int>]
    /// The first token behind the dateline or byline, by paragraph of the document.
    private let openings: [Int]
    /// Where paragraphs that were set aside stand, by the token behind them.
    private let asides: [Int]
    /// Words before each token, so that those of any range are counted in one step.
    private let wordsBefore: [Int]

    package convenience init(_ document: Document, lexicon: Lexicon) {
        self.init(document, lexicon: lexicon) { () throws(Never) in }
    }

    /// - Parameter checkpoint: Called again and again; what it throws ends the work.
    package init<Failure: Error>(
        _ document: Document, lexicon: Lexicon, checkpoint: () throws(Failure) -> Void
    ) throws(Failure) {
        self.document = document
        self.lexicon = lexicon
        var classes: [WordClass] = []
        classes.reserveCapacity(document.tokens.count)
        let entries = document.tokens.map { token in
            let entry = lexicon.entry(of: token.lower)
            classes.append(entry?.classes ?? [])
            return entry
        }
        classes = SurnameWords(tokens: document.tokens, classes: classes, entries: entries).cleared()
        (self.entries, self.classes) = (entries, classes)
        try checkpoint()
        let tags = Self.withTitles(lexicon.language.tags(of: document.tokens, classes: classes), document, lexicon)
        self.tags = tags
        try checkpoint()
        let pairing = QuotePairing(
            tokens: document.tokens, marks: lexicon.quoteMarks, morphology: lexicon.morphology)
        texts = ParagraphJoiner(document: document, pairing: pairing).texts()
        let stretches = try Self.stretches(in: texts, pairing, document, entries, checkpoint)
        self.stretches = stretches
        outermost = stretches.indices.filter { stretches[$0].parent == nil }
        nested = Self.nested(stretches)
        order = Self.runningCount(of: document.paragraphs) { $0.setAside == nil }
        openings = document.paragraphs.map {
            guard $0.setAside == nil else { return $0.tokens.lowerBound }
            return lexicon.language.storyStart(in: $0.tokens, of: document, tags: tags)
        }
        asides = document.paragraphs.filter { $0.setAside != nil }.map(\.tokens.lowerBound)
        wordsBefore = [0] + Self.runningCount(of: document.tokens, where: \.isWord)
    }

    private static func stretches<Failure: Error>(
        in texts: [Range<Int>], _ pairing: QuotePairing, _ document: Document, _ entries: [Lexicon.Entry?],
        _ checkpoint: () throws(Failure) -> Void
    ) throws(Failure) -> [QuotedStretch] {
        var stretches: [QuotedStretch] = []
        for text in texts {
            try checkpoint()
            let base = stretches.count
            for var stretch in pairing.stretches(in: text) {
                if !stretch.closed, let end = attribution(in: stretch, document, entries) {
                    stretch.tokens = stretch.tokens.lowerBound..<end
                }
                stretch.parent = stretch.parent.map { $0 + base }
                stretches.append(stretch)
            }
        }
        return stretches
    }

    /// The stretches right inside each stretch.
    private static func nested(_ stretches: [QuotedStretch]) -> [[Int]] {
        var nested = [[Int]](repeating: [], count: stretches.count)
        for i in stretches.indices { stretches[i].parent.map { nested[$0].append(i) } }
        return nested
    }

    /// How many of those up to each one pass a test.
    private static func runningCount<Element>(of all: [Element], where test: (Element) -> Bool) -> [Int] {
        var count = 0
        return all.map { element in
            count += test(element) ? 1 : 0
            return count
        }
    }

    /// "Transport Secretary Ann Lee said": what opens a sentence like a verb, and is the first word of a title.
    private static func withTitles(_ tags: [Tag], _ document: Document, _ lexicon: Lexicon) -> [Tag] {
        var tags = tags
        for i in tags.indices.dropLast() where tags[i].isVerb {
            let (word, next) = (document.tokens[i], document.tokens[i + 1])
            guard word.shape.contains(.capitalized), next.shape.contains(.capitalized) else { continue }
            if lexicon.entry(of: word.lower + " " + next.lower)?.title != nil { tags[i] = .name }
        }
        return tags
    }

    /// In tokens: "she told us". Chosen by hand.
    private static let longestAttribution = 4

    /// “I do not believe it, she told us: where a closing mark is missing, the words end at the comma before a short
    /// attribution.
    private static func attribution(
        in stretch: QuotedStretch, _ document: Document, _ entries: [Lexicon.Entry?]
    ) -> Int? {
        stretch.inner.first { i in
            guard document.tokens[i].kind == .comma else { return false }
            let follow = i + 1..<min(i + 1 + longestAttribution, document.tokens.count)
            guard follow.count > 1, document.tokens[follow.lowerBound].isWord else { return false }
            return follow.contains { j in
                entries[j]?.verbs.contains {
                    $0.verb.frames.contains(.inversion) && !$0.forms.isDisjoint(with: [.past, .thirdPerson])
                } ?? false
            }
        }.map { $0 + 1 }
    }

    package func entry(_ token: Int) -> Lexicon.Entry? { entries[token] }

    /// Of several words that are in a list together: "prime minister".
    package func entry(of tokens: Range<Int>) -> Lexicon.Entry? {
        lexicon.entry(of: tokens.map(lower).joined(separator: " "))
    }

    /// Whether a token ends as plurals do: "voters".
    package func isPlural(_ token: Int) -> Bool { lexicon.morphology.isPlural(lower(token)) }

    /// Whether a token is such a word: `analysis.is(i, .definiteArticle)`.
    package func `is`(_ token: Int, _ use: GrammarWord) -> Bool { entry(token)?.uses.contains(use) ?? false }

    /// The tokens that share code points with a span.
    package func tokens(within span: Span) -> Range<Int> {
        let first = document.tokens.partitioningIndex { $0.span.end > span.start }
        let end = document.tokens[first...].partitioningIndex { $0.span.start >= span.end }
        return first..<end
    }

    package func lower(_ token: Int) -> String { document.tokens[token].lower }

    /// The last token within the quotation marks of a folded stretch.
    package func last(in item: Item) -> Int? { item.stretch.flatMap { stretches[$0].inner.last } }

    package func wordCount(_ range: Range<Int>) -> Int { wordsBefore[range.upperBound] - wordsBefore[range.lowerBound] }

    /// The outermost stretches that share tokens with a range.
    package func outermost(in range: Range<Int>) -> ArraySlice<Int> {
        let first = outermost.partitioningIndex(where: { stretches[$0].tokens.upperBound > range.lowerBound })
        let end = outermost[first...].partitioningIndex(where: { stretches[$0].tokens.lowerBound >= range.upperBound })
        return outermost[first..<end]
    }

    /// Whether a token stands between quotation marks.
    package func isQuoted(_ token: Int) -> Bool {
        outermost(in: token..<token + 1).contains { stretches[$0].inner.contains(token) }
    }

    /// The number in the story of the paragraph that a token stands in: what was set aside parts nothing.
    package func paragraph(of token: Int) -> Int { number(ofParagraph: place(of: token)) }

    /// The number in the story of one of the document's paragraphs.
    package func number(ofParagraph place: Int) -> Int {
        place < order.count ? order[place] : order.last.map { $0 + 1 } ?? 0
    }

    /// What is left of a paragraph, by its place in the document, behind its dateline or byline.
    package func story(ofParagraph place: Int) -> Range<Int> {
        max(openings[place], texts[place].lowerBound)..<texts[place].upperBound
    }

    /// What is left of a range within a paragraph, behind its dateline or byline.
    package func story(of range: Range<Int>) -> Range<Int> {
        let place = place(of: range.lowerBound)
        guard place < openings.count else { return range }
        return min(max(range.lowerBound, openings[place]), range.upperBound)..<range.upperBound
    }

    /// The parts of a range between which nothing was set aside.
    package func parts(of range: Range<Int>) -> [Range<Int>] {
        let first = asides.partitioningIndex(where: { $0 > range.lowerBound })
        let inside = Set(asides[first...].prefix { $0 < range.upperBound }).sorted()
        return zip([range.lowerBound] + inside, inside + [range.upperBound]).map { $0..<$1 }
    }

    private func place(of token: Int) -> Int {
        document.paragraphs.partitioningIndex(where: { $0.tokens.upperBound > token })
    }

    /// The sentence that a token stands in, or nothing where there is none.
    package func sentenceTokens(of token: Int) -> Range<Int> {
        let sentence = sentence(of: token)
        return document.sentences.indices.contains(sentence) ? document.sentences[sentence].tokens : token..<token
    }

    package func sentence(of token: Int) -> Int {
        document.sentences.partitioningIndex(where: { $0.tokens.upperBound > token })
    }
}
