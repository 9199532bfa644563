import LanguageKit
import Rulebook

/// A verb with its auxiliaries and adverbs, as items of a folded sentence.
struct VerbGroup {
    /// Auxiliaries, adverbs, verb and the rest of a verb phrase.
    var items: Range<Int>
    /// What stands between the words of a phrase and is none of them: "by the BBC" in "was quoted by the BBC as saying".
    var gap: Range<Int>?
    var head: Int
    var tag: Tag
    /// Nil for verbs that do not report.
    var match: VerbLexicon.Match?
    var passive: Bool

    var frames: Frames { match?.verb.frames ?? [] }
    var isReporting: Bool { match != nil }

    /// The verb's own words: all items, or those around the gap.
    var cue: [Range<Int>] { PhrasePlace(all: items, gap: gap).words }
}

/// Finds the verb groups of a folded sentence, from left to right.
struct VerbGroupFinder {
    let analysis: AnalyzedDocument

    func groups(in sentence: FoldedSentence) -> [VerbGroup] {
        let matcher = PhraseMatcher(sentence, analysis)
        var result: [VerbGroup] = []
        for i in sentence.items.indices {
            let item = sentence.items[i]
            if item.tag.isVerb {
                result.append(group(at: i, in: sentence, matcher))
            } else if item.tag == .be, let phrase = phrase(at: i, in: sentence, matcher) {
                result.append(phrase)
            } else if item.tag.isAuxiliary, !leadsVerb(i, sentence) {
                result.append(
                    VerbGroup(items: start(of: i, in: sentence)..<i + 1, head: i, tag: .finite, passive: false))
            }
        }
        return result
    }

    /// "was confident", "are worried": a form of "be" with the rest of its phrase.
    private func phrase(at i: Int, in sentence: FoldedSentence, _ matcher: PhraseMatcher) -> VerbGroup? {
        guard let (match, place) = matcher.verb(at: i) else { return nil }
        return VerbGroup(
            items: start(of: i, in: sentence)..<place.all.upperBound, gap: place.gap, head: i, tag: .finite,
            match: match,
            passive: false)
    }

    private func leadsVerb(_ i: Int, _ sentence: FoldedSentence) -> Bool {
        var j = i + 1
        while j < sentence.items.count {
            switch sentence.items[j].tag {
            case .adverb, .negation, .be, .have, .do, .modal: j += 1
            case .participle, .infinitive, .gerund, .finite: return true
            default: return false
            }
        }
        return false
    }

    private func group(at head: Int, in sentence: FoldedSentence, _ matcher: PhraseMatcher) -> VerbGroup {
        var start = start(of: head, in: sentence)
        var tag = sentence.items[head].tag
        if tag == .infinitive, start > 1, sentence.items[start - 1].tag == .to,
            let governor = governor(start - 1, sentence)
        {
            start = self.start(of: governor, in: sentence)
            tag = sentence.items[governor].tag
        }
        if tag == .participle || tag == .infinitive || tag == .gerund, hasAuxiliary(start..<head, sentence) {
            tag = .finite
        }
        let found = matcher.verb(at: head, in: forms(sentence.items[head].tag))
        return VerbGroup(
            items: start..<(found?.place.all.upperBound ?? head + 1), gap: found?.place.gap, head: head, tag: tag,
            match: found?.match, passive: isPassive(start..<head, head, sentence))
    }

    /// "went on to say", "seemed to suggest": the verb before "to", where it does not report by itself.
    private func governor(_ to: Int, _ sentence: FoldedSentence) -> Int? {
        var i = to - 1
        if i > 0, sentence.items[i].tag == .adverb || sentence.items[i].tag == .preposition { i -= 1 }
        guard i >= 0, sentence.items[i].tag == .finite || sentence.items[i].tag == .participle else { return nil }
        let entry = analysis.entry(sentence.items[i].first)
        return entry?.verbs.isEmpty ?? true ? i : nil
    }

    private func start(of head: Int, in sentence: FoldedSentence) -> Int {
        var i = head
        while i > 0 {
            let tag = sentence.items[i - 1].tag
            let betweenAuxiliaries = tag == .time && i > 1 && sentence.items[i - 2].tag.isAuxiliary
            guard tag.isAuxiliary || tag == .adverb || tag == .negation || betweenAuxiliaries else { break }
            i -= 1
        }
        return i
    }

    private func hasAuxiliary(_ range: Range<Int>, _ sentence: FoldedSentence) -> Bool {
        range.contains { sentence.items[$0].tag.isAuxiliary }
    }

    private func isPassive(_ before: Range<Int>, _ head: Int, _ sentence: FoldedSentence) -> Bool {
        guard sentence.items[head].tag == .participle else { return false }
        return before.contains { sentence.items[$0].tag == .be }
    }

    private func forms(_ tag: Tag) -> VerbForms {
        switch tag {
        case .finite: .finite
        case .participle: [.participle]
        case .gerund: .gerund
        default: .base
        }
    }
}
