import LanguageKit
import Newswire
import Rulebook
import Text

/// What a cue and the words around it tell, read from the text: the same for what the rules and what the model found.
struct VerbFeatures {
    let analysis: AnalyzedDocument
    let candidate: Candidate
    private let reading: CueReader.Reading
    private let chain: VerbChain?

    init(of candidate: Candidate, in analysis: AnalyzedDocument) {
        self.analysis = analysis
        self.candidate = candidate
        reading = CueReader(analysis: analysis).read(candidate)
        chain = reading.finite.map { VerbChain(head: $0, in: analysis) }
    }

    /// Nil where no words attribute.
    func cue(surroundings: CueAdjuncts) -> Cue? {
        guard !candidate.cue.isEmpty else { return nil }
        let negation = Negation(analysis: analysis, candidate: candidate, verb: reading.verb)
        let hedge = chain.flatMap(Hedge.tokens)
        return Cue(
            spans: candidate.cue.map(analysis.document.span(ofTokens:)), lemma: reading.lemma,
            verbClass: reading.verbClass, stance: reading.stance,
            negated: negation.holds(for: chain),
            hedged: hedge.map(analysis.document.span(ofTokens:)),
            repeated: reading.verb?.repeats ?? false || chain?.repeats ?? false || surroundings.repeated,
            tense: chain.flatMap { VerbTense(chain: $0, candidate: candidate, isRefused: negation.isOutside($0)).tense }
        )
    }

    /// To whom, where and when; empty where no verb does it.
    var surroundings: CueAdjuncts {
        guard let verb = reading.verb, let chain else { return CueAdjuncts() }
        return CueAdjunctReader(analysis: analysis, candidate: candidate, verb: verb, chain: chain).surroundings
    }

    /// Who says it, behind a passive.
    var agent: Range<Int>? {
        guard let verb = reading.verb, let chain, chain.isPassive else { return nil }
        return PassiveAgent(analysis: analysis).tokens(
            from: candidate.end(of: verb, at: chain.head), before: candidate.content)
    }

    /// At whom or what it is aimed.
    var target: Range<Int>? {
        guard let verb = reading.verb, let chain else { return nil }
        return Target(analysis: analysis, candidate: candidate, verb: verb, chain: chain).tokens
    }
}
