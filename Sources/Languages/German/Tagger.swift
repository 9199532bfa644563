import LanguageKit
import Rulebook
import Text

/// Assigns one `Tag` to every token by the classes of its word, its ending, its capital and its neighbours. Capitals tell
/// nouns, endings adjectives (tagged as nouns, which they stand before), and the clause tells which verb is finite.
struct Tagger: TokenWords {
    let tokens: [Token]
    let classes: [WordClass]
    /// Whether each token is an adjective, as the next ones tell.
    private var adjectives: [Bool]

    init(tokens: [Token], classes: [WordClass]) {
        (self.tokens, self.classes, adjectives) = (tokens, classes, tokens.map { _ in false })
        for i in tokens.indices.dropLast().reversed() { adjectives[i] = mayBeAdjective(i) }
    }

    func tags() -> [Tag] {
        var tags = tokens.indices.map { Tag(mark: tokens[$0].kind) ?? word($0) }
        for clause in tags.indices.split(whereSeparator: { tags[$0].isClauseMark }) { resolveVerbs(clause, &tags) }
        return tags
    }

    private func word(_ i: Int) -> Tag {
        let (word, c) = (tokens[i].lower, classes[i])
        // A name has no article and no adjective in front.
        if isNoun(i) { return c.contains(.time) ? .time : opensPhrase(i - 1) || isAdjective(i - 1) ? .noun : .name }
        // "der Mann", ", der sagte", "Das sagte": an article, a relative pronoun behind a comma, or another pronoun.
        if c.isSuperset(of: [.determiner, .relative]) {
            if opensNoun(i + 1) { return .determiner }
            let before = classes(i - 1).contains(.preposition) ? i - 2 : i - 1
            return before >= 0 && tokens[before].kind == .comma ? .relative : .pronoun
        }
        if c.contains(.possessive), opensNoun(i + 1) { return .possessive }
        if word == "zu", !verbForms(i + 1).union(classes(i + 1)).isDisjoint(with: [.verbBase, .auxiliary]) {
            return .to
        }
        if c.contains(.determiner), opensNoun(i + 1) || !c.contains(.subjectPronoun) { return .determiner }
        if word == "dass" { return .that }
        if let closed = Tag(closed: c) { return closed }
        return isAdjective(i) ? .noun : verbForms(i).isEmpty ? .adverb : .finite
    }

    private func opensPhrase(_ i: Int) -> Bool { !classes(i).isDisjoint(with: [.determiner, .possessive]) }

    /// A noun, or adjectives that one follows.
    private func opensNoun(_ i: Int) -> Bool {
        guard isWord(i) else { return i < tokens.count && tokens[i].kind == .quoteMark }
        return isNoun(i) || isAdjective(i) || tokens[i].kind == .number
    }

    /// Capitalised, and not only since a sentence begins; "34-Jährige".
    private func isNoun(_ i: Int) -> Bool {
        guard isWord(i), tokens[i].kind == .word else { return false }
        guard isCapitalized(i) else { return tokens[i].lower.first?.isNumber == true }
        let others: WordClass =
            startsSentence(i) ? [.functionWord, .modal, .anyVerb, .adverb] : [.subjectPronoun, .possessive]
        return classes[i].isDisjoint(with: others)
    }

    private func isAdjective(_ i: Int) -> Bool { adjectives.indices.contains(i) && adjectives[i] }
    private func startsSentence(_ i: Int) -> Bool {
        i == 0 || !tokens[i - 1].isWord && ![.comma, .closeBracket].contains(tokens[i - 1].kind)
    }

    /// "die geplante Reform": by its ending, before a noun or another adjective. "Das forderte Lund", "der Minister
    /// forderte Geld": what can be a verb needs an article right before it.
    private func mayBeAdjective(_ i: Int) -> Bool {
        guard isWord(i), !isCapitalized(i) || startsSentence(i), classes[i].isDisjoint(with: [.functionWord, .modal]),
            ["e", "en", "er", "es", "em"].contains(where: tokens[i].lower.hasSuffix),
            isNoun(i + 1) || adjectives[i + 1] || tokens[i + 1].kind == .quoteMark
        else { return false }
        let isArticled = opensPhrase(i - 1) && !classes(i - 1).contains(.subjectPronoun)
        return classes[i].isDisjoint(with: .finiteVerb) || isArticled && (i < 2 || tokens[i - 2].kind != .comma)
    }

    /// What a word can be as a verb: by the rules, else by its ending.
    private func verbForms(_ i: Int) -> WordClass {
        guard isWord(i), !isCapitalized(i) || startsSentence(i) else { return [] }
        guard classes[i].isEmpty else { return classes[i].intersection(.anyVerb) }
        let word = tokens[i].lower, forms = Self.endings.first { word.hasSuffix($0.0) }?.1 ?? []
        // "auszubauen"
        return word.dropFirst(2).contains("zu") ? forms.intersection(.verbBase) : forms
    }

    /// "bewerteten", "bewerten"
    private static let endings: [(String, WordClass)] = [
        ("te", .verbPast), ("ten", [.verbBase, .verbPast]), ("t", [.verbParticiple, .verbThirdPerson]),
        ("e", .verbThirdPerson),
        ("en", [.verbBase, .verbThirdPerson]), ("rn", [.verbBase, .verbThirdPerson]),
    ]

    /// Beside an auxiliary or another verb between two marks, all that can be are participles and infinitives.
    private func resolveVerbs(_ range: Range<Int>, _ tags: inout [Tag]) {
        for i in range.dropFirst() where tags[i - 1] == .to { tags[i] = .infinitive }
        var hasFinite = range.contains { tags[$0].isAuxiliary || tags[$0] == .to }
        let isSure = { (i: Int) in verbForms(i).isDisjoint(with: [.verbBase, .verbParticiple]) }
        let sure = range.first { tags[$0] == .finite && isSure($0) } ?? 0
        for i in range where tags[i] == .finite {
            let forms = verbForms(i), isFinite = !forms.isDisjoint(with: [.verbPast, .verbThirdPerson])
            if isFinite, forms == .verbPast || !hasFinite, sure <= i || !forms.contains(.verbBase) {
                hasFinite = true
            } else {
                tags[i] = forms.contains(.verbParticiple) ? .participle : .infinitive
            }
        }
    }
}
