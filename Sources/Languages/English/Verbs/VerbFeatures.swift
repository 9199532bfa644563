import LanguageKit
import Newswire
import Rulebook
import Text

/// What a cue and the words around it tell, read from the text: the same for what the rules and what the model found.
struct VerbFeatures {
    let analysis: Analysis
    let find: Find
    private let reading: CueReader.Reading
    private let chain: VerbChain?

    init(of find: Find, in analysis: Analysis) {
        self.analysis = analysis
        self.find = find
        reading = CueReader(analysis: analysis).read(find)
        chain = reading.finite.map { VerbChain(head: $0, in: analysis) }
    }

    /// Nil where no words attribute.
    func cue(surroundings: Surroundings) -> Cue? {
        guard !find.cue.isEmpty else { return nil }
        let negation = Negation(analysis: analysis, find: find, verb: reading.verb)
        let hedge = chain.flatMap(Hedge.tokens)
        return Cue(
            spans: find.cue.map(analysis.document.span(ofTokens:)), lemma: reading.lemma,
            verbClass: reading.verbClass, stance: reading.stance,
            negated: negation.holds(for: chain),
            hedged: hedge.map(analysis.document.span(ofTokens:)),
            repeated: reading.verb?.repeats ?? false || chain?.repeats ?? false || surroundings.repeated,
            tense: chain.flatMap { VerbTense(chain: $0, find: find, isRefused: negation.isOutside($0)).tense })
    }

    /// To whom, where and when; empty where no verb does it.
    var surroundings: Surroundings {
        guard let verb = reading.verb, let chain else { return Surroundings() }
        return SurroundingsReader(analysis: analysis, find: find, verb: verb, chain: chain).surroundings
    }

    /// At whom or what it is aimed.
    var target: Range<Int>? {
        guard let verb = reading.verb, let chain else { return nil }
        return Target(analysis: analysis, find: find, verb: verb, chain: chain).tokens
    }
}
