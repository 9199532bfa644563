import LanguageKit
import Rulebook
import Text

/// Headlines and what is set like them: "Mayor: No new taxes", "Smith: “…”", "His answer: “…”".
struct ColonRule {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence
    let groups: [VerbGroup]

    func candidate() -> Candidate? { mention() ?? clause() ?? list() }

    /// In words: what is quoted behind a clause and a colon is a sentence. Chosen by hand.
    private static let leastSentence = 4
    /// In items: a longer clause is none that only tells how somebody spoke, and the cue is the colon alone. Chosen by hand.
    private static let longestCue = 6
    /// In items: who speaks before a colon, and who does without quotation marks behind it. Chosen by hand.
    private static let longestMention = 8
    private static let longestName = 3

    /// "The aide was blunter: “…”": a clause with no reporting verb opens a whole quoted sentence.
    private func clause() -> Candidate? {
        guard let colon = sentence.items.lastIndex(where: { $0.tag == .colon }), colon > 1,
            colon + 1 < sentence.items.count,
            sentence.items[colon + 1].tag == .quote,
            analysis.wordCount(sentence.items[colon + 1].tokens) >= Self.leastSentence,
            let main = groups.first(where: { $0.tag == .finite }), main.items.lowerBound < colon,
            let source = SubjectFinder(analysis: analysis, sentence: sentence).subject(endingAt: main.items.lowerBound)
        else { return nil }
        let cue =
            colon - main.items.lowerBound <= Self.longestCue ? main.items.lowerBound..<colon + 1 : colon..<colon + 1
        return sentence.candidate(.clauseColon, source: source, cue: [cue], content: [colon + 1..<colon + 2])
    }

    /// "The mayor also said:", above a list.
    private func list() -> Candidate? {
        guard let colon = sentence.items.last, colon.tag == .colon, sentence.within == nil,
            let group = groups.last(where: { $0.frames.contains(.that) && $0.tag == .finite }),
            group.items.upperBound == sentence.items.count - 1,
            let source = SubjectFinder(analysis: analysis, sentence: sentence).subject(
                endingAt: group.items.lowerBound)
        else { return nil }
        let entries = ColonList(analysis: analysis).entries(behind: colon.first)
        guard !entries.isEmpty else { return nil }
        var candidate = sentence.candidate(
            .colonList, source: source, cue: group.cue, content: [], match: group.match, head: group.head)
        candidate.content = entries
        return candidate
    }

    private func mention() -> Candidate? {
        guard let colon = sentence.items.firstIndex(where: { $0.tag == .colon }), colon > 0,
            colon + 1 < sentence.items.count,
            colon <= Self.longestMention
        else { return nil }
        let source = 0..<colon
        guard isMention(source) else { return nil }
        let start = colon + 1
        var end = sentence.items.count
        while end > start, sentence.items[end - 1].tag == .stop { end -= 1 }
        let quoted = sentence.items[start].tag == .quote
        guard quoted || sentence.startsParagraph, end > start else { return nil }
        if quoted { end = start + 1 }
        guard quoted || isHeadline(source, start) else { return nil }
        return sentence.candidate(.speakerColon, source: source, cue: [colon..<colon + 1], content: [start..<end])
    }

    private func isMention(_ range: Range<Int>) -> Bool {
        range.allSatisfy {
            switch sentence.items[$0].tag {
            case .name, .noun, .determiner, .possessive, .genitive, .pronoun, .number, .preposition, .openBracket,
                .closeBracket, .coordinator:
                true
            case .adverb, .time: $0 > range.lowerBound
            default: false
            }
        } && (range.contains { sentence.items[$0].tag == .name || sentence.items[$0].tag == .noun } || isInitial(range))
    }

    /// "Q:", "A:"
    private func isInitial(_ source: Range<Int>) -> Bool {
        source.count == 1 && ["q", "a"].contains(analysis.lower(sentence.items[source.lowerBound].first))
            && analysis.document.tokens[sentence.items[source.lowerBound].first].shape.contains(.capitalized)
    }

    /// Without quotation marks only a known kind of speaker, or a name that opens the paragraph of a transcript.
    private func isHeadline(_ source: Range<Int>, _ start: Int) -> Bool {
        let last = sentence.items[source.upperBound - 1]
        let isRole = analysis.entry(last.first)?.role != nil
        let isName = source.allSatisfy { sentence.items[$0].tag == .name } && source.count <= Self.longestName
        let hasVerb = groups.contains { $0.items.lowerBound >= start }
        if isInitial(source) { return true }
        return (isRole || isName) && hasVerb
            && analysis.document.tokens[sentence.items[start].first].shape.contains(.capitalized)
    }
}
