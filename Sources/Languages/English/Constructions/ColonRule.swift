import LanguageKit
import Rulebook
import Text

/// Headlines and what is set like them: "Mayor: No new taxes", "Smith: “…”", "His answer: “…”".
struct ColonRule {
    let analysis: Analysis
    let view: SentenceView
    let groups: [VerbGroup]

    func find() -> Find? { mention() ?? clause() }

    /// "The aide was blunter: “…”": a clause with no reporting verb opens a whole quoted sentence.
    private func clause() -> Find? {
        guard let colon = view.items.lastIndex(where: { $0.tag == .colon }), colon > 1, colon + 1 < view.items.count,
            view.items[colon + 1].tag == .quote, analysis.wordCount(view.items[colon + 1].tokens) > 3,
            let main = groups.first(where: { $0.tag == .finite }), main.items.lowerBound < colon,
            let source = SubjectFinder(analysis: analysis, view: view).subject(endingAt: main.items.lowerBound)
        else { return nil }
        let cue = colon - main.items.lowerBound <= 6 ? main.items.lowerBound..<colon + 1 : colon..<colon + 1
        return Find(
            rule: .clauseColon, source: view.tokens(source), cue: [view.tokens(cue)],
            content: [view.items[colon + 1].tokens], match: nil, verbClass: .say, stance: .neutral, head: nil,
            paragraph: view.paragraph, within: view.within)
    }

    private func mention() -> Find? {
        guard let colon = view.items.firstIndex(where: { $0.tag == .colon }), colon > 0, colon + 1 < view.items.count,
            colon <= 8
        else { return nil }
        let source = 0..<colon
        guard isMention(source) else { return nil }
        let start = colon + 1
        var end = view.items.count
        while end > start, view.items[end - 1].tag == .stop { end -= 1 }
        let quoted = view.items[start].tag == .quote
        guard quoted || view.startsParagraph, end > start else { return nil }
        if quoted { end = start + 1 }
        guard quoted || isHeadline(source, start) else { return nil }
        return Find(
            rule: .speakerColon, source: view.tokens(source), cue: [view.items[colon].tokens],
            content: [view.tokens(start..<end)], match: nil, verbClass: .say, stance: .neutral, head: nil,
            paragraph: view.paragraph, within: view.within)
    }

    private func isMention(_ range: Range<Int>) -> Bool {
        range.allSatisfy {
            switch view.items[$0].tag {
            case .name, .noun, .determiner, .possessive, .genitive, .pronoun, .number, .preposition, .openBracket,
                .closeBracket, .coordinator:
                true
            case .adverb, .time: $0 > range.lowerBound
            default: false
            }
        } && (range.contains { view.items[$0].tag == .name || view.items[$0].tag == .noun } || isInitial(range))
    }

    /// "Q:", "A:"
    private func isInitial(_ source: Range<Int>) -> Bool {
        source.count == 1 && ["q", "a"].contains(analysis.lower(view.items[source.lowerBound].first))
            && analysis.document.tokens[view.items[source.lowerBound].first].shape.contains(.capitalized)
    }

    /// Without quotation marks only a known kind of speaker, or a name that opens the paragraph of a transcript.
    private func isHeadline(_ source: Range<Int>, _ start: Int) -> Bool {
        let last = view.items[source.upperBound - 1]
        let isRole = analysis.entry(last.first)?.role != nil
        let isName = source.allSatisfy { view.items[$0].tag == .name } && source.count <= 3
        let hasVerb = groups.contains { $0.items.lowerBound >= start }
        if isInitial(source) { return true }
        return (isRole || isName) && hasVerb
            && analysis.document.tokens[view.items[start].first].shape.contains(.capitalized)
    }
}
