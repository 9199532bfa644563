import LanguageKit
import Names
import Rulebook
import Text

/// Scores who can be meant by a pronoun or a noun of office: by nearness and subjecthood, by what the article said of
/// each, and by what a model says where one has read it.
///
/// What tells of pronouns is weighed by what was fitted on marked articles (`AntecedentWeights`); all other weights were
/// chosen by hand. `docs/speakers.md` has what they reach.
struct Antecedents {
    let analysis: AnalyzedDocument
    var people: People
    let hints: MentionHints
    /// Persons in the order in which they spoke or were subjects.
    private var recent: [Int] = []
    /// The tokens at which each did.
    private var spoke: [Int: Moments] = [:]
    /// Persons by the tokens of mentions that were told to be theirs.
    private var personByToken: [Int: Int] = [:]
    /// Of the person who is named most.
    let mostMentions: Int
    /// All that anybody in the article is said to hold.
    let offices: Set<String>
    let clauses: Clauses

    init(analysis: AnalyzedDocument, people: People, hints: MentionHints) {
        self.analysis = analysis
        self.people = people
        self.hints = hints
        mostMentions = max(1, people.persons.lazy.map(\.mentions.count).max() ?? 1)
        offices = people.persons.reduce(into: []) { $0.formUnion($1.description.offices) }
        clauses = Clauses(analysis)
        for (i, person) in people.persons.enumerated() {
            for mention in person.mentions { for token in mention { personByToken[token] = i } }
        }
    }

    /// In tokens: as many of a mention as a model can point to. Chosen by hand; whoever makes one of a megabyte must
    /// not fill the memory.
    private static let longestMention = 8

    /// Notes that a mention, whatever its words, is a person's.
    mutating func note(_ person: Int, at tokens: Range<Int>) {
        recent.append(person)
        spoke[person, default: Moments()].append(tokens.lowerBound)
        for token in tokens.prefix(Self.longestMention) where personByToken[token] == nil {
            personByToken[token] = person
        }
    }

    // MARK: Who is in view

    /// Those who were named or spoke not long before a token.
    func near(_ token: Int) -> [Int] {
        Set(people.naming(before: token).map(\.person)).union(recent.suffix(People.reach)).sorted()
    }

    func fits(_ person: Int, _ gender: Gender?) -> Bool {
        gender == nil || people.persons[person].gender == nil || people.persons[person].gender == gender
    }

    /// Where a person was named last.
    func lastNamed(_ person: Int, before token: Int) -> Int? {
        people.mentions(of: person, before: token).last?.lowerBound
    }

    func lastSpoke(_ person: Int, before token: Int) -> Int? { spoke[person]?.latest(before: token) }

    /// Where a person spoke last of all that is known: behind the token in question, too, in what was read before it.
    func lastSpoke(_ person: Int) -> Int? { spoke[person]?.last }

    /// Where somebody spoke last or was the subject, by a name or a pronoun.
    func lastSubject(_ person: Int, before token: Int) -> Int? {
        later(
            lastSpoke(person, before: token),
            lastMentions(of: person, before: token).last { isSubject($0.lowerBound) }?.lowerBound)
    }

    /// As many as a reader would look back through.
    private func lastMentions(of person: Int, before token: Int) -> ArraySlice<Range<Int>> {
        people.mentions(of: person, before: token).suffix(People.reach)
    }

    /// Whether somebody is the subject of the main clause that a token stands in: no noun there means him or her again.
    /// "Brandt accused Okafor, a charge the Democrat dismissed".
    func isSubject(_ person: Int, ofSentenceBefore token: Int) -> Bool {
        let sentence = analysis.document.sentences[analysis.sentence(of: token)].tokens
        let clause = clauses.start(before: token, in: sentence)..<token
        if spoke[person]?.contains(in: clause) == true { return true }
        return lastMentions(of: person, before: token).reversed().prefix { $0.lowerBound >= clause.lowerBound }
            .contains {
                !isElsewhere($0.lowerBound, token) && isSubject($0.lowerBound)
                    && !clauses.open(in: sentence.lowerBound..<$0.lowerBound)
            }
    }

    /// In somebody's words, where the token in question is not: “Ek is late,” the Dane said.
    private func isElsewhere(_ mention: Int, _ token: Int) -> Bool {
        analysis.isQuoted(mention) && !analysis.isQuoted(token)
    }

    /// In tokens: how far from its sentence's beginning a subject may stand, and the dash of a dateline. Chosen by
    /// hand.
    private static let subjectReach = 6
    private static let datelineReach = 10

    /// Stands near its sentence's beginning, with no preposition before it.
    func isSubject(_ token: Int) -> Bool {
        let sentence = analysis.document.sentences[analysis.sentence(of: token)].tokens
        // "COLUMBUS, Ohio (AP) - Lee said"
        let dash = (sentence.lowerBound..<min(sentence.lowerBound + Self.datelineReach, token))
            .last { analysis.tags[$0] == .dash }
        let before = (dash.map { $0 + 1 } ?? sentence.lowerBound)..<token
        // "Asked whether Lee"
        if let first = before.first, analysis.tags[first] == .participle, clauses.open(in: before) { return false }
        // "It was Lee who was angriest"
        if let first = before.first, analysis.is(first, .thingPronoun), before.count <= Self.subjectReach,
            analysis.tags[min(first + 1, token)].isFinite
        {
            return true
        }
        return before.count <= Self.subjectReach
            && !before.contains { analysis.tags[$0].isFinite || analysis.tags[$0] == .preposition }
    }

    /// Of some, the one named last beside this sentence's subject; else who spoke or was the subject last, in this
    /// sentence or the one before.
    func spokenOf(_ persons: [Int], before token: Int) -> Int? {
        let sentence = analysis.document.sentences[analysis.sentence(of: token)].tokens
        if near(token).contains(where: { isSubject($0, ofSentenceBefore: token) }) {
            return latest(of: persons) { lastNamed($0, before: token).flatMap { $0 < sentence.lowerBound ? nil : $0 } }?
                .person
        }
        guard let latest = latest(of: persons, at: { lastSubject($0, before: token) }),
            analysis.sentence(of: token) - analysis.sentence(of: latest.token) <= 1
        else { return nil }
        return latest.person
    }

    func latest(of persons: [Int], at place: (Int) -> Int?) -> (person: Int, token: Int)? {
        persons.compactMap { person in place(person).map { (person, $0) } }.max { $0.token < $1.token }
    }

    // MARK: What a model says

    /// How many pronouns a model's word is followed through: "he" for "he" for "Lee". Chosen by hand.
    private static let longestChain = 4

    /// More likely than not.
    private static let sure = 0.5

    /// The persons that a model takes a word to mean, with their probabilities, through other pronouns too.
    func meant(by token: Int, depth: Int = Self.longestChain) -> [Int: Double] {
        var result: [Int: Double] = [:]
        for link in hints.links[token] ?? [] {
            if let person = personByToken[link.token] {
                result[person, default: 0] += Double(link.probability)
            } else if depth > 0 {
                for (person, share) in meant(by: link.token, depth: depth - 1) {
                    result[person, default: 0] += share * Double(link.probability)
                }
            }
        }
        return result
    }

    /// Whether a model takes a word to mean somebody with a name, more likely than not.
    func isSureOfAName(_ token: Int) -> Bool { meant(by: token).values.contains { $0 >= Self.sure } }

    /// The word of a name that a model takes a word to mean, more likely than not.
    func nameMeant(by token: Int, kind: MentionHints.NameKind, depth: Int = Self.longestChain) -> Int? {
        guard let link = hints.links[token]?.first, Double(link.probability) >= Self.sure else { return nil }
        if hints.names[link.token]?.kind == kind { return link.token }
        return depth > 0 ? nameMeant(by: link.token, kind: kind, depth: depth - 1) : nil
    }
}

/// The later of two places in a text, where there is one.
func later(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
}
