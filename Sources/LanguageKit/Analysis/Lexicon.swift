internal import Newswire
package import Rulebook

/// Everything that the rulebook says of a written word, gathered so that each token costs one look-up.
package struct Lexicon: Sendable {
    /// What is known of each word.
    private let entries: [String: Entry]
    /// Whose words they are.
    package let language: any LanguagePack
    package let morphology: any Morphology
    /// What words beside a reporting verb do to it.
    package let modifiers: VerbModifiers
    /// Bearers of nationalities, in lower case: "france".
    package let countries: Set<String>
    package let relations: RoleRelations
    /// Names of bodies that have several, by their first words; in lower case.
    package let bodyNamesByFirstWord: [Substring: [String]]
    /// Places and houses that stand for a body, in lower case: "kremlin".
    package let metonyms: Set<String>
    package let quoteMarks: QuoteMarks
    /// The users' own directory, whatever the language.
    package let speakers: SpeakerDirectory

    package init(rulebook: Rulebook, language: any LanguagePack) {
        self.language = language
        morphology = rulebook.morphology
        entries = Self.drafts(rulebook).mapValues(Entry.init)
        modifiers = rulebook.modifiers
        relations = rulebook.roleRelations
        bodyNamesByFirstWord = Dictionary(grouping: relations.bodyNames.keys.sorted()) { $0.prefix { $0 != " " } }
        metonyms = rulebook.metonyms
        quoteMarks = rulebook.quoteMarks
        speakers = rulebook.speakers
        countries = Set(rulebook.nationalities.values.map { $0.lowercased() })
    }

    /// What is known of a word, or of several with a space between them: "prime minister". Nil where they are in no list.
    package func entry(of word: String) -> Entry? { entries[word] }

    /// The classes of a word, none where it is in no list.
    package func classes(of word: String) -> WordClass { entries[word]?.classes ?? [] }

    /// Whether a word, in lower case, is such a one.
    package func `is`(_ word: String, _ use: GrammarWord) -> Bool { entries[word]?.uses.contains(use) ?? false }

    private static func drafts(_ rulebook: Rulebook) -> [String: Entry.Draft] {
        var drafts = rulebook.wordClasses.mapValues { Entry.Draft(classes: $0) }
        let calendar = rulebook.news.calendar
        for word in calendar.weekdays.union(calendar.months.keys) {
            drafts[word, default: Entry.Draft()].classes.insert(.time)
        }
        for (word, uses) in rulebook.grammarWords { drafts[word, default: Entry.Draft()].uses = uses }
        for (word, matches) in rulebook.verbs.byForm {
            drafts[word, default: Entry.Draft()].verbs = matches
            for match in matches { drafts[word]?.classes.formUnion(WordClass(match.forms)) }
        }
        for (word, noun) in rulebook.nouns { drafts[word, default: Entry.Draft()].noun = noun }
        for (word, role) in rulebook.roles { drafts[word, default: Entry.Draft()].role = role }
        for (word, title) in rulebook.titles { drafts[word, default: Entry.Draft()].title = title }
        for (word, gender) in rulebook.givenNames { drafts[word, default: Entry.Draft()].givenName = gender }
        for (word, country) in rulebook.nationalities { drafts[word, default: Entry.Draft()].nationality = country }
        for word in rulebook.organizations.union(rulebook.metonyms) {
            drafts[word, default: Entry.Draft()].organization = true
        }
        // Longest first: "according to a report by" before "according to".
        for phrase in rulebook.phrases.sorted(by: { $0.pattern.words.count > $1.pattern.words.count }) {
            guard let first = phrase.pattern.before.first else { continue }
            drafts[first, default: Entry.Draft()].phrases.append(phrase)
        }
        return drafts
    }
}

extension Lexicon {
    /// What the rule files say of one word. A reference, since it is looked at for every token of every article and a
    /// value of this size would be copied each time.
    package final class Entry: Sendable {
        package let classes: WordClass
        package let uses: GrammarWords
        /// Verbs of one word that this can be a form of.
        package let verbs: [VerbLexicon.Match]
        /// Verb phrases by their second word, the longest first: "point out" under "out"; "~" where the gap comes first.
        package let phrasal: [String: [VerbLexicon.Match]]
        package let noun: ReportingNoun?
        package let role: Role?
        package let title: Title?
        package let givenName: Gender?
        package let nationality: String?
        /// A word that makes a name an organization's ("ministry", "inc"), or a place that stands for one ("kremlin").
        package let organization: Bool
        /// Phrases of `reporting-phrases.yaml` that begin with this word, the longest first.
        package let phrases: [ReportingPhrase]

        package struct Draft {
            package var classes: WordClass = []
            package var uses: GrammarWords = []
            package var verbs: [VerbLexicon.Match] = []
            package var noun: ReportingNoun?
            package var role: Role?
            package var title: Title?
            package var givenName: Gender?
            package var nationality: String?
            package var organization = false
            package var phrases: [ReportingPhrase] = []
        }

        package init(_ draft: Draft) {
            classes = draft.classes
            uses = draft.uses
            verbs = draft.verbs.filter(\.verb.rest.isEmpty)
            phrasal = Dictionary(grouping: draft.verbs.filter { !$0.verb.rest.isEmpty }) {
                $0.verb.rest.before.first ?? "~"
            }
            noun = draft.noun
            role = draft.role
            title = draft.title
            givenName = draft.givenName
            nationality = draft.nationality
            organization = draft.organization
            phrases = draft.phrases
        }
    }
}
