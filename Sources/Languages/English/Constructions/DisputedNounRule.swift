import LanguageKit
import Rulebook

/// "…, claims that both governments deny", "a charge the company rejects": what was said before is named by a noun and
/// taken up by somebody's verb.
struct DisputedNounRule {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence
    let groups: [VerbGroup]

    func candidate() -> Candidate? {
        guard let group = groups.last, group.frames.contains(.object), let verb = group.match,
            endsSentence(group.items.upperBound), let noun = noun(before: group)
        else { return nil }
        var source = noun + 1..<group.items.lowerBound
        if sentence.items[source.lowerBound].tag == .that || sentence.items[source.lowerBound].tag == .relative {
            source.removeFirst()
        }
        guard !source.isEmpty, source.allSatisfy({ isOfMention(sentence.items[$0].tag) }) else { return nil }
        var start = noun
        while start > 0, sentence.items[start - 1].tag == .determiner || sentence.items[start - 1].tag == .noun {
            start -= 1
        }
        return sentence.candidate(
            .appositive, source: source, cue: group.cue, content: [start..<noun + 1], match: verb, head: group.head)
    }

    private func endsSentence(_ i: Int) -> Bool { sentence.items[i...].allSatisfy { $0.tag == .stop } }

    /// In items between the noun and the verb: "claims that both governments deny". Chosen by hand.
    private static let longestSubject = 8

    /// A reporting noun behind a comma, with an article at most between them.
    private func noun(before group: VerbGroup) -> Int? {
        let range = max(0, group.items.lowerBound - 1 - Self.longestSubject)..<max(0, group.items.lowerBound - 1)
        return range.last { i in
            guard sentence.items[i].stretch == nil, analysis.entry(sentence.items[i].first)?.noun != nil, i > 0 else {
                return false
            }
            let before = sentence.items[i - 1].tag
            return before == .comma || (before == .determiner && i > 1 && sentence.items[i - 2].tag == .comma)
        }
    }

    private func isOfMention(_ tag: Tag) -> Bool {
        tag.isNominal || tag == .determiner || tag == .possessive || tag == .genitive || tag == .coordinator
            || tag == .preposition
    }
}
