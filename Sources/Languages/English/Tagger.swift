import LanguageKit
import Newswire
import Rulebook
import Text

/// Assigns one `Tag` to every token by the classes of the word and its neighbours. A stand-in for a part-of-speech
/// tagger where all that matters is nouns against verbs and the closed classes.
struct Tagger: TokenWords {
    let tokens: [Token]
    /// By token.
    let classes: [WordClass]

    func tags() -> [Tag] {
        var tags = [Tag](repeating: .noun, count: tokens.count)
        for i in tokens.indices { tags[i] = Tag(mark: tokens[i].kind) ?? word(i, tags) }
        return tags
    }

    // MARK: Words

    private func word(_ i: Int, _ tags: [Tag]) -> Tag {
        let token = tokens[i]
        let c = classes(i)
        // "no longer" tells when, and not of whom.
        if token.lower == "longer", i > 0, tokens[i - 1].lower == "no" { return .adverb }
        // "think tank"
        if token.lower == "think", i + 1 < tokens.count, tokens[i + 1].lower.hasPrefix("tank") { return .noun }
        if token.shape.contains(.clitic) { return clitic(i, c, tags) }
        if isShouted(i) { return .name }
        if isMonthForName(i) { return .name }
        if isNamePart(i, c) { return c.contains(.time) ? .time : .name }
        if !c.isDisjoint(with: .auxiliary), let auxiliary = Tag(closed: c) {
            return auxiliary == .modal ? modal(i) : auxiliary
        }
        if token.lower == "to" { return opensInfinitive(i) ? .to : .preposition }
        if token.lower == "that" { return .that }
        if let closed = closedClass(i, c, tags) { return closed }
        if !c.isDisjoint(with: .anyVerb), let verb = verb(i, c, tags) { return verb }
        if c.isEmpty, looksPast(token), let verb = verb(i, .pastForm, tags) { return verb }
        if c.contains(.time) { return .time }
        if c.contains(.adverb), c.isDisjoint(with: .nounLike) { return .adverb }
        return token.shape.contains(.capitalized) && !startsSentence(i, tags) ? .name : .noun
    }

    /// "the WHO", "the US": a name, whatever its small letters are.
    private func isShouted(_ i: Int) -> Bool {
        i > 0 && tokens[i].shape.contains(.allCaps) && tokens[i].lower.count > 1 && tokens[i - 1].lower == "the"
            && !tokens[i - 1].shape.contains(.allCaps)
    }

    /// In letters: "red" and "bleed" are no pasts.
    private static let longestRoot = 4

    /// A word in no list that ends as regular pasts do.
    private func looksPast(_ token: Token) -> Bool {
        token.lower.hasSuffix("ed") && token.lower.utf8.count > Self.longestRoot && !token.lower.contains("-")
            && !token.shape.contains(.capitalized)
    }

    /// Capitalised words within a sentence are names, but for verbs and closed-class words in headlines.
    private func isNamePart(_ i: Int, _ c: WordClass) -> Bool {
        let token = tokens[i]
        guard token.shape.contains(.capitalized), !token.shape.contains(.allCaps) || c.isEmpty else { return false }
        if token.lower == "i" || token.lower == "i'm" { return false }
        if !c.isDisjoint(with: .functionWord) { return false }
        guard i > 0 else { return c.isEmpty }
        let previous = tokens[i - 1].kind
        if previous == .stop || previous == .question || previous == .exclamation || previous == .quoteMark
            || previous == .colon || previous == .dash || tokens[i - 1].span.end + 1 < token.span.start
        {
            return c.isEmpty
        }
        // "May 5", "Will Smith", "Mark said": a capital inside a sentence makes a name of it.
        return true
    }

    /// "Jan Verhoeven", "April Ryan", and not "Jan 5", "in April Spain left".
    private func isMonthForName(_ i: Int) -> Bool {
        guard Self.monthsForNames.contains(tokens[i].lower), i + 1 < tokens.count, tokens[i + 1].kind == .word,
            isCapitalized(i + 1), classes(i + 1).isEmpty,
            tokens[i].span.end + 1 == tokens[i + 1].span.start, isCapitalized(i)
        else { return false }
        return i == 0 || !classes(i - 1).contains(.preposition)
    }

    private static let monthsForNames: Set<String> = ["jan", "april", "june"]

    private func startsSentence(_ i: Int, _ tags: [Tag]) -> Bool {
        guard i > 0 else { return true }
        return tags[i - 1] == .stop || tags[i - 1] == .quoteMark || tags[i - 1] == .colon
    }

    private func clitic(_ i: Int, _ c: WordClass, _ tags: [Tag]) -> Tag {
        switch tokens[i].lower {
        case "'ll", "'d": return .modal
        case "'ve": return .have
        case "'re", "'m": return .be
        default: break
        }
        guard i > 0 else { return .genitive }
        let previous = classes(i - 1)
        if !previous.isDisjoint(with: .pronounLike) || tokens[i - 1].lower == "that" || tokens[i - 1].lower == "there"
            || tokens[i - 1].lower == "here"
        {
            return tokens[i - 1].lower == "one" ? .genitive : .be
        }
        let next = classes(i + 1)
        if !next.isDisjoint(with: .afterBe), next.isDisjoint(with: .anyVerb) { return .be }
        return .genitive
    }

    private func modal(_ i: Int) -> Tag {
        // "the will of", "a must", "May 5"
        if i > 0, classes(i).isDisjoint(with: .negation), tokens[i - 1].lower != "that",
            !classes(i - 1).isDisjoint(with: .opensNoun),
            classes(i - 1).isDisjoint(with: .subjectPronoun)
        {
            return .noun
        }
        if tokens[i].lower == "may", isCapitalized(i), i + 1 < tokens.count,
            tokens[i + 1].kind == .number
        {
            return .time
        }
        return .modal
    }

    /// In words between "to" and its verb: "to not really say". Chosen by hand.
    private static let splitInfinitive = 2

    private func opensInfinitive(_ i: Int) -> Bool {
        var next = i + 1
        while next < tokens.count, next <= i + Self.splitInfinitive,
            classes(next).contains(.adverb) || classes(next).contains(.negation)
        {
            next += 1
        }
        if next < tokens.count, tokens[next].kind == .quoteMark { next += 1 }
        guard next < tokens.count, !isCapitalized(next) else { return false }
        let c = classes(next)
        return c.contains(.verbBase) || tokens[next].lower == "be" || tokens[next].lower == "have"
            || tokens[next].lower == "do"
    }

    private func closedClass(_ i: Int, _ c: WordClass, _ tags: [Tag]) -> Tag? {
        if c.contains(.negation) { return .negation }
        if c.contains(.coordinator) {
            return tokens[i].lower == "yet" || tokens[i].lower == "plus" ? .adverb : .coordinator
        }
        if c.contains(.relative) { return .relative }
        if c.contains(.whWord) { return .wh }
        if c.contains(.possessive), !isPronounHer(i) { return .possessive }
        if !c.isDisjoint(with: .pronoun) { return .pronoun }
        if c.contains(.subordinator), c.contains(.adverb),
            !classes(i + 1).isDisjoint(with: .clearlyFinite)
        {
            return .adverb
        }
        if c.contains(.preposition) && c.contains(.subordinator) {
            return opensClause(i) ? .subordinator : .preposition
        }
        if c.contains(.subordinator) { return .subordinator }
        if c.contains(.determiner) { return .determiner }
        if c.contains(.preposition) { return c.contains(.verbGerund) ? nil : .preposition }
        return nil
    }

    /// "told her that", "saw her." against "her husband"
    private func isPronounHer(_ i: Int) -> Bool {
        guard tokens[i].lower == "her" else { return false }
        guard i + 1 < tokens.count, tokens[i + 1].kind == .word else { return true }
        let next = classes(i + 1)
        return !next.isDisjoint(with: .endsObject)
    }

    /// In tokens: how far behind "before" the verb of its clause is looked for. Chosen by hand.
    private static let clauseReach = 7

    /// After "before", "as", "since" …: is there a verb soon that would make it a clause?
    private func opensClause(_ i: Int) -> Bool {
        for j in i + 1..<min(i + 1 + Self.clauseReach, tokens.count) {
            guard tokens[j].isWord else { return false }
            let c = classes(j)
            if !c.isDisjoint(with: .auxiliary) { return true }
            if j > i + 1, !c.isDisjoint(with: .clearlyFinite),
                c.isDisjoint(with: .nounOrDeterminer)
            {
                return true
            }
            if c.contains(.preposition) && j > i + 1 { return false }
        }
        return false
    }

    // MARK: Verbs

    private func verb(_ i: Int, _ c: WordClass, _ tags: [Tag]) -> Tag? {
        let p = previousIndex(i, tags)
        let previous = p.map { tags[$0] }
        if c.contains(.verbBase), previous == .to || previous == .modal { return .infinitive }
        if c.contains(.verbBase), previous == .do { return .finite }
        if c.contains(.verbParticiple), previous == .have || previous == .be { return .participle }
        if c.contains(.verbGerund) { return gerund(i, previous, tags) }
        let past = !c.isDisjoint(with: .pastForm)
        switch previous {
        case .determiner, .possessive, .genitive:
            if p == i - 1 { return past && followsNounPhrase(i) ? .participle : nil }
        case .preposition: return past && !c.contains(.verbBase) ? .participle : nil
        case .pronoun, .relative, .wh: return .finite
        case .be: return c.contains(.nounLike) ? nil : .participle
        default: break
        }
        // "data compiled by", "a poll released Tuesday by"
        if past, i + 1 < tokens.count, tokens[i + 1].lower == "by", c.contains(.verbParticiple) { return .participle }
        if past { return .finite }
        return c.contains(.nounLike) ? nounLike(i, c, previous, tags) : plain(i, c, previous)
    }

    /// "the accused man": a participle before its noun.
    private func followsNounPhrase(_ i: Int) -> Bool { i + 1 < tokens.count && tokens[i + 1].kind == .word }

    private func gerund(_ i: Int, _ previous: Tag?, _ tags: [Tag]) -> Tag? {
        switch previous {
        case .determiner?, .possessive?: nil
        default: .gerund
        }
    }

    /// Base and -s forms of verbs that are seldom nouns.
    private func plain(_ i: Int, _ c: WordClass, _ previous: Tag?) -> Tag? {
        if c.contains(.verbThirdPerson) { return .finite }
        switch previous {
        case .noun?, .name?, .number?, .time?: return .finite
        case .coordinator?, .comma?: return .finite
        default: return .finite
        }
    }

    /// "plans", "report", "claims": a verb after a subject that agrees with it, when something follows that a noun
    /// would not be followed by.
    private func nounLike(_ i: Int, _ c: WordClass, _ previous: Tag?, _ tags: [Tag]) -> Tag? {
        guard i > 0, previous == .noun || previous == .name || previous == .adverb || previous == .coordinator else {
            return nil
        }
        let plural = tokens[i - 1].lower.hasSuffix("s") && !tokens[i - 1].lower.hasSuffix("ss")
        guard i + 1 < tokens.count else { return nil }
        if tokens[i + 1].lower == "that", c.contains(.verbBase), previous == .name { return .finite }
        if c.contains(.verbBase), !plural, previous != .adverb { return nil }
        let next = classes(i + 1)
        if !next.isDisjoint(with: .opensObject) { return .finite }
        if tokens[i + 1].lower == "to" { return .finite }
        if tokens[i + 1].kind == .quoteMark && tokens[i + 1].shape.contains(.spaceBefore) { return .finite }
        if c.contains(.verbThirdPerson), previous == .name, isCapitalized(i + 1) {
            return .finite
        }
        return nil
    }

    /// Nobody puts a dozen adverbs before a verb; whoever repeats one for a megabyte must not stop the daemon.
    private static let mostAdverbs = 12

    /// The index of the nearest token to the left that is neither adverb nor negation.
    private func previousIndex(_ i: Int, _ tags: [Tag]) -> Int? {
        var j = i - 1
        while j >= 0, i - j < Self.mostAdverbs, tags[j] == .adverb || tags[j] == .negation {
            if tokens[j].lower.hasSuffix("n't") { break }
            j -= 1
        }
        guard j >= 0 else { return nil }
        return j
    }
}
