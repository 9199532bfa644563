import LanguageKit
import Rulebook

/// When a verb has its act done, seen from the article: the tense of the first word of its chain that has one.
///
/// The perfect is past ("has said"): news tells by it what was said. "Would not say" is past too, since it reports a
/// refusal, and so is "would often say".
struct VerbTense {
    let chain: VerbChain
    let candidate: Candidate
    /// Whether words beside the verb deny it.
    let isRefused: Bool

    var tense: Cue.Tense? {
        if chain.tokens.count == 1, isSubjectless { return nil }
        if hasPerfectInfinitive { return .past }
        guard let finite = chain.tokens.first(where: isFinite) else { return hasSubject ? form(chain.head) : nil }
        switch analysis.tags[finite] {
        case .modal: return modal(finite)
        case .have: return .past
        case .be: return be(finite)
        case .do: return lower(finite).hasPrefix("did") ? .past : .present
        default: return form(finite)
        }
    }

    private var analysis: AnalyzedDocument { chain.analysis }

    /// "Asked whether …", "Reminded of that, she": a participle opens the sentence, and nobody's verb it is.
    private var isSubjectless: Bool {
        candidate.source == nil && analysis.sentenceTokens(of: chain.head).lowerBound == chain.head
            && analysis.entry(chain.head)?.classes.contains(.verbParticiple) ?? false
    }

    /// "she said by email": what the tagger takes for a participle has a subject before it.
    private var hasSubject: Bool {
        guard let source = candidate.source, analysis.tags[chain.head] == .participle else { return false }
        return source.upperBound <= chain.tokens.lowerBound
    }

    private func lower(_ token: Int) -> String { analysis.lower(token) }

    /// Of adverbs, participles and infinitives none has tense. A verb alone is finite as the tagger reads it.
    private func isFinite(_ token: Int) -> Bool {
        switch analysis.tags[token] {
        case .modal, .finite: true
        case .have: !["having", "have"].contains(lower(token)) || !followsInfinitiveMark(token)
        case .be: !["be", "been", "being"].contains(lower(token))
        case .do: !["doing", "done"].contains(lower(token))
        default: false
        }
    }

    private func followsInfinitiveMark(_ token: Int) -> Bool {
        lower(token) == "having" || (token > 0 && [.to, .modal].contains(analysis.tags[token - 1]))
    }

    /// "is said to have told"
    private var hasPerfectInfinitive: Bool {
        chain.tokens.contains { token in
            analysis.tags[token] == .to && token + 1 < chain.head && lower(token + 1) == "have"
        }
    }

    private func modal(_ modal: Int) -> Cue.Tense {
        let perfect = chain.tokens.contains { analysis.tags[$0] == .have }
        switch lower(modal) {
        case "will", "'ll", "won't", "shall", "shan't": return .future
        case "may", "can", "must", "cannot", "can't", "mustn't": return perfect ? .past : .present
        case "might", "mightn't": return perfect ? .past : .conditional
        case "could", "couldn't": return perfect || isNegated ? .past : .conditional
        case "would", "wouldn't", "'d": return !perfect && (isNegated || isHabit) ? .past : .conditional
        default: return .conditional
        }
    }

    /// "would not say", "would only say"
    private var isNegated: Bool { isRefused || chain.tokens.contains { lower($0) == "only" } }

    private var isHabit: Bool { chain.marks.contains { $0.kind == .repetition } }

    private func be(_ be: Int) -> Cue.Tense {
        if ["was", "were", "wasn't", "weren't"].contains(lower(be)) { return .past }
        if chain.marks.contains(where: { $0.kind == .expectation || $0.kind == .prospect }) { return .future }
        // "He's said": has, since what somebody is said to do has a "to".
        let isPerfect = lower(be) == "'s" && analysis.tags[chain.head] == .participle && chain.marks.isEmpty
        return isPerfect ? .past : .present
    }

    private func form(_ verb: Int) -> Cue.Tense? {
        guard let classes = analysis.entry(verb)?.classes else { return .past }
        if classes.contains(.verbPast) { return .past }
        return classes.isDisjoint(with: .presentForm) ? nil : .present
    }
}
