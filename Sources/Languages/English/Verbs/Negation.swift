import LanguageKit
import Rulebook
import Text

/// Whether it is denied that somebody said what is reported, or that it is so.
struct Negation {
    let analysis: AnalyzedDocument
    let candidate: Candidate
    let verb: ReportingVerb?

    /// Two denials cancel: "did not deny", "refused to rule out".
    func holds(for chain: VerbChain?) -> Bool {
        var negated = verb?.negates ?? false && !affirms
        guard let chain else { return negated }
        if isOutside(chain) { negated.toggle() }
        for mark in chain.marks where mark.kind == .refusal { negated.toggle() }
        if governsDenial(chain) { negated.toggle() }
        return negated
    }

    /// "did not say", "nobody said": the verb is denied by words beside it.
    func isOutside(_ chain: VerbChain) -> Bool { isNegated(chain) != hasNegativeSubject(chain) }

    /// "not", "never", "has no longer": once, however many words say it.
    private func isNegated(_ chain: VerbChain) -> Bool {
        chain.marks.contains { $0.kind == .negation }
            || chain.tokens.contains { analysis.tags[$0] == .negation || analysis.lower($0).hasSuffix("n't") }
            || chain.tokens.contains { analysis.lower($0) == "cannot" }
    }

    /// "refused to rule out": what is refused is a denial.
    private func governsDenial(_ chain: VerbChain) -> Bool {
        guard let verb, verb.negates else { return false }
        let next = candidate.end(of: verb, at: chain.head)
        guard next + 1 < analysis.tags.count, analysis.tags[next] == .to else { return false }
        return PhraseMatcher(analysis).verb(at: next + 1)?.match.verb.negates ?? false
    }

    /// "dismissed it as a joke", "rejected the claim as “a fantasy”": that it is one is what they say.
    private var affirms: Bool {
        guard let verb, verb.frames.contains(.personAs), let head = candidate.cue.last?.upperBound else { return false }
        return ObjectTerminator(analysis: analysis).terminator("as", from: head) != nil
    }

    /// "nobody said", "neither side has disclosed", "no official confirmed"
    private func hasNegativeSubject(_ chain: VerbChain) -> Bool {
        let start = chain.tokens.lowerBound
        let modifiers = Modifiers(analysis: analysis)
        if let source = candidate.source, source.lowerBound < analysis.tags.count {
            return modifiers.mark(beginningAt: source.lowerBound, of: .negativeSubject) != nil
        }
        return modifiers.mark(endingAt: start, of: [.negativeSubject]) != nil
    }
}
