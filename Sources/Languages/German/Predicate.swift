import LanguageKit
import Rulebook

/// A reporting verb in its clause: "teilte … mit", "hat … erklärt", "dass sie … fordert".
struct Predicate {
    var match: VerbLexicon.Match
    /// With its place in the sentence.
    var clause: Clause, number: Int
    /// All of its words, with the one that it is told by and the one that agrees with the subject.
    var cue: [Int], head: Int, finite: Int
    /// "wurde gefordert": its subject is not who speaks.
    var isPassive: Bool
    var frames: Frames { match.verb.frames }
}

extension Sentence {
    /// The verbs that a clause may report with, the likeliest first: "wollte … sagen", "wollte". Where somebody "soll …
    /// angewiesen haben" or "möchte herausfinden", the modal counts.
    func predicates(of number: Int) -> [Predicate] {
        let clause = clauses[number]
        guard let finite = clause.finite else { return [] }
        let others = clause.items.reversed().filter { [.participle, .infinitive].contains(tag($0)) }
        let isHearsay = tag(finite) == .modal && endsInPerfect(clause)
        return (tag(finite) == .finite || isHearsay ? [finite] + others : others + [finite]).compactMap { head in
            let matches = entry(head).map { $0.verbs + $0.phrasal.values.joined() } ?? []
            let fitting = matches.compactMap { match in words(of: match, at: head, in: clause).map { (match, $0) } }
            guard let (match, words) = fitting.max(by: { $0.0.verb.rest.words.count < $1.0.verb.rest.words.count }),
                tag(finite) != .modal || head == finite || ![.learn, .show].contains(match.verb.verbClass)
            else { return nil }
            return Predicate(
                match: match, clause: clause, number: number, cue: Set([finite, head] + words).sorted(), head: head,
                finite: finite, isPassive: tag(finite) == .do && tag(head) == .participle)
        }
    }

    /// "gestohlen haben", but not "sicher sein".
    func endsInPerfect(_ clause: Clause) -> Bool {
        [.have, .be].contains(tag(clause.last)) && [.participle, .infinitive].contains(tag(clause.last - 1))
    }

    /// What belongs to the verb besides its head; nil where some of it is not there, or a particle makes another verb.
    private func words(of match: VerbLexicon.Match, at head: Int, in clause: Clause) -> [Int]? {
        let isFinite = tag(head).isFinite, rest = match.verb.rest.words
        let particle = GermanMorphology.particle(of: String(match.verb.lemma.prefix { $0 != " " }))
        let mayEnd = isFinite && clause.last > head && GermanMorphology.particles.contains(word(clause.last))
        let isApart = isFinite && particle.map { !word(head).hasPrefix($0) } == true
        guard (mayEnd ? word(clause.last) : nil) == (isApart ? particle : nil),
            isFinite || !match.forms.isDisjoint(with: [.participle, .base]),
            let start = clause.items.first(where: { i in rest.indices.allSatisfy { word(i + $0) == rest[$0] } })
        else { return nil }
        let negation = clause.items.last { tag($0) == .negation && ($0 > head || $0 == head - 1) }
        // "vor" of "warnte vor Eis" is of what is said.
        let own = rest.count == 1 && classes(start).contains(.preposition) ? [] : Array(start..<start + rest.count)
        return own + [mayEnd ? clause.last : nil, negation].compactMap { $0 }
    }

    // MARK: Who speaks

    /// Where the verb stands second, who speaks is before it or right behind it; where it is last, at the beginning.
    func subject(of predicate: Predicate) -> Range<Int>? {
        let clause = predicate.clause
        if predicate.isPassive { return clause.items.first { isOf($0) }.flatMap { nounPhrase(from: $0 + 1) } }
        let behind = nounPhrase(from: overLight(clause.first + 1), before: clause.items.upperBound, isNominative)
        let last = clause.kind == .relative ? clause.first..<clause.first + 1 : behind
        let found = clause.kind == .main ? mainSubject(predicate.number) : last
        if let found, word(found.lowerBound) != "es" { return found }
        // "In dem Bericht hieß es"; "wie aus dem Bericht hervorgeht"
        let from = clause.isVerbFirst ? start(before: predicate.number) : clause.first
        let place = (from..<clause.items.upperBound).first { ["in", "im", "aus", "bei", "beim"].contains(word($0)) }
        return place.flatMap { nounPhrase(from: $0 + 1) }
    }

    func mainSubject(_ number: Int) -> Range<Int>? {
        let clause = clauses[number]
        guard let finite = clause.finite else { return nil }
        let before = clause.first..<finite, outer = start(before: number)
        let behind = nounPhrase(from: overLight(finite + 1), before: clause.items.upperBound, isNominative)
        // "Lund, die seit Mai regiert, sagte"
        if before.isEmpty, outer < clause.first, isNominative(outer),
            behind == nil || clauses[number - 1].kind == .relative
        {
            return outer..<clauses[number - 1].items.upperBound
        }
        // "Das sagte Lund"; "Die Kritik wies er zurück"
        let isObject = tag(clause.first) == .pronoun && ["das", "dies"].contains(word(clause.first))
        let isBehind = behind.map { isObject || ["er", "man"].contains(word($0.lowerBound)) } == true
        if !before.isEmpty, isNominative(clause.first), !isBehind { return before }
        // "… und fügte hinzu": of the clause before.
        let isShared = clause.isVerbFirst && (clause.isCoordinated || behind == nil)
        let last = isShared ? clauses[..<number].lastIndex { $0.kind == .main } : nil
        return last.map(mainSubject) ?? behind.map { withApposition($0, of: number) }
    }

    /// Where the fragments and relative clauses begin that stand right before a clause.
    private func start(before number: Int) -> Int {
        let last = clauses[..<number].lastIndex { $0.kind != .fragment && $0.kind != .relative }
        return clauses[last.map { $0 + 1 } ?? 0].first
    }

    /// "sich", "ihm", "daraufhin", "am Montag": what may stand between verb and subject.
    private func overLight(_ start: Int) -> Int {
        var i = start
        while [.adverb, .time, .negation].contains(tag(i)) || tag(i) == .pronoun && !isNominative(i) { i += 1 }
        guard tag(i) == .preposition, let phrase = nounPhrase(from: i + 1) else { return i }
        return isOpening(phrase.upperBound) ? phrase.upperBound : i
    }

    /// "der Minister" and no "dem Minister".
    func isNominative(_ i: Int) -> Bool {
        if tag(i) == .pronoun { return classes(i).contains(.subjectPronoun) }
        guard [.determiner, .possessive].contains(tag(i)) else { return tag(i).isNominal }
        let isOblique = ["m", "n", "s"].contains(where: word(i).hasSuffix)
        return !isOblique || ["das", "deren", "dessen"].contains(word(i)) || word(i).hasSuffix("ein")
    }

    func isOf(_ i: Int) -> Bool { ["von", "vom"].contains(word(i)) }
    func isOpening(_ i: Int) -> Bool { [.determiner, .possessive, .time].contains(tag(i)) || tag(i).isNominal }

    /// A noun phrase, with genitives, "von" and brackets behind it.
    func nounPhrase(from start: Int, before end: Int? = nil, _ opens: ((Int) -> Bool)? = nil) -> Range<Int>? {
        let end = end ?? folded.items.count
        guard start < end, (opens ?? isOpening)(start) else { return nil }
        return start..<((start + 1..<end).first { tag(start) == .pronoun || !goesOn(at: $0) } ?? end)
    }

    private func goesOn(at i: Int) -> Bool {
        let before = tag(i - 1)
        return switch tag(i) {
        case .noun: before != .time && before != .name
        case .name, .number, .openBracket, .closeBracket, .symbol: true
        case .time: before == .determiner || before == .noun
        case .quote: before.isNominal || before == .determiner
        case .determiner where before == .noun, .possessive where before == .noun:
            ["es", "er"].contains(where: word(i).hasSuffix)
        case .determiner, .possessive: before == .coordinator || before == .preposition
        case .preposition: (isOf(i) || word(i) == "aus") && before.isNominal
        case .coordinator: tag(i + 1).isNominal || tag(i + 1) == .determiner
        default: tag(i) == .adverb && before == .determiner
        }
    }

    /// "sagte Ada Lund, Chefin der Reederei,"
    private func withApposition(_ phrase: Range<Int>, of number: Int) -> Range<Int> {
        let next = clauses.dropFirst(number + 1).first { $0.first == phrase.upperBound + 1 && isNominative($0.first) }
        guard let next, next.kind == .fragment, next.mark == .comma else { return phrase }
        return phrase.lowerBound..<next.items.upperBound
    }
}
