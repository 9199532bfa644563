import LanguageKit
import Rulebook
import Text

/// What the rulebook says of the words that attribute, whoever found them.
struct CueReader {
    let analysis: Analysis

    struct Reading {
        var match: VerbLexicon.Match?
        /// Nil, as class and stance are, for words that are in no rule.
        var lemma: String?
        var verbClass: VerbClass?
        var stance: Stance?
        /// The verb or noun that the cue turns on.
        var head: Int?
        /// The verb that has tense and negation: the head, or that of "issued a statement".
        var finite: Int?

        var verb: ReportingVerb? { match?.verb }
    }

    /// Of a find: what its rule matched, or what its cue reads as.
    func read(_ find: Find) -> Reading {
        guard let first = find.cue.first else { return Reading() }
        let cue = first.lowerBound..<max(first.upperBound, find.cue.last?.upperBound ?? 0)
        guard let match = find.match, let head = find.head else { return read(cue) }
        if let hedged = hedged(of: cue, from: head) { return hedged }
        if let plain = withoutAdjunct(match, at: head, find) { return reading(plain, at: head) }
        return reading(match, at: head)
    }

    /// "reported on Friday" is "report", not "report on"; "hinted at a meeting that" is "hint".
    private func withoutAdjunct(_ match: VerbLexicon.Match, at head: Int, _ find: Find) -> VerbLexicon.Match? {
        let end = head + 1 + match.verb.rest.count
        guard match.verb.rest.count == 1, !find.content.contains(where: { $0.lowerBound == end }),
            analysis.tags[head + 1] == .preposition
        else { return nil }
        let limit = min(head + 12, analysis.tags.count)
        let isAdjunct =
            Modifiers(analysis: analysis).mark(beginningAt: head + 1, of: .repetition) != nil
            || TimePhrase(analysis: analysis).tokens(from: head + 1, before: limit) != nil
            || SettingPhrase(analysis: analysis).tokens(from: head + 1, before: limit, places: true) != nil
        return isAdjunct ? analysis.entry(head)?.verbs.first : nil
    }

    /// A reporting verb if there is one, else a phrase ("according to"), else a noun; nothing but a head for words that
    /// are in no rule.
    func read(_ cue: Range<Int>) -> Reading {
        if let verb = verb(in: cue) { return verb }
        if let phrase = phrase(in: cue) { return phrase }
        let finite = cue.first { analysis.tags[$0].isVerb } ?? cue.first { analysis.tags[$0].isAuxiliary }
        for token in cue {
            guard let noun = analysis.entry(token)?.noun else { continue }
            return Reading(
                lemma: noun.lemma, verbClass: noun.verbClass, stance: noun.stance, head: token, finite: finite)
        }
        let head = cue.first { analysis.tags[$0].isVerb }
        return Reading(head: head, finite: head ?? finite)
    }

    // MARK: Verbs

    /// The first that the tagger takes for a verb, else the first that could be one where nothing else is known of the
    /// word. A verb that only hedges ("appeared to suggest") gives way to the one behind it.
    private func verb(in cue: Range<Int>) -> Reading? {
        let modifiers = Modifiers(analysis: analysis)
        let tagged = cue.lazy.filter { token in
            guard analysis.tags[token].isVerb || analysis.tags[token] == .be else { return false }
            return modifiers.mark(beginningAt: token, of: .repetition) == nil
        }
        for token in tagged {
            guard let match = match(at: token) else { continue }
            return hedged(of: cue, from: token) ?? reading(match, at: token)
        }
        for token in cue where analysis.entry(token)?.noun == nil && !isModifier(token) {
            if let match = match(at: token) { return reading(match, at: token) }
        }
        return nil
    }

    private func reading(_ match: VerbLexicon.Match, at head: Int) -> Reading {
        Reading(
            match: match, lemma: match.verb.lemma, verbClass: match.verb.verbClass, stance: match.verb.stance,
            head: head, finite: head)
    }

    /// "appeared to suggest": what is suggested is what counts, if the cue has it.
    private func hedged(of cue: Range<Int>, from token: Int) -> Reading? {
        guard let hedge = Modifiers(analysis: analysis).governor(beginningAt: token), cue.upperBound > hedge.upperBound
        else { return nil }
        let rest = hedge.upperBound..<cue.upperBound
        let isBeside = { (token: Int) in analysis.tags[token] == .adverb || analysis.tags[token].isAuxiliary }
        guard let next = rest.first(where: { !isBeside($0) }), let match = match(at: next) else {
            return nil
        }
        return reading(match, at: next)
    }

    private func isModifier(_ token: Int) -> Bool {
        analysis.lexicon.modifiers.beginning[analysis.lower(token)] != nil
    }

    /// "pointed out" rather than "pointed".
    private func match(at token: Int) -> VerbLexicon.Match? {
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

    // MARK: Phrases

    private func phrase(in cue: Range<Int>) -> Reading? {
        for token in cue {
            guard let phrase = analysis.entry(token)?.phrases.first(where: { stands($0, at: token, in: cue) }) else {
                continue
            }
            let lemma = phrase.words.filter { $0 != "~" }.joined(separator: " ")
            return Reading(lemma: lemma, verbClass: phrase.verbClass, stance: phrase.stance)
        }
        return nil
    }

    /// A phrase around its source ("in the minister's view") begins at the token and ends where the cue does.
    private func stands(_ phrase: ReportingPhrase, at token: Int, in cue: Range<Int>) -> Bool {
        let before = phrase.words.prefix { $0 != "~" }
        let after = phrase.words.dropFirst(before.count + 1)
        guard token + before.count + after.count <= cue.upperBound else { return false }
        return zip(token..., before).allSatisfy { analysis.lower($0) == $1 }
            && zip((cue.upperBound - after.count)..., after).allSatisfy { analysis.lower($0) == $1 }
    }
}
