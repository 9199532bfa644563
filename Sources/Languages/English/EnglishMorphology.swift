package import Rulebook

/// The spelling rules of English: denies, admitted, panicking.
package struct EnglishMorphology: Morphology {
    package init() {}

    package func forms(of verb: String, irregular: Inflection) -> [String: VerbForms] {
        let stems = Self.stems(of: verb, irregular.doubling)
        let regularPast = stems.map { $0.hasSuffix("e") ? $0 + "d" : $0 + "ed" }
        let past = irregular.past.isEmpty ? regularPast : irregular.past
        let thirdPerson = irregular.thirdPerson.isEmpty ? [Self.adding(s: verb)] : irregular.thirdPerson
        return [String: VerbForms]([
            ([verb] + irregular.present, .base), (thirdPerson, .thirdPerson), (past, .past),
            (irregular.participle.isEmpty ? past : irregular.participle, .participle),
            (irregular.gerund.isEmpty ? Self.gerunds(of: verb, stems) : irregular.gerund, .gerund),
        ])
    }

    /// claims, vetoes, policemen, children; "wife/wives" is for the rule file to say.
    package func plurals(of noun: String) -> [String] {
        for (ending, plural) in [("woman", "women"), ("man", "men"), ("person", "people"), ("child", "children")]
        where noun.hasSuffix(ending) && noun != "human" && noun != "german" {
            return [noun.dropLast(ending.count) + plural]
        }
        return [Self.adding(s: noun)]
    }

    /// In letters: "fly" and "ally" are none.
    private static let shortestAdverb = 5

    /// contentedly
    package func isAdverb(_ word: String) -> Bool { word.hasSuffix("ly") && word.utf8.count >= Self.shortestAdverb }

    package func isPlural(_ noun: String) -> Bool { noun.hasSuffix("s") && !noun.hasSuffix("ss") || noun == "people" }

    /// What -ed is put to: "admitt", "repli", "panick", "stat(e)".
    private static func stems(of verb: String, _ doubling: Inflection.Doubling?) -> [String] {
        if Spelling.endsInConsonantY(verb) { return [verb.dropLast() + "i"] }
        if verb.hasSuffix("ic") { return [verb + "k"] }
        guard let last = verb.last else { return [] }
        return switch doubling ?? Spelling.usualDoubling(verb) {
        case .always: [verb + String(last)]
        case .either: [verb + String(last), verb]
        case .never: [verb]
        }
    }

    private static func gerunds(of verb: String, _ stems: [String]) -> [String] {
        if verb.hasSuffix("ie") { return [verb.dropLast(2) + "ying"] }
        if verb.hasSuffix("y") { return [verb + "ing"] }
        let keepsE = ["ee", "oe", "ye"].contains { verb.hasSuffix($0) }
        return stems.map { ($0.hasSuffix("e") && !keepsE ? String($0.dropLast()) : $0) + "ing" }
    }

    /// The third person of a verb, or the plural of a noun: claims, denies, stresses, vetoes.
    private static func adding(s word: String) -> String {
        if Spelling.endsInConsonantY(word) { return word.dropLast() + "ies" }
        let hisses = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
        return hisses || Spelling.endsInConsonantO(word) ? word + "es" : word + "s"
    }
}

/// What the spelling of an English word says of its sounds.
private enum Spelling {
    private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

    static func endsInConsonantY(_ word: String) -> Bool { endsInConsonant(word, then: "y") }

    static func endsInConsonantO(_ word: String) -> Bool { endsInConsonant(word, then: "o") }

    private static func endsInConsonant(_ word: String, then letter: Character) -> Bool {
        guard word.last == letter, let before = word.dropLast().last else { return false }
        return !isVowel(before)
    }

    /// One syllable that ends in consonant, vowel, consonant doubles the last: "beg", "nod", "quip". In longer words it
    /// depends on the stress, which spelling does not show; those in a vowel and l differ between British and American.
    static func usualDoubling(_ verb: String) -> Inflection.Doubling {
        let word = verb.split(separator: "-").last.map(Array.init) ?? []
        guard word.count >= 3, let last = word.last, !isVowel(last), !"wxy".contains(last) else { return .never }
        let (vowel, before) = (word[word.count - 2], word[word.count - 3])
        let afterQ = before == "u" && word.count >= 4 && word[word.count - 4] == "q"
        guard isVowel(vowel), !isVowel(before) || afterQ else { return .never }
        if syllables(word) == 1 { return .always }
        return last == "l" ? .either : .never
    }

    private static func syllables(_ word: [Character]) -> Int {
        var count = 0
        var previous: Character = "-"
        for letter in word {
            let silent = letter == "u" && previous == "q"
            if isVowel(letter) || letter == "y", !isVowel(previous), !silent { count += 1 }
            previous = silent ? "-" : letter
        }
        return count
    }
}
