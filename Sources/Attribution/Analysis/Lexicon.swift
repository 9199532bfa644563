import Rulebook

/// Everything that the rulebook says of a written word, gathered so that each token costs one look-up.
struct Lexicon: Sendable {
    struct Entry: Sendable {
        var classes: WordClass = []
        var verbs: [VerbLexicon.Match] = []
        var noun: ReportingNoun?
        var role: Role?
        var title: Title?
        var givenName: Gender?
        var nationality: String?
        /// A word that makes a name an organization's ("ministry", "inc"), or a place that stands for one ("kremlin").
        var organization = false
        /// Phrases of `reporting-phrases.yaml` that begin with this word.
        var phrases: [ReportingPhrase] = []
    }

    private(set) var entries: [Entry] = []
    private var index: [String: Int32] = [:]
    /// Bearers of nationalities, in lower case: "france".
    let countries: Set<String>

    init(rulebook: Rulebook) {
        countries = Set(rulebook.nationalities.values.map { $0.lowercased() })
        for (word, classes) in rulebook.wordClasses { self[word].classes = classes }
        for (word, matches) in rulebook.verbs.byForm {
            self[word].verbs = matches
            for match in matches { self[word].classes.formUnion(WordClass(match.forms)) }
        }
        for (word, noun) in rulebook.nouns { self[word].noun = noun }
        for (word, role) in rulebook.roles { self[word].role = role }
        for (word, title) in rulebook.titles { self[word].title = title }
        for (word, gender) in rulebook.givenNames { self[word].givenName = gender }
        for (word, country) in rulebook.nationalities { self[word].nationality = country }
        for word in rulebook.organizations.union(rulebook.metonyms) { self[word].organization = true }
        for phrase in rulebook.phrases {
            guard let first = phrase.words.first else { continue }
            self[first].phrases.append(phrase)
        }
        for i in entries.indices { entries[i].phrases.sort { $0.words.count > $1.words.count } }
    }

    /// The place of a word in `entries`, or -1.
    func lookup(_ word: String) -> Int32 { index[word] ?? -1 }

    private subscript(word: String) -> Entry {
        get { index[word].map { entries[Int($0)] } ?? Entry() }
        set {
            if let i = index[word] {
                entries[Int(i)] = newValue
            } else {
                index[word] = Int32(entries.count)
                entries.append(newValue)
            }
        }
    }
}
