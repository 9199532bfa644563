import LanguageKit
import Rulebook

/// What follows a reporting verb: which frame it is and where the content begins.
struct Complement {
    var construction: Construction
    /// First item of the content.
    var start: Int
}

/// Looks to the right of a verb group for a complement that the verb's frames allow.
struct ComplementFinder {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence

    /// How many items behind a verb are looked through, and how long what is quoted may be.
    ///
    /// Chosen by hand when the rules were written, on Tests/Articles and PolNeAR's development part: without an end to
    /// each, a sentence of a megabyte would be walked for each of its verbs, and a "that" far behind belongs to
    /// another.
    private enum Reach {
        /// From "said" to "that", over time, place and addressee.
        static let that = 14
        /// From where a clause may begin to its verb.
        static let clause = 26
        /// From "urged" over its object to "to".
        static let infinitive = 12
        /// From "accused" and "blamed" over their object to "of" and "for"; from "described" to "as", whose objects are
        /// longer.
        static let preposition = 10
        static let predicate = 12
        /// In tokens. Quoted words that are more can be a clause by themselves.
        static let quotedClause = 6
    }

    /// The frames are tried from the most to the least telling; the first that fits wins.
    func complement(of group: VerbGroup) -> Complement? {
        guard let match = group.match else { return nil }
        let frames = match.verb.frames
        let k = group.items.upperBound
        guard k < sentence.items.count else { return nil }
        if group.passive { return passive(k, frames) }
        return that(k, frames) ?? wh(k, frames) ?? addressed(k, frames) ?? clause(k, frames) ?? verbal(k, frames)
            ?? prepositional(k, frames, match) ?? object(k, frames)
    }

    private func tag(_ i: Int) -> Tag? { i < sentence.items.count ? sentence.items[i].tag : nil }

    private func word(_ i: Int) -> String {
        guard i < sentence.items.count, sentence.items[i].stretch == nil else { return "" }
        return analysis.lower(sentence.items[i].first)
    }

    // MARK: Clauses

    /// X said (Tuesday, in a statement, to reporters) that S
    private func that(_ k: Int, _ frames: Frames) -> Complement? {
        guard !frames.isDisjoint(with: .withThat) else { return nil }
        var i = k
        while i < sentence.items.count, i <= k + Reach.that {
            switch sentence.items[i].tag {
            case .that:
                guard i == k || allowsThat(k, i, frames) else { return nil }
                guard i + 1 < sentence.items.count else { return nil }
                return Complement(construction: .thatClause, start: i)
            case .finite, .be, .have, .do, .modal, .infinitive, .semicolon, .colon, .stop, .wh, .relative,
                .subordinator, .to:
                return nil
            case .quote: return nil
            default: i += 1
            }
        }
        return nil
    }

    /// Between verb and "that" may stand time and place, and a person where the verb takes one.
    private func allowsThat(_ k: Int, _ i: Int, _ frames: Frames) -> Bool {
        switch sentence.items[k].tag {
        case .preposition, .adverb, .time, .comma, .number: return frames.contains(.that) || frames.contains(.person)
        default: return frames.contains(.person)
        }
    }

    /// A minimal noun phrase from `k`: what may be an addressee.
    private func nounPhrase(_ k: Int, _ limit: Int) -> Range<Int>? {
        var i = k
        loop: while i < min(limit, sentence.items.count) {
            switch sentence.items[i].tag {
            case .noun, .name, .determiner, .possessive, .genitive, .number: i += 1
            case .pronoun:
                if i == k { i += 1 }
                break loop
            case .preposition where word(i) == "of" && i > k: i += 1
            case .quote where analysis.wordCount(sentence.items[i].tokens) <= SentenceReading.longestFragment: i += 1
            default: break loop
            }
        }
        guard i > k, (k..<i).contains(where: { sentence.items[$0].tag.isNominal }) else { return nil }
        return k..<i
    }

    private func wh(_ k: Int, _ frames: Frames) -> Complement? {
        guard frames.contains(.wh) else { return nil }
        let i = overAdjuncts(k)
        if opensWh(i) { return Complement(construction: .whClause, start: i) }
        guard frames.contains(.person), let person = nounPhrase(k, sentence.items.count) else { return nil }
        let j = overAdjuncts(person.upperBound)
        guard opensWh(j) else { return nil }
        return Complement(construction: .whClause, start: j)
    }

    private func opensWh(_ i: Int) -> Bool {
        guard let tag = tag(i) else { return false }
        if tag == .wh { return true }
        if tag == .relative { return true }
        return tag == .subordinator && ["whether", "if"].contains(word(i))
    }

    /// X told Y S
    private func addressed(_ k: Int, _ frames: Frames) -> Complement? {
        guard frames.contains(.person), let person = nounPhraseBeforeClause(k) else { return nil }
        let start = overAdjuncts(person.upperBound)
        guard startsClause(start) else { return nil }
        return Complement(construction: .bareClause, start: start)
    }

    /// The addressee ends where a pronoun or determiner begins the clause: "told reporters he would".
    private func nounPhraseBeforeClause(_ k: Int) -> Range<Int>? {
        guard let person = nounPhrase(k, sentence.items.count) else { return nil }
        for i in person.dropFirst() {
            let tag = sentence.items[i].tag, previous = sentence.items[i - 1].tag
            if (tag == .determiner || tag == .possessive), previous.isNominal { return k..<i }
        }
        return person
    }

    /// X said (Tuesday) S
    private func clause(_ k: Int, _ frames: Frames) -> Complement? {
        guard frames.contains(.clause) else { return nil }
        let i = overAdjuncts(k)
        guard startsClause(i) else { return nil }
        return Complement(construction: .bareClause, start: i)
    }

    /// Adverbs, time, and a comma-closed or short prepositional phrase.
    private func overAdjuncts(_ k: Int) -> Int {
        var i = k
        while let tag = tag(i) {
            switch tag {
            case .adverb, .time: i += 1
            case .number where i > k && sentence.items[i - 1].tag == .time: i += 1
            case .preposition:
                guard let end = adjunctEnd(i) else { return i }
                i = end
            case .determiner where self.tag(i + 1) == .time || (self.tag(i + 1) == .adverb && self.tag(i + 2) == .time):
                i += 1
            default: return i
            }
        }
        return i
    }

    /// "on Tuesday", "in a statement", "at a rally in Iowa": a preposition with its noun phrase, when a clause follows.
    private func adjunctEnd(_ i: Int) -> Int? {
        if tag(i + 1) == .time { return i + 2 }
        guard ["in", "on", "at", "during", "to", "after"].contains(word(i)) else { return nil }
        var j = i + 1
        while let tag = tag(j), tag.isNominal || tag == .determiner || tag == .possessive || tag == .genitive {
            if tag == .pronoun { break }
            if tag == .determiner || tag == .possessive, j > i + 1 { break }
            j += 1
        }
        return j > i + 1 ? j : nil
    }

    /// A noun phrase and, before any break, a finite verb.
    private func startsClause(_ i: Int) -> Bool {
        guard let first = tag(i) else { return false }
        switch first {
        case .noun, .name, .number, .pronoun, .determiner, .possessive, .quote: break
        case .subordinator where ["if", "when", "while", "because", "although", "unless", "once"].contains(word(i)):
            return true
        case .gerund: break
        case .that: return true
        default: return false
        }
        if first == .pronoun, isObjectOnly(word(i)) { return false }
        var nominal = first == .quote
        for j in i..<min(i + Reach.clause, sentence.items.count) {
            let tag = sentence.items[j].tag
            if tag.isNominal || tag == .determiner || tag == .possessive { nominal = true }
            // "reiterated their offer and blamed …": the verb is not of a clause that begins here.
            if tag.isFinite, follows(.coordinator, j) { return false }
            if nominal, j > i, tag.isFinite || tag == .quote { return true }
            if tag == .stop || tag == .semicolon || tag == .colon { return false }
            if j == i, tag == .quote, sentence.items[j].tokens.count > Reach.quotedClause { return true }
        }
        return false
    }

    private func follows(_ wanted: Tag, _ i: Int) -> Bool {
        var j = i - 1
        while j > 0, sentence.items[j].tag == .adverb || sentence.items[j].tag == .negation { j -= 1 }
        return j >= 0 && sentence.items[j].tag == wanted
    }

    private func isObjectOnly(_ word: String) -> Bool {
        ["me", "him", "them", "us", "himself", "herself", "themselves", "itself", "myself", "ourselves"].contains(word)
    }

    // MARK: Verbal complements

    private func verbal(_ k: Int, _ frames: Frames) -> Complement? {
        let i = overShortAdverbs(k)
        if frames.contains(.toInfinitive), tag(i) == .to {
            return Complement(construction: .toInfinitive, start: i)
        }
        if frames.contains(.gerund), tag(i) == .gerund {
            return Complement(construction: .gerund, start: i)
        }
        if frames.contains(.personToInfinitive), let person = nounPhraseThen(.to, from: i) {
            return Complement(construction: .personToInfinitive, start: person.lowerBound)
        }
        return nil
    }

    private func overShortAdverbs(_ k: Int) -> Int {
        var i = k
        while tag(i) == .adverb || tag(i) == .time { i += 1 }
        return i
    }

    private func nounPhraseThen(_ wanted: Tag, from i: Int) -> Range<Int>? {
        var j = i
        while let tag = tag(j), j < i + Reach.infinitive {
            if tag == wanted { return j > i ? i..<j : nil }
            switch tag {
            case .noun, .name, .pronoun, .determiner, .possessive, .genitive, .number, .coordinator, .quote: j += 1
            case .preposition: j += 1
            default: return nil
            }
        }
        return nil
    }

    private func passive(_ k: Int, _ frames: Frames) -> Complement? {
        if !frames.isDisjoint(with: .withInfinitive), tag(overShortAdverbs(k)) == .to {
            return Complement(construction: .passive, start: overShortAdverbs(k))
        }
        return that(k, frames) ?? wh(k, frames)
    }

    // MARK: Objects

    private func prepositional(_ k: Int, _ frames: Frames, _ match: VerbLexicon.Match) -> Complement? {
        if frames.contains(.personOf), has(["of"], within: Reach.preposition, from: k) {
            return Complement(construction: .personOf, start: k)
        }
        if frames.contains(.personFor), has(["for", "over", "on"], within: Reach.preposition, from: k) {
            return Complement(construction: .personFor, start: k)
        }
        if frames.contains(.personAs), has(["as"], within: Reach.predicate, from: k) {
            return Complement(construction: .personAs, start: k)
        }
        if frames.contains(.preposition), tag(k) == .preposition,
            ["of", "about", "against", "on", "for", "to", "over", "with"].contains(word(k))
        {
            return Complement(construction: .preposition, start: k)
        }
        return nil
    }

    /// A preposition of the list behind a noun phrase, before any verb or comma.
    private func has(_ prepositions: Set<String>, within: Int, from k: Int) -> Bool {
        guard let first = tag(k), first.isNominal || first == .determiner || first == .possessive else { return false }
        for i in k + 1..<max(min(k + within, sentence.items.count), k + 1) {
            let item = sentence.items[i]
            if item.tag == .preposition || item.tag == .subordinator, prepositions.contains(word(i)) { return true }
            if item.tag == .finite || item.tag == .stop || item.tag == .comma || item.tag == .to { return false }
        }
        return false
    }

    private func object(_ k: Int, _ frames: Frames) -> Complement? {
        guard let first = tag(k), first.isNominal || first == .determiner || first == .possessive || first == .quote
        else { return nil }
        if frames.contains(.objectComplement), hasComplement(k) {
            return Complement(construction: .objectComplement, start: k)
        }
        if frames.contains(.object) {
            return Complement(construction: .object, start: k)
        }
        return nil
    }

    /// "called him divisive", "called the plan a disaster": something more than one noun phrase.
    private func hasComplement(_ k: Int) -> Bool {
        guard let end = nounPhrase(k, sentence.items.count)?.upperBound else { return tag(k) == .quote }
        guard let next = tag(end) else { return end - k >= 2 }
        switch next {
        case .stop, .comma, .preposition, .semicolon, .finite, .coordinator, .adverb, .time, .colon: return end - k >= 2
        default: return true
        }
    }
}
