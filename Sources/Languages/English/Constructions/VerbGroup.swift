import LanguageKit
import Rulebook

/// A verb with its auxiliaries and adverbs, as items of a sentence view.
struct VerbGroup {
    /// Auxiliaries, adverbs, verb and the rest of a verb phrase.
    var items: Range<Int>
    var head: Int
    var tag: Tag
    /// Nil for verbs that do not report.
    var match: VerbLexicon.Match?
    var passive: Bool

    var frames: Frames { match?.verb.frames ?? [] }
    var isReporting: Bool { match != nil }
}

/// Finds the verb groups of a sentence view, from left to right.
struct VerbGroupFinder {
    let analysis: Analysis

    func groups(in view: SentenceView) -> [VerbGroup] {
        var result: [VerbGroup] = []
        for i in view.items.indices {
            let item = view.items[i]
            if item.tag.isVerb {
                result.append(group(at: i, in: view))
            } else if item.tag == .be, let phrase = phrase(at: i, in: view) {
                result.append(phrase)
            } else if item.tag.isAuxiliary, !leadsVerb(i, view) {
                result.append(
                    VerbGroup(items: start(of: i, in: view)..<i + 1, head: i, tag: .finite, match: nil, passive: false))
            }
        }
        return result
    }

    /// "was confident", "are worried": a form of "be" with the rest of its phrase.
    private func phrase(at i: Int, in view: SentenceView) -> VerbGroup? {
        let (match, end) = match(i, view, forms: .any)
        guard let match else { return nil }
        return VerbGroup(items: start(of: i, in: view)..<end, head: i, tag: .finite, match: match, passive: false)
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

    private func group(at head: Int, in view: SentenceView) -> VerbGroup {
        var start = start(of: head, in: view)
        var tag = view.items[head].tag
        if tag == .infinitive, start > 1, view.items[start - 1].tag == .to, let governor = governor(start - 1, view) {
            start = self.start(of: governor, in: view)
            tag = view.items[governor].tag
        }
        if tag == .participle || tag == .infinitive || tag == .gerund, hasAuxiliary(start..<head, view) {
            tag = .finite
        }
        let (match, end) = match(head, view, forms: forms(view.items[head].tag))
        return VerbGroup(
            items: start..<end, head: head, tag: tag, match: match, passive: isPassive(start..<head, head, view))
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

    /// The longest phrase whose words are all there, in a form that fits.
    private func match(_ head: Int, _ view: SentenceView, forms wanted: VerbForms) -> (VerbLexicon.Match?, Int) {
        guard let entry = analysis.entry(view.items[head].first) else { return (nil, head + 1) }
        if !entry.phrasal.isEmpty, head + 1 < view.items.count, view.items[head + 1].stretch < 0,
            let phrases = entry.phrasal[analysis.lower(view.items[head + 1].first)]
        {
            for match in phrases where !match.forms.isDisjoint(with: wanted) {
                if let end = end(of: match.verb.rest, from: head + 1, view) { return (match, end) }
            }
        }
        return (entry.verbs.first { !$0.forms.isDisjoint(with: wanted) }, head + 1)
    }

    private func end(of rest: [String], from start: Int, _ view: SentenceView) -> Int? {
        var i = start
        for word in rest {
            guard i < view.items.count, view.items[i].stretch < 0, analysis.lower(view.items[i].first) == word else {
                return nil
            }
            i += 1
        }
        return i
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
