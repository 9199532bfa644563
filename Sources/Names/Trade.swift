import LanguageKit
import Rulebook
import Text

/// The business that a body is described as being in: "Alba Lines, the operator of the ferry,", "the ferry's operator,
/// Alba Lines,".
struct Trade {
    let analysis: AnalyzedDocument

    /// In tokens: no apposition is longer.
    private static let reach = 8

    /// A noun of `trades` in `role-relations.yaml`, in lower case.
    func noun(of run: NameRun) -> String? { behind(run) ?? before(run) }

    /// Nouns that no preposition parts from the comma; but in "Bo Berg of Alba Lines, the owner," he may be the owner.
    private func behind(_ run: NameRun) -> String? {
        let comma = run.tokens.upperBound
        guard comma < analysis.tags.count, analysis.tags[comma] == .comma, !followsPreposition(run) else { return nil }
        let phrase = (comma + 1..<analysis.tags.count).prefix(Self.reach).prefix { i in
            switch analysis.tags[i] {
            case .noun, .determiner, .possessive, .genitive, .adverb, .name: true
            default: false
            }
        }
        return phrase.last.flatMap(trade)
    }

    private func before(_ run: NameRun) -> String? {
        let comma = run.titles.lowerBound - 1
        guard comma > 0, analysis.tags[comma] == .comma else { return nil }
        if let noun = trade(comma - 1) { return noun }
        // "the operator of the ferry, Alba Lines,"
        let sentence = analysis.sentenceTokens(of: comma)
        let phrase = (max(sentence.lowerBound, comma - Self.reach)..<comma).reversed().prefix { i in
            analysis.tags[i].isNominal
                || [.determiner, .possessive, .genitive, .preposition].contains(analysis.tags[i])
        }
        return phrase.last { trade($0) != nil && $0 + 1 < comma && analysis.tags[$0 + 1] == .preposition }.flatMap(
            trade)
    }

    private func trade(_ i: Int) -> String? {
        let word = analysis.lower(i)
        return analysis.lexicon.relations.trades.contains(word) ? word : nil
    }

    private func followsPreposition(_ run: NameRun) -> Bool {
        var i = run.titles.lowerBound - 1
        while i >= 0, analysis.tags[i] == .determiner { i -= 1 }
        return i >= 0 && analysis.tags[i] == .preposition && analysis.is(i, .belongingPreposition)
    }
}
