import LanguageKit
import Rulebook
import Text

/// What the model is told of each token beside its word pieces: quotation marks, the rulebook, what the rules found, and how the
/// page is laid out.
///
/// The training reads these from `quoted features`, so that there is one implementation of what the model sees. Each is
/// the index of a value in the list of its name; the model's `config.json` repeats the lists.
struct TokenFeatures: Sendable, Equatable {
    var quote: [UInt8]
    var verb: [UInt8]
    var rule: [UInt8]
    var layout: [UInt8]

    init(_ analysis: AnalyzedDocument, candidates: [Candidate]) {
        quote = Self.quotes(analysis)
        verb = analysis.document.tokens.indices.map { Self.verb($0, analysis).rawValue }
        rule = Self.rules(analysis, candidates)
        layout = Self.layout(analysis)
    }
}

extension TokenFeatures {
    /// Where a token stands to quotation marks.
    enum Quote: UInt8, CaseIterable { case outside, opening, inside, closing, unclosed, nested }

    private static func quotes(_ analysis: AnalyzedDocument) -> [UInt8] {
        var result = [UInt8](repeating: Quote.outside.rawValue, count: analysis.document.tokens.count)
        for stretch in analysis.stretches {
            guard stretch.parent == nil else {
                for i in stretch.tokens { result[i] = Quote.nested.rawValue }
                continue
            }
            let inner: Quote = stretch.closed ? .inside : .unclosed
            for i in stretch.tokens { result[i] = inner.rawValue }
            result[stretch.tokens.lowerBound] = Quote.opening.rawValue
            if stretch.closed { result[stretch.tokens.upperBound - 1] = Quote.closing.rawValue }
        }
        return result
    }
}

extension TokenFeatures {
    /// What the rulebook says of a word: verbs that can stand before their subject ("said Ms. Falk"), verbs that take a
    /// clause, all others; each as the tagger reads it here, as a verb or not.
    enum Verb: UInt8, CaseIterable {
        case none, speech, clause, other
        case speechForm = 4
        case clauseForm, otherForm, noun, phrase
    }

    private static func verb(_ token: Int, _ analysis: AnalyzedDocument) -> Verb {
        guard let entry = analysis.entry(token) else { return .none }
        var frames: Frames = []
        for match in entry.verbs { frames.formUnion(match.verb.frames) }
        if let next = analysis.document.tokens.indices.contains(token + 1) ? analysis.lower(token + 1) : nil {
            for match in entry.phrasal[next] ?? [] { frames.formUnion(match.verb.frames) }
        }
        let isVerb = analysis.tags[token].isVerb
        if frames.isEmpty {
            if entry.noun != nil { return .noun }
            return entry.phrases.isEmpty ? .none : .phrase
        }
        if frames.contains(.inversion) { return isVerb ? .speech : .speechForm }
        if !frames.isDisjoint(with: [.that, .clause]) { return isVerb ? .clause : .clauseForm }
        return isVerb ? .other : .otherForm
    }
}

extension TokenFeatures {
    /// The part that a token plays in what the rules found outside of other contents: a role's first token or a later
    /// one, by whether the rule is a sure one.
    enum RuleRole: UInt8, CaseIterable {
        case none
        case beginsSource, inSource, beginsCue, inCue, beginsContent, inContent
        case maybeBeginsSource, maybeInSource, maybeBeginsCue, maybeInCue, maybeBeginsContent, maybeInContent
    }

    /// Most of what a sure rule finds is right: of an object ("denied the charges") it is less than half. Chosen by hand.
    private static let sure = 0.7
    /// From a part in what a sure rule found to the same part in what another did.
    private static let unsure = RuleRole.maybeBeginsSource.rawValue - RuleRole.beginsSource.rawValue

    private static func rules(_ analysis: AnalyzedDocument, _ candidates: [Candidate]) -> [UInt8] {
        var result = [UInt8](repeating: RuleRole.none.rawValue, count: analysis.document.tokens.count)
        func paint(_ range: Range<Int>, _ begins: RuleRole, _ candidate: Candidate) {
            let shift: UInt8 = candidate.confidence.whole >= sure ? 0 : unsure
            for i in range { result[i] = begins.rawValue + 1 + shift }
            if let first = range.first { result[first] = begins.rawValue + shift }
        }
        let outer = Nesting.outermost(of: candidates)
        for candidate in outer { for range in candidate.content { paint(range, .beginsContent, candidate) } }
        for candidate in outer {
            if let source = candidate.source { paint(source, .beginsSource, candidate) }
            for range in candidate.cue { paint(range, .beginsCue, candidate) }
        }
        return result
    }
}

extension TokenFeatures {
    /// How the paragraph of a token is set: as a headline, another line without a full stop ("Wage talks"), an entry of a list, or a
    /// turn of a conversation behind its label ("SMITH: No.").
    enum Layout: UInt8, CaseIterable { case prose, headline, line, bullet, label, turn }

    /// In tokens, of a line without a full stop. Chosen by hand.
    private static let longestLine = 16

    private static func layout(_ analysis: AnalyzedDocument) -> [UInt8] {
        let labels = SpeakerLabels(analysis)
        var result = [UInt8](repeating: Layout.prose.rawValue, count: analysis.document.tokens.count)
        func set(_ tokens: Range<Int>, _ layout: Layout) { for i in tokens { result[i] = layout.rawValue } }
        var isTurn = false
        for (p, paragraph) in analysis.document.paragraphs.enumerated() where paragraph.setAside == nil {
            if let label = labels.label(of: p) {
                set(paragraph.tokens.lowerBound..<label.cue.upperBound, .label)
                set(label.cue.upperBound..<paragraph.tokens.upperBound, .turn)
                isTurn = label.content.isEmpty
            } else if isTurn || labels.goesOn(p) {
                set(paragraph.tokens, .turn)
                isTurn = false
            } else {
                set(paragraph.tokens, layout(of: paragraph, analysis.document))
            }
        }
        return result
    }

    private static func layout(of paragraph: Paragraph, _ document: Document) -> Layout {
        guard let first = paragraph.tokens.first, let last = paragraph.tokens.last else { return .prose }
        if document.headline == paragraph.span { return .headline }
        let mark = document.tokens[first]
        if mark.kind == .symbol || mark.kind == .dash, mark.shape.contains(.spaceAfter), first < last { return .bullet }
        let isLine = paragraph.tokens.count <= longestLine && document.tokens[last].isWord
        return isLine ? .line : .prose
    }
}
