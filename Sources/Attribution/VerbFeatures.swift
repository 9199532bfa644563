import Language
import Newswire
import Rulebook

/// Reads from a cue's words what the verb alone does not tell: negation, tense, repetition, hedging.
struct VerbFeatures {
    let analysis: Analysis

    func cue(of find: Find) -> Cue? {
        guard !find.cue.isEmpty else { return nil }
        let tokens = find.cue.flatMap { Array($0) }
        let verb = find.match?.verb
        let negative = tokens.contains { analysis.tags[$0] == .negation || analysis.lower($0).hasSuffix("n't") }
        return Cue(
            spans: find.cue.map(analysis.document.span(ofTokens:)), lemma: lemma(of: find, tokens),
            verbClass: find.verbClass, stance: find.stance, negated: negative != (verb?.negates ?? false),
            hedged: hedge(tokens), repeated: tokens.contains { isRepetition(analysis.lower($0)) },
            tense: find.head.flatMap { tense(of: $0, tokens, verb) })
    }

    private func lemma(of find: Find, _ tokens: [Int]) -> String {
        if let verb = find.match?.verb { return verb.rest.isEmpty ? verb.lemma : verb.lemma }
        return tokens.map(analysis.lower).joined(separator: " ")
    }

    private func isRepetition(_ word: String) -> Bool {
        ["repeatedly", "again", "often", "frequently", "consistently", "reiterated", "repeated", "always", "routinely"]
            .contains(word)
    }

    /// "may have said", "reportedly said", "appeared to say"
    private func hedge(_ tokens: [Int]) -> Span? {
        let hedges: Set<String> = [
            "may", "might", "could", "apparently", "seemingly", "seemed", "seems", "appeared", "appears",
        ]
        return tokens.first { hedges.contains(analysis.lower($0)) || isHearsay($0) }.map {
            analysis.document.tokens[$0].span
        }
    }

    /// A word that says "somebody says so" without saying who: "reportedly".
    private func isHearsay(_ token: Int) -> Bool {
        analysis.entry(token)?.phrases.contains { $0.words.count == 1 && $0.source == .none } ?? false
    }

    private func tense(of head: Int, _ tokens: [Int], _ verb: ReportingVerb?) -> Cue.Tense? {
        for i in tokens where i < head {
            let word = analysis.lower(i)
            if word == "will" || word == "'ll" || word == "won't" || word == "shall" { return .future }
            if [
                "has", "have", "had", "was", "were", "did", "'ve", "hasn't", "haven't", "hadn't", "didn't", "wasn't",
                "weren't",
            ].contains(word) {
                return .past
            }
            if ["is", "are", "am", "do", "does", "don't", "doesn't", "isn't", "aren't"].contains(word) {
                return .present
            }
        }
        guard let entry = analysis.entry(head) else { return nil }
        if analysis.tags[head] == .gerund { return nil }
        if entry.classes.contains(.verbPast) { return .past }
        return entry.classes.isDisjoint(with: .presentForm) ? nil : .present
    }
}
