/// How the words of a language change their form: rule files list base forms, articles have the others.
package protocol Morphology: Sendable {
    /// All written forms of a verb, with what each can be. All is lower case.
    ///
    /// - Parameter irregular: What rule files say of its forms.
    func forms(of verb: String, irregular: Inflection) -> [String: VerbForms]

    /// The regular plurals of a noun, in lower case.
    func plurals(of noun: String) -> [String]

    /// Whether a noun that is in no list ends as plurals do: "voters".
    func isPlural(_ noun: String) -> Bool

    /// Whether a word that is in no list ends as adverbs do: "contentedly".
    func isAdverb(_ word: String) -> Bool

    /// Whether an apostrophe alone makes the word a genitive: "the workers' pay".
    func takesBareApostrophe(_ word: String) -> Bool
}

/// Where a language does not say otherwise: its plurals are in its lists, and its genitives end in s.
extension Morphology {
    package func plurals(of noun: String) -> [String] { [] }
    package func isAdverb(_ word: String) -> Bool { false }
    package func isPlural(_ noun: String) -> Bool { false }
    package func takesBareApostrophe(_ word: String) -> Bool { word.hasSuffix("s") }
}

extension [String: VerbForms] {
    /// By lists of written forms; a form may stand in several.
    package init(_ lists: [(words: [String], form: VerbForms)]) {
        self = [:]
        for (words, form) in lists {
            for word in words { self[word, default: []].insert(form) }
        }
    }
}
