import LanguageKit
import Rulebook

/// A verb with its auxiliaries and adverbs, as items of a sentence view.
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

/// Finds the verb groups of a sentence view, from left to right.
struct VerbGroupFinder {
    let analysis: Analysis

    func groups(in view: SentenceView) -> [VerbGroup] {
        let matcher = PhraseMatcher(view, analysis)
        var result: [VerbGroup] = []
        for i in view.items.indices {
            let item = view.items[i]
            if item.tag.isVerb {
                result.append(group(at: i, in: view, matcher))
            } else if item.tag == .be, let phrase = phrase(at: i, in: view, matcher) {
                result.append(phrase)
            } else if item.tag.isAuxiliary, !leadsVerb(i, view) {
                result.append(
                    VerbGroup(items: start(of: i, in: view)..<i + 1, head: i, tag: .finite, match: nil, passive: false))
            }
        }
        return result
    }

    /// "was confident", "are worried": a form of "be" with the rest of its phrase.
    private func phrase(at i: Int, in view: SentenceView, _ matcher: PhraseMatcher) -> VerbGroup? {
        guard let (match, place) = matcher.verb(at: i) else { return nil }
        return VerbGroup(
            items: start(of: i, in: view)..<place.all.upperBound, gap: place.gap, head: i, tag: .finite, match: match,
            passive: false)
    }

    private func leadsVerb(_ i: Int, _ view: SentenceView) -> Bool {
        var j = i + 1
        while j < view.items.count {
            switch view.items[j].tag {
            case .adverb, .negation, .be, .have, .do, .modal: j += 1
            case .participle, .infinitive, .gerund, .finite: return true
            default: return false
            }
        }
        return false
    }

    private func group(at head: Int, in view: SentenceView, _ matcher: PhraseMatcher) -> VerbGroup {
        var start = start(of: head, in: view)
        var tag = view.items[head].tag
        if tag == .infinitive, start > 1, view.items[start - 1].tag == .to, let governor = governor(start - 1, view) {
            start = self.start(of: governor, in: view)
            tag = view.items[governor].tag
        }
        if tag == .participle || tag == .infinitive || tag == .gerund, hasAuxiliary(start..<head, view) {
            tag = .finite
        }
        let found = matcher.verb(at: head, in: forms(view.items[head].tag))
        return VerbGroup(
            items: start..<(found?.place.all.upperBound ?? head + 1), gap: found?.place.gap, head: head, tag: tag,
            match: found?.match, passive: isPassive(start..<head, head, view))
    }

    /// "went on to say", "seemed to suggest": the verb before "to", where it does not report by itself.
    private func governor(_ to: Int, _ view: SentenceView) -> Int? {
        var i = to - 1
        if i > 0, view.items[i].tag == .adverb || view.items[i].tag == .preposition { i -= 1 }
        guard i >= 0, view.items[i].tag == .finite || view.items[i].tag == .participle else { return nil }
        let entry = analysis.entry(view.items[i].first)
        return entry?.verbs.isEmpty ?? true ? i : nil
    }

    private func start(of head: Int, in view: SentenceView) -> Int {
        var i = head
        while i > 0 {
            let tag = view.items[i - 1].tag
            let betweenAuxiliaries = tag == .time && i > 1 && view.items[i - 2].tag.isAuxiliary
            guard tag.isAuxiliary || tag == .adverb || tag == .negation || betweenAuxiliaries else { break }
            i -= 1
        }
        return i
    }

    private func hasAuxiliary(_ range: Range<Int>, _ view: SentenceView) -> Bool {
        range.contains { view.items[$0].tag.isAuxiliary }
    }

    private func isPassive(_ before: Range<Int>, _ head: Int, _ view: SentenceView) -> Bool {
        guard view.items[head].tag == .participle else { return false }
        return before.contains { view.items[$0].tag == .be }
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
