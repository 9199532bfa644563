package import Newswire

/// Everything that the rule files of one language say, loaded, checked and ready to look up. Immutable and shared.
///
/// All keys are lower case, with straight apostrophes.
package struct Rulebook: Sendable {
    /// Two-letter code of the language: the folder's name.
    package let language: String
    /// How its words change their form.
    package let morphology: any Morphology
    /// "sha256:" and the digest of all rule files that were read, with the users' own.
    package var digest: String = ""
    package var verbs: VerbLexicon = VerbLexicon()
    /// Prepositional and other phrases that attribute: "according to", "in the words of".
    package var phrases: [ReportingPhrase] = []
    /// Nouns that report ("claim that …", "the warning"): lemma and plural forms → verb class and stance.
    package var nouns: [String: ReportingNoun] = [:]
    /// "mr." → gender hint; "president", "senator", "gen.": words that stand before a name. Multi-word titles are
    /// keyed by their words joined by one space.
    package var titles: [String: Title] = [:]
    /// "spokeswoman", "minister", "officials": nouns for a person or group who can speak.
    package var roles: [String: Role] = [:]
    package var roleRelations: RoleRelations = RoleRelations()
    /// Abbreviations that end in a full stop, without that stop, with whether they can end a sentence.
    package var abbreviations: [String: Abbreviation] = [:]
    package var givenNames: [String: Gender] = [:]
    /// "azerbaijani" → "Azerbaijan".
    package var nationalities: [String: String] = [:]
    /// Places and metonyms that act as organizations: "kremlin", "white house", "moscow".
    package var metonyms: Set<String> = []
    /// Endings and words that make a name an organization: "ministry", "party", "inc".
    package var organizations: Set<String> = []
    /// Classes of common words, for telling where a source begins and where a clause ends.
    package var wordClasses: [String: WordClass] = [:]
    /// What small words do in the grammar of mentions and names.
    package var grammarWords: [String: GrammarWords] = [:]
    /// What words beside a reporting verb do to it, and the nouns of settings and times.
    package var modifiers: VerbModifiers = VerbModifiers()
    /// By which articles are read before their language is known: bylines, dates, what sites and agencies add.
    package var news: NewsVocabulary = NewsVocabulary()
    package var quoteMarks: QuoteMarks = QuoteMarks()
    package var furniture: [FurnitureRule] = []
    /// The users' own.
    package var speakers: SpeakerDirectory = SpeakerDirectory()
    /// What is odd about the rule files but does not keep them from being used.
    package var warnings: [RulebookProblem] = []

    init(language: String, morphology: any Morphology) {
        self.language = language
        self.morphology = morphology
    }

    /// The words that do something in the grammar of mentions and names.
    func words(_ use: GrammarWord) -> [String] { grammarWords.filter { $0.value.contains(use) }.keys.sorted() }
}

package enum Gender: String, Sendable, Codable { case female, male, either }

package struct Title: Sendable, Hashable {
    package var gender: Gender?
    /// A courtesy title ("Mr.") says nothing of a role; others do ("President").
    package var courtesy: Bool
}

package struct Role: Sendable, Hashable {
    package enum Kind: Sendable {
        case person
        /// Speaks as one: "committee", "court".
        case body
        /// Something written that speaks: "report", "poll", "lawsuit".
        case paper
    }

    package var kind: Kind
    package var isPlural = false
    package var gender: Gender?
    /// Of a plural, where the rule file lists the noun in the singular: "official" of "officials".
    package var singular: String?

    package init(kind: Kind, isPlural: Bool = false, gender: Gender? = nil, singular: String? = nil) {
        self.kind = kind
        self.isPlural = isPlural
        self.gender = gender
        self.singular = singular
    }

    /// "senator", and not "senators" or "senate".
    package var isOnePerson: Bool { kind == .person && !isPlural }
}

/// How words for people go together.
package struct RoleRelations: Sendable, Hashable {
    /// The lines, by their keys, that a word stands in. Two words that share one can mean the same person.
    package var lines: [String: Set<String>] = [:]
    /// The words of each line, by its key.
    package var words: [String: [String]] = [:]
    /// Singular nouns for people who speak so as not to be named.
    package var anonymous: Set<String> = []

    /// Singular nouns for people who speak for somebody else: a spokesman is not whom the article is about.
    package var forOthers: Set<String> = []

    /// Nouns of standing, by which one who was just spoken of is told again, whatever office he or she has: "the
    /// left-hander".
    package var epithets: Set<String> = []

    /// Singular nouns for people who may be bodies as well: "the operator". They stand only for whom the article calls so.
    package var trades: Set<String> = []
    /// Bodies that no company and no club is: "the government".
    package var publicBodies: Set<String> = []
    /// The names of a body by each of them, the fullest first: "european union", "eu".
    package var bodyNames: [String: [String]] = [:]
    /// What a bank, a club or a carmaker can be called: "company".
    package var generalBodies: Set<String> = []
    /// Nouns for a business, "the company", and words in the names of what is none: "union".
    package var companies: Set<String> = []
    package var noCompanies: Set<String> = []
    /// How old one is, in years, whom a noun can be said of: "the teenager".
    package var ages: [String: ClosedRange<Int>] = [:]
    /// What only bodies have: "shares".
    package var bodysThings: Set<String> = []
    /// What somebody is called who no longer has the office: "the former mayor".
    package var former: Set<String> = []

    /// What a party's letter behind a name says of somebody, the party first: ", D-Calif.," of a Democrat and lawmaker.
    package var parties: [String: [String]] = [:]

    /// What is told of somebody who can then be called by a noun, by the word: "accused" of "the defendant".
    package var toldOf: [String: String] = [:]

    /// Ends of words for a woman or a man of a country: "the Frenchwoman".
    package var womansEndings: Set<String> = []
    package var mansEndings: Set<String> = []
    /// Ends of words that mean one or a whole people: "the Dutch".
    package var peoplesEndings: Set<String> = []

    package init() {}

    /// Whether a word, in lower case, names a party's member.
    package func isParty(_ word: String) -> Bool { parties.values.contains { $0.first == word } }

    package func isForAnother(_ office: String) -> Bool { anonymous.contains(office) || forOthers.contains(office) }

    /// Whether two singular nouns can mean the same person.
    package func areSame(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        guard let lines = lines[one], let others = self.lines[other] else { return false }
        return !lines.isDisjoint(with: others)
    }

    /// Whether one of some singular nouns can mean the same person as another; in a time that does not depend on how many
    /// there are.
    package func isAny(of nouns: Set<String>, theSameAs noun: String) -> Bool {
        if nouns.contains(noun) { return true }
        return lines[noun]?.contains { words[$0]?.contains(where: nouns.contains) ?? false } ?? false
    }
}

package struct Abbreviation: Sendable, Hashable {
    /// Whether a following capital can start a sentence: never ("Mr."), sometimes ("Inc.").
    package var canEndSentence: Bool
    /// Abbreviates only before a number ("No. 4"); elsewhere it is a word that ends a sentence like any other.
    package var onlyBeforeNumber: Bool
    /// As the rule file writes it, without the last stop: "Ill" is a state, "ill" is not.
    package var written: String

    /// Whether a word that is spelled like this has a capital letter wherever the rule file has one.
    package func hasCapitals(like word: some Sequence<Unicode.Scalar>) -> Bool {
        zip(written.unicodeScalars, word).allSatisfy { !$0.properties.isUppercase || $1.properties.isUppercase }
    }
}

package struct ReportingNoun: Sendable, Hashable {
    package var lemma: String
    package var verbClass: VerbClass
    package var stance: Stance
}

package struct ReportingPhrase: Sendable, Hashable {
    package var pattern: PhrasePattern
    package var verbClass: VerbClass
    package var stance: Stance
    /// Where the source stands: after the phrase ("according to X"), before its last part ("in X's view") or nowhere
    /// ("reportedly").
    package var source: SourcePlace

    package enum SourcePlace: String, Sendable, CaseIterable, Codable { case after, before, none }
}

/// Recognises a paragraph (or its sentence) that a web site put around the story.
package struct FurnitureRule: Sendable, Hashable {
    package enum Match: Sendable, Hashable {
        /// The paragraph, lower-cased and with spaces folded, begins with this.
        case prefix(String)
        /// … is this; full stops, colons and exclamation marks at its end do not count.
        case whole(String)
        /// … contains this.
        case contains(String)
        /// … contains all of these.
        case all([String])
    }
    package var match: Match
    package var reason: String
}

/// Reporting verbs by any written form of their first word.
package struct VerbLexicon: Sendable {
    package struct Match: Sendable, Hashable {
        package var verb: ReportingVerb
        package var forms: VerbForms
    }

    /// Phrases first, longest first, so that "point out" wins over "point".
    package var byForm: [String: [Match]]

    package init(byForm: [String: [Match]] = [:]) { self.byForm = byForm }

    /// How many verbs and phrases there are, spellings of one verb counted once.
    package var count: Int { Set(byForm.values.joined().map(\.verb.lemma)).count }

    package subscript(form: String) -> [Match] { byForm[form] ?? [] }
}
