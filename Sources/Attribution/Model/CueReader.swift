import Language
import Rulebook

/// What the rulebook says of the words that the model took for a cue.
struct CueReader {
    let analysis: Analysis

    struct Reading {
        var match: VerbLexicon.Match?
        var verbClass: VerbClass?
        var stance: Stance?
        /// The verb or noun that the cue turns on.
        var head: Int?
    }

    /// A reporting verb if there is one, else a noun, else a phrase ("according to"); nothing but a head for words that
    /// are in no rule.
    func read(_ cue: Range<Int>) -> Reading {
        for token in cue {
            guard let match = verb(at: token) else { continue }
            return Reading(match: match, verbClass: match.verb.verbClass, stance: match.verb.stance, head: token)
        }
        for token in cue {
            guard let noun = analysis.entry(token)?.noun else { continue }
            return Reading(verbClass: noun.verbClass, stance: noun.stance, head: token)
        }
        for token in cue {
            guard let phrase = analysis.entry(token)?.phrases.first(where: { begins($0, at: token) }) else { continue }
            return Reading(verbClass: phrase.verbClass, stance: phrase.stance)
        }
        return Reading(head: cue.first { analysis.tags[$0].isVerb })
    }

    /// "pointed out" rather than "pointed"; the form must be one that the verb can have here.
    private func verb(at token: Int) -> VerbLexicon.Match? {
        guard let entry = analysis.entry(token), !isAuxiliary(token) else { return nil }
        let tokens = analysis.document.tokens
        if token + 1 < tokens.count {
            for match in entry.phrasal[analysis.lower(token + 1)] ?? [] {
                let rest = match.verb.rest
                if token + rest.count < tokens.count,
                    zip((token + 1)..., rest).allSatisfy({ analysis.lower($0) == $1 })
                {
                    return match
                }
            }
        }
        return entry.verbs.first
    }

    /// "has said": the verb follows.
    private func isAuxiliary(_ token: Int) -> Bool {
        analysis.tags[token].isAuxiliary && analysis.entry(token)?.phrasal.isEmpty ?? true
    }

    /// A phrase around its source ("in the minister's view") is told by the words before it.
    private func begins(_ phrase: ReportingPhrase, at token: Int) -> Bool {
        let words = phrase.words.prefix { $0 != "~" }
        return token + words.count <= analysis.document.tokens.count
            && zip(token..., words).allSatisfy { analysis.lower($0) == $1 }
    }
}
