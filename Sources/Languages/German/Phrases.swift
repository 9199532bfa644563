import LanguageKit
import Rulebook

/// Attribution without a verb: "laut X", "X zufolge", "so X", "die Forderung von X, …", "X: „…“".
extension Sentence {
    func candidates() -> [Candidate] {
        let phrases = clauses.indices.flatMap { n in
            clauses[n].items.compactMap { phrase(at: $0, in: n) ?? noun(at: $0, in: n) }
        }
        let found =
            clauses.indices.compactMap(verbCandidate) + phrases
            + [DashRule(sentence: folded).candidate(), colonCandidate()].compactMap { $0 }
        return found.filter { !$0.content.isEmpty }
    }

    private func verbCandidate(_ n: Int) -> Candidate? {
        predicates(of: n).lazy.compactMap { predicate in
            let subject = subject(of: predicate)
            guard let (construction, content) = content(of: predicate, subject) else { return nil }
            return folded.candidate(
                construction, source: construction == .passive ? nil : subject, cue: predicate.cue.map { $0..<$0 + 1 },
                content: content.filter { !$0.isEmpty }, match: predicate.match, head: predicate.head)
        }.first
    }

    private func phrase(at i: Int, in n: Int) -> Candidate? {
        let matcher = PhraseMatcher(folded, analysis), clause = clauses[n], isAside = clause.kind == .fragment
        let phrase = entry(i)?.phrases.first { matcher.place(of: $0.pattern, at: i) != nil }
        guard let phrase, word(i) != "so" || isAside && i == clause.first else { return nil }
        let words = i..<i + phrase.pattern.words.count,
            source = phrase.source == .none ? nil : source(beside: words, in: clause)
        guard phrase.source == .none || source != nil else { return nil }
        let all = min(i, source?.lowerBound ?? i)..<max(words.upperBound, source?.upperBound ?? 0)
        let rest = [clause.first..<all.lowerBound, all.upperBound..<max(all.upperBound, contentEnd(from: n))]
        return folded.candidate(
            .accordingTo, source: source, cue: [words], content: isAside ? around(n) : rest.filter { !$0.isEmpty },
            verbClass: phrase.verbClass, stance: phrase.stance)
    }

    /// "laut der Polizei", "nach Angaben von Lund"; "dem Bericht zufolge", "ihrer Ansicht nach"
    private func source(beside words: Range<Int>, in clause: Clause) -> Range<Int>? {
        let end = words.upperBound, isBehind = { (i: Int) in nounPhrase(from: i, before: words.lowerBound) }
        let before = clause.items.lazy.compactMap(isBehind).first { $0.upperBound == words.lowerBound }
        return nounPhrase(from: isOf(end) ? end + 1 : end, before: clause.items.upperBound) ?? before
    }

    /// die Forderung der Stadt, S; ihr Vorwurf, S
    private func noun(at i: Int, in n: Int) -> Candidate? {
        guard let noun = entry(i)?.noun, tag(i).isNominal, n + 1 < clauses.count else { return nil }
        let clause = clauses[n + 1],
            owner = nounPhrase(from: isOf(i + 1) ? i + 2 : i + 1, before: clauses[n].items.upperBound)
        let isReported = clause.kind == .main && isSubjunctive(clause.finite) || tag(clause.first) == .that
        guard clause.kind == .infinitive || isReported, (owner?.upperBound ?? i + 1) == clauses[n].items.upperBound
        else { return nil }
        let possessive = tag(i - 1) == .possessive ? i - 1..<i : nil
        return folded.candidate(
            .nounClause, source: owner ?? possessive, cue: [i..<i + 1], content: [clause.items],
            verbClass: noun.verbClass, stance: noun.stance, head: i)
    }

    /// "Lund: „…“"; "Studie: Krähen zählen": a label without a verb.
    private func colonCandidate() -> Candidate? {
        guard clauses.count > 1, clauses[0].kind == .fragment, clauses[1].mark == .colon else { return nil }
        let label = clauses[0].items, colon = label.upperBound
        let isHeadline =
            folded.startsParagraph && entry(label.lowerBound)?.role != nil && tag(folded.items.count - 1) != .stop
        guard isNominative(label.lowerBound), clauses[1].kind == .quote || isHeadline else { return nil }
        return folded.candidate(
            .speakerColon, source: label, cue: [colon..<colon + 1], content: [colon + 1..<contentEnd(from: 1)])
    }
}
