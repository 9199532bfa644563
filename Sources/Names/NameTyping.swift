import LanguageKit
import Newswire
import Rulebook
import Text

/// Types names by all the places where the article has them: "Cairn" is Cairn Energy's, though "Cairn said it would drill" could be
/// a person's, and whose initials stand somewhere in capitals is a body.
///
/// Names that end with the same word count as one's: "George Wimpey" and "Wimpey".
struct NameTyping {
    private let analysis: AnalyzedDocument
    /// By the last word, in lower case.
    private var tallies: [String: Tally] = [:]
    /// First words of bodies' longer names, in lower case.
    private var bodiesFirstWords: Set<String> = []
    /// Names of one word that is all capitals, in lower case.
    private var acronyms: Set<String> = []

    /// Words of persons' longer names, in lower case: "tiny" of "Otto “Tiny” Brandt", "falk" of "Ines Falk Opens Bridge".
    private var personsWords: Set<String> = []
    /// The first letters of the words that end and begin persons' longer names, in lower case.
    private var personsBeginnings: Set<Substring> = []
    /// The words themselves, by their first letter; of many, some.
    private var personsByLetter: [Character: [String]] = [:]

    /// How often a word is a name by itself, in lower case.
    private var alone: [String: Int] = [:]
    /// How often each person's name of two words stands in the article.
    private var wholeNames: [[String]: Int] = [:]
    /// Of a headline in capitals.
    private let headline: Range<Int>?
    /// Tokens of the quotations' sources.
    private let speaking: Set<Range<Int>>

    /// In words: longer names are told by themselves. Chosen by hand.
    private static let longestName = 3

    /// - Parameter sources: Tokens of the quotations' sources.
    init(_ runs: [NameRun], analysis: AnalyzedDocument, hints: MentionHints, sources: [Range<Int>] = []) {
        self.analysis = analysis
        speaking = Set(sources)
        headline = PersonEvidence.headline(of: analysis)
        let meant = PronounEvidence(runs, analysis, hints)
        let context = NameContext(analysis: analysis)
        for (i, run) in runs.enumerated() {
            let first = run.tokens.lowerBound
            if run.tokens.count == 1, analysis.document.tokens[first].shape.contains(.allCaps) {
                acronyms.insert(analysis.lower(first))
            }
            if run.kind == .organization, run.tokens.count > 1 { bodiesFirstWords.insert(analysis.lower(first)) }
            notePersonsWords(of: run)
            if run.tokens.count == 1 { alone[analysis.lower(first), default: 0] += 1 }
            guard run.tokens.count <= Self.longestName, run.kind != .place else { continue }
            // "Bo Ek, chairman of Ek Lines": the first word of a person's name is one too.
            if run.kind == .person, run.tokens.count > 1 {
                tallies[analysis.lower(first), default: Tally()].isPersons = true
            }
            var tally = tallies[key(run), default: Tally()]
            tally.hint(hints, run.tokens)
            tally.person += meant.persons[i, default: 0] + context.ofPerson(run)
            tally.body += meant.bodies[i, default: 0] + context.ofBody(run)
            if isTitled(run) { tally.isTitled = true }
            if isSurelyNamed(run, hints) { tally.isSurelyNamed = true }
            if run.kind == .person, run.tokens.count > 1, analysis.entry(first)?.givenName != nil {
                tally.isPersons = true
            }
            tallies[key(run)] = tally
        }
        let persons = tallies.filter(\.value.isPersons).keys
        personsBeginnings = Set(persons.map { $0.prefix(2) })
        personsByLetter = Dictionary(grouping: persons.sorted().prefix(Self.reach)) { $0.first ?? " " }
    }

    private mutating func notePersonsWords(of run: NameRun) {
        if run.kind == .person, run.tokens.count == 2 { wholeNames[analysis.words(run.tokens), default: 0] += 1 }
        if run.kind == .person || isSpeaker(run), run.tokens.count > 1 {
            personsWords.formUnion(run.tokens.map(analysis.lower))
        }
        for i in run.tokens.dropLast() where analysis.entry(i)?.givenName != nil {
            personsWords.insert(analysis.lower(i + 1))
        }
    }

    /// By what a model says; else within a sentence, where no other word has a capital, or where no list has the word.
    private func isSurelyNamed(_ run: NameRun, _ hints: MentionHints) -> Bool {
        let word = run.tokens.lowerBound
        if let hint = hints.names[word], hint.probability >= Self.sure { return true }
        guard !hints.areGiven || speaking.contains(run.titles.lowerBound..<run.tokens.upperBound) else { return false }
        return analysis.sentenceTokens(of: word).lowerBound != word
            || analysis.lexicon.classes(of: analysis.lower(word)).isEmpty
    }

    /// How sure a model has to be that a word is a name. Chosen by hand.
    private static let sure: Float = 0.6

    private func key(_ run: NameRun) -> String { analysis.lower(run.tokens.upperBound - 1) }

    private func isTitled(_ run: NameRun) -> Bool { run.titles.contains { analysis.entry($0)?.title != nil } }

    /// The runs, with the kinds that their words have in this article.
    func typed(_ runs: [NameRun]) -> [NameRun] {
        runs.map { run in
            let run = withoutAdjective(withPeople(run))
            var typed = run
            if isPlainNoun(run) {
                typed.kind = .unknown
            } else if isSurname(run) {
                typed.kind = .unknown
            } else if isBody(run) || hasAcronym(run) {
                typed.kind = .organization
            } else if isBodyNamedAfterPerson(run) {
                typed.kind = .organization
            } else if isSpeaker(run) {
                typed.kind = .person
            }
            return typed
        }
    }

    /// "LEE:" in capitals, where Ann Lee is named.
    private func isSurname(_ run: NameRun) -> Bool {
        let word = run.tokens.lowerBound
        return run.kind == .organization && run.tokens.count == 1 && run.titles.isEmpty
            && analysis.document.tokens[word].shape.contains(.allCaps) && isLabel(run)
            && personsWords.contains(analysis.lower(word))
    }

    /// Before a colon, at the beginning of a paragraph.
    private func isLabel(_ run: NameRun) -> Bool {
        let (word, end) = (run.titles.lowerBound, run.tokens.upperBound)
        return end < analysis.tags.count && analysis.tags[end] == .colon
            && (word == 0 || analysis.paragraph(of: word - 1) < analysis.paragraph(of: word))
    }

    /// "Te Kauri Paratene says": a name of two or three words that speaks and is known as no body's.
    private func isSpeaker(_ run: NameRun) -> Bool {
        let (first, last) = (run.titles.lowerBound, run.tokens.upperBound - 1)
        return run.kind == .unknown && (2...Self.longestName).contains(run.tokens.count)
            && speaking.contains(first..<run.tokens.upperBound) && !analysis.isPlural(last)
            && !run.tokens.contains {
                analysis.lexicon.countries.contains(analysis.lower($0)) || analysis.entry($0) != nil
            }
            && !analysis.lexicon.metonyms.contains(run.tokens.map(analysis.lower).joined(separator: " "))
    }

    /// "Carmaker" at the beginning of a headline, which names none.
    private func isPlainNoun(_ run: NameRun) -> Bool {
        let word = run.tokens.lowerBound
        return run.tokens.count == 1 && run.titles.isEmpty && analysis.entry(word)?.role?.kind == .body
            && analysis.sentenceTokens(of: word).lowerBound == word
            && !analysis.document.tokens[word].shape.contains(.allCaps)
    }

    /// "British" of "the British Phonographic Industry", where "BPI" stands elsewhere.
    private func withPeople(_ run: NameRun) -> NameRun {
        guard !run.titles.isEmpty, run.kind != .person,
            run.titles.allSatisfy({ analysis.entry($0)?.nationality != nil })
        else { return run }
        var whole = run
        whole.tokens = run.titles.lowerBound..<run.tokens.upperBound
        whole.titles = whole.tokens.lowerBound..<whole.tokens.lowerBound
        whole.kind = .unknown
        guard hasAcronym(whole) else { return run }
        whole.kind = .organization
        return whole
    }

    /// "Telegram" of "Secretive Telegram app removed": a first word that has its capital of the sentence alone, before a name that stands
    /// by itself elsewhere.
    private func withoutAdjective(_ run: NameRun) -> NameRun {
        let (first, last) = (run.tokens.lowerBound, run.tokens.upperBound - 1)
        guard run.tokens.count == 2, run.titles.isEmpty, run.kind != .person, analysis.entry(last) == nil,
            analysis.entry(first) == nil, analysis.sentenceTokens(of: first).lowerBound == first,
            alone[analysis.lower(last), default: 0] >= Self.leastWhole
        else { return run }
        var rest = run
        rest.tokens = last..<last + 1
        rest.titles = last..<last
        return rest
    }

    /// "Sally Ride Science", where Sally Ride is named.
    private func isBodyNamedAfterPerson(_ run: NameRun) -> Bool {
        run.kind == .person && run.tokens.count == Self.longestName && run.titles.isEmpty
            && analysis.entry(run.tokens.upperBound - 1)?.givenName == nil
            && !run.tokens.contains { analysis.tags[$0] == .quoteMark }
            && wholeNames[analysis.words(run.tokens.dropLast()), default: 0] >= Self.leastWhole
            && !(headline?.contains(run.tokens.lowerBound) ?? false)
    }

    /// Chosen by hand: a name is cut once by mistake, and hardly twice.
    private static let leastWhole = 2

    /// "the British Phonographic Industry", where "BPI" stands elsewhere.
    private func hasAcronym(_ run: NameRun) -> Bool {
        guard run.kind == .unknown || run.kind == .place, run.titles.isEmpty, run.tokens.count > 1 else { return false }
        let initials = analysis.words(run.tokens).filter { $0.first?.isUppercase ?? false }.compactMap(\.first)
        return initials.count > 1 && acronyms.contains(String(initials).lowercased())
    }

    private func isBody(_ run: NameRun) -> Bool {
        guard run.kind == .person || run.kind == .unknown, run.tokens.count <= Self.longestName, !isTitled(run),
            let tally = tallies[key(run)], !tally.isTitled
        else { return false }
        let first = run.tokens.lowerBound
        if run.tokens.count == 1, !tally.isPersons, analysis.entry(first)?.givenName == nil,
            analysis.entry(first)?.organization == true || bodiesFirstWords.contains(analysis.lower(first))
        {
            return true
        }
        if isLone(run, tally) { return true }
        return tally.isBody(named: analysis.entry(first)?.givenName != nil)
    }

    /// One pronoun that a model hardly takes for a name speaks for no person yet. Chosen by hand.
    private static let doubt = 0.5

    /// "Rosmodar said": news gives a person's whole name first, and a body's has one word often.
    private func isLone(_ run: NameRun, _ tally: Tally) -> Bool {
        let word = run.tokens.lowerBound
        return !analysis.lexicon.language.capitalizesNouns && run.tokens.count == 1 && run.titles.isEmpty
            && !tally.isPersons && tally.person < Self.doubt && !isLabel(run)
            && analysis.entry(word) == nil && !analysis.isPlural(word) && tally.isSurelyNamed
            && !personsWords.contains(analysis.lower(word)) && !isLikePersons(analysis.lower(word))
    }

    /// In letters, and in persons' words. Chosen by hand.
    private static let leastMisspelt = 6
    private static let reach = People.reach

    /// "Daveport", where "Davenport" has a given name, and "Bieker", where "Beiker" has.
    private func isLikePersons(_ word: String) -> Bool {
        personsBeginnings.contains(word.prefix(2))
            || word.count >= Self.leastMisspelt
                && (personsByLetter[word.first ?? " "] ?? []).contains { areOneEditApart($0, word) }
    }
}

/// What speaks for a name's being a person's, and what for a body's. Chosen by hand.
private struct Tally {
    var person = 0.0
    var body = 0.0
    /// "Mr. Marsh"
    var isTitled = false
    /// Whether it ends or begins a person's longer name.
    var isPersons = false
    /// Whether it is a name for certain in one place at least.
    var isSurelyNamed = false
    /// The shares of the name's places that a model takes for each.
    private var hints = (person: 0.0, body: 0.0, count: 0.0)

    /// What the model says, however often, weighs no more than one clear place in the text.
    private static let hintWeight = 1.5
    /// A given name, or the surname of somebody who is named in full.
    private static let nameWeight = 1.5

    mutating func hint(_ all: MentionHints, _ tokens: Range<Int>) {
        for word in tokens.compactMap({ all.names[$0] }) {
            hints.count += 1
            if word.kind == .person { hints.person += Double(word.probability) }
            if word.kind == .organization { hints.body += Double(word.probability) }
        }
    }

    func isBody(named givenName: Bool) -> Bool {
        let share = Self.hintWeight / max(1, hints.count)
        let forPerson = person + share * hints.person + (isPersons || givenName ? Self.nameWeight : 0)
        return body + share * hints.body > forPerson
    }
}

/// Whom pronouns mean by what a model says: "it" no person, "she" no body.
private struct PronounEvidence {
    /// By the run's place among all.
    private(set) var persons: [Int: Double] = [:]
    private(set) var bodies: [Int: Double] = [:]

    /// Links that are less likely tell nothing.
    private static let sure: Float = 0.4

    init(_ runs: [NameRun], _ analysis: AnalyzedDocument, _ hints: MentionHints) {
        for (token, links) in hints.links {
            guard let link = links.first, link.probability >= Self.sure, let uses = analysis.entry(token)?.uses else {
                continue
            }
            // “She came to us,” Norvik said: who says so is no "she".
            guard !analysis.isQuoted(token) else { continue }
            let isThing = uses.contains(.thingPronoun)
            guard isThing || uses.contains(.malePronoun) || uses.contains(.femalePronoun) else { continue }
            let place = runs.partitioningIndex { $0.tokens.upperBound > link.token }
            guard place < runs.count, runs[place].tokens.contains(link.token) else { continue }
            if isThing {
                bodies[place, default: 0] += Double(link.probability)
            } else {
                persons[place, default: 0] += Double(link.probability)
            }
        }
    }
}

/// What the words beside a name tell of its kind.
private struct NameContext {
    let analysis: AnalyzedDocument

    /// In tokens behind a name: "Sandvine's chief technology officer". Chosen by hand.
    private static let reach = 4
    private static let longestThing = 3

    /// "the search engine Norvik", "Norvik, a search engine", "Norvik's shares", "Norvik, which".
    func ofBody(_ run: NameRun) -> Double {
        var weight = 0.0
        let before = run.titles.lowerBound - 1
        if before >= 0, touches(before, run.titles.lowerBound), isBodysNoun(before), !isSomebodys(before) {
            weight += 2
        }
        if isApposition(behind: run, isBodysNoun) { weight += 2 }
        if hasBodysThing(behind: run) { weight += 1 }
        return weight
    }

    /// "Bo Ek, 34," and "Bo Ek, who": what only persons have.
    func ofPerson(_ run: NameRun) -> Double {
        let end = run.tokens.upperBound
        guard end + 1 < analysis.tags.count, analysis.tags[end] == .comma else { return 0 }
        if analysis.is(end + 1, .personRelative) { return 2 }
        if analysis.tags[end + 1] == .number, analysis.document.tokens[end + 1].span.count <= 2 { return 2 }
        return isApposition(behind: run) { analysis.entry($0)?.role?.isOnePerson == true } ? 1 : 0
    }

    /// In tokens back from a body's noun. Chosen by hand.
    private static let officeReach = 6

    /// "Head of the dairy board Ann Lee": the body is that of the office, and the name none of its.
    private func isSomebodys(_ noun: Int) -> Bool {
        let before = (max(1, noun - Self.officeReach)..<noun).reversed()
        guard let of = before.first(where: { !analysis.tags[$0].isNominal && analysis.tags[$0] != .determiner }) else {
            return false
        }
        return analysis.is(of, .genitivePreposition) && analysis.entry(of - 1)?.role?.isOnePerson == true
    }

    private func touches(_ i: Int, _ next: Int) -> Bool {
        analysis.document.tokens[next].span.start <= analysis.document.tokens[i].span.end + 1
    }

    private func isBodysNoun(_ i: Int) -> Bool {
        // "search engine"
        let long = i > 0 ? analysis.entry(of: i - 1..<i + 1)?.role : nil
        guard analysis.tags[i] == .noun, let role = long ?? analysis.entry(i)?.role else { return false }
        return role.kind == .body && !role.isPlural
    }

    /// ", a California-based automobile data firm": by the last noun of the phrase behind the comma.
    private func isApposition(behind run: NameRun, _ isSuch: (Int) -> Bool) -> Bool {
        let comma = run.tokens.upperBound
        guard comma + 1 < analysis.tags.count, analysis.tags[comma] == .comma, analysis.tags[comma + 1] == .determiner
        else { return false }
        let phrase = (comma + 2..<analysis.tags.count).prefix(8).prefix {
            analysis.tags[$0].isNominal || analysis.tags[$0] == .adverb || analysis.tags[$0] == .participle
        }
        return phrase.last.map(isSuch) ?? false
    }

    /// "'s shares", "chief executive"
    private func hasBodysThing(behind run: NameRun) -> Bool {
        var first = run.tokens.upperBound
        if first < analysis.tags.count, analysis.tags[first] == .genitive { first += 1 }
        let things = analysis.lexicon.relations.bodysThings
        for start in first..<min(first + Self.reach, analysis.tags.count) {
            guard analysis.tags[start].isNominal, touches(start - 1, start) else { return false }
            for end in start + 1...min(start + Self.longestThing, analysis.tags.count)
            where things.contains((start..<end).map(analysis.lower).joined(separator: " ")) {
                return true
            }
        }
        return false
    }
}
