import LanguageKit
import Rulebook
import Text

/// What the rulebook says of the words that attribute, whoever found them.
struct CueReader {
    let analysis: AnalyzedDocument

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

    /// Of a candidate: what its rule matched, or what its cue reads as.
    func read(_ candidate: Candidate) -> Reading {
        guard let first = candidate.cue.first else { return Reading() }
        let cue = first.lowerBound..<max(first.upperBound, candidate.cue.last?.upperBound ?? 0)
        guard let match = candidate.match, let head = candidate.head else { return read(cue) }
        if let hedged = hedged(of: cue, from: head) { return hedged }
        if let plain = withoutAdjunct(match, at: head, candidate) { return reading(plain, at: head) }
        return reading(match, at: head)
    }

    /// In tokens behind a verb: no time or setting is longer. Chosen by hand.
    private static let adjunctReach = 12

    /// "reported on Friday" is "report", not "report on"; "hinted at a meeting that" is "hint".
    private func withoutAdjunct(_ match: VerbLexicon.Match, at head: Int, _ candidate: Candidate) -> VerbLexicon.Match?
    {
        let end = candidate.end(of: match.verb, at: head)
        guard match.verb.rest.words.count == 1, !candidate.content.contains(where: { $0.lowerBound == end }),
            analysis.tags[head + 1] == .preposition
        else { return nil }
        let limit = min(head + Self.adjunctReach, analysis.tags.count)
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
        isAuxiliary(token) ? nil : PhraseMatcher(analysis).verb(at: token)?.match
    }

    /// "has said": the verb follows.
    private func isAuxiliary(_ token: Int) -> Bool {
        analysis.tags[token].isAuxiliary && analysis.entry(token)?.phrasal.isEmpty ?? true
    }

    // MARK: Phrases

    private func phrase(in cue: Range<Int>) -> Reading? {
        let matcher = PhraseMatcher(analysis, before: cue.upperBound)
        for token in cue {
            let phrases = analysis.entry(token)?.phrases ?? []
            guard let phrase = phrases.first(where: { matcher.place(of: $0.pattern, at: token) != nil }) else {
                continue
            }
            let lemma = phrase.pattern.words.joined(separator: " ")
            return Reading(lemma: lemma, verbClass: phrase.verbClass, stance: phrase.stance)
        }
        return nil
    }
}
