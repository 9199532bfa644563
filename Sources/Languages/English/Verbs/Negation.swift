import LanguageKit
import Rulebook
import Text

/// Whether it is denied that somebody said what is reported, or that it is so.
struct Negation {
    let analysis: Analysis
    let find: Find
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
        let next = chain.head + 1 + verb.rest.count
        guard next + 1 < analysis.tags.count, analysis.tags[next] == .to, let entry = analysis.entry(next + 1) else {
            return false
        }
        let phrases = next + 2 < analysis.tags.count ? entry.phrasal[analysis.lower(next + 2)] ?? [] : []
        return (phrases + entry.verbs).first?.verb.negates ?? false
    }

    /// "dismissed it as a joke", "rejected the claim as “a fantasy”": that it is one is what they say.
    private var affirms: Bool {
        guard let verb, verb.frames.contains(.personAs), let head = find.cue.last?.upperBound else { return false }
        return Frame(analysis: analysis).terminator("as", from: head) != nil
    }

    /// "nobody said", "neither side has disclosed", "no official confirmed"
    private func hasNegativeSubject(_ chain: VerbChain) -> Bool {
        let start = chain.tokens.lowerBound
        let modifiers = Modifiers(analysis: analysis)
        if let source = find.source, source.lowerBound < analysis.tags.count {
            return modifiers.mark(beginningAt: source.lowerBound, of: .negativeSubject) != nil
        }
        return modifiers.mark(endingAt: start, of: [.negativeSubject]) != nil
    }
}
