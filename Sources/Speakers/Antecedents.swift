import LanguageKit
import Rulebook
import Text

/// Scores who can be meant by a pronoun or a noun of office: by nearness and subjecthood, by what the article said of
/// each, and by what a model says where one has read it.
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
    private let mostMentions: Int
    /// All that anybody in the article is said to hold.
    private let offices: Set<String>
    private let clauses: Clauses

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

    /// What is known of a mention from now on.
    mutating func note(_ person: Int, at tokens: Range<Int>) {
        recent.append(person)
        spoke[person, default: Moments()].append(tokens.lowerBound)
        for token in tokens.prefix(8) where personByToken[token] == nil { personByToken[token] = person }
    }

    // MARK: Pronouns

    /// Of the persons that fit, the one with the best score.
    ///
    /// - Parameter others: Persons who are not meant.
    func person(_ gender: Gender, of token: Int, but others: Set<Int>) -> Int? {
        let meant = meant(by: token)
        var best: (person: Int, score: Double)?
        for i in near(token) where !others.contains(i) && fits(i, gender) {
            let mentions = people.mentions(of: i, before: token)
            guard let last = mentions.last else { continue }
            let score = salience(i, last.lowerBound, mentions.count, token) + Weights.hint * meant[i, default: 0]
            if best.map({ score > $0.score }) ?? true { best = (i, score) }
        }
        return best?.person
    }

    private enum Weights {
        static let hint = 24.0
    }

    private func fits(_ person: Int, _ gender: Gender) -> Bool {
        people.persons[person].gender == nil || people.persons[person].gender == gender
    }

    private func near(_ token: Int) -> [Int] {
        Set(people.naming(before: token).map(\.person)).union(recent.suffix(People.reach)).sorted()
    }

    /// Nearness in paragraphs and sentences, with more for subjects and for those who spoke before.
    private func salience(_ person: Int, _ mention: Int, _ mentions: Int, _ token: Int) -> Double {
        let spoke = spoke[person]?.latest(before: token)
        let latest = max(mention, spoke ?? -1)
        let paragraph = analysis.paragraph(of: token)
        var score = -12 * min(paragraph - analysis.paragraph(of: latest), 12)
        score -= 5 * min(analysis.sentence(of: token) - analysis.sentence(of: latest), 8)
        if let spoke, paragraph - analysis.paragraph(of: spoke) <= 1 { score += 14 }
        if isSubject(mention) { score += isIntroduced(person, before: token) ? 27 : 9 }
        if people.persons[person].gender == nil { score -= 2 }
        return Double(score + min(mentions, 6))
    }

    /// Named for the first time in the sentence before, with what he or she is: "Her deputy, Ann Lee, disagreed. The plan was
    /// wrong, she said."
    private func isIntroduced(_ person: Int, before token: Int) -> Bool {
        guard let name = people.persons[person].mentions.first, let role = people.persons[person].description.role,
            analysis.sentence(of: token) - analysis.sentence(of: name.lowerBound) == 1,
            !isAnybodyNamed(inFrontOf: token)
        else { return false }
        // Over a comma, and behind the name an article too.
        return name.lowerBound - role.upperBound == 1 || (1...2).contains(role.lowerBound - name.upperBound)
    }

    /// By the reporter, in the sentence that a token stands in: "Byrne smiled when she said".
    private func isAnybodyNamed(inFrontOf token: Int) -> Bool {
        let sentence = analysis.sentenceTokens(of: token)
        return people.naming(before: token).reversed().prefix { $0.token >= sentence.lowerBound }
            .contains { !analysis.isQuoted($0.token) }
    }

    /// Stands near its sentence's beginning, with no preposition before it.
    private func isSubject(_ token: Int) -> Bool {
        let sentence = analysis.document.sentences[analysis.sentence(of: token)].tokens
        // "COLUMBUS, Ohio (AP) - Lee said"
        let dash = (sentence.lowerBound..<min(sentence.lowerBound + 10, token)).last { analysis.tags[$0] == .dash }
        let before = (dash.map { $0 + 1 } ?? sentence.lowerBound)..<token
        // "Asked whether Lee"
        if let first = before.first, analysis.tags[first] == .participle, clauses.open(in: before) { return false }
        return before.count <= 6 && !before.contains { analysis.tags[$0].isFinite || analysis.tags[$0] == .preposition }
    }

    // MARK: What a model says

    /// The persons that a model takes a word to mean, with their probabilities, through other pronouns too.
    private func meant(by token: Int, depth: Int = 4) -> [Int: Double] {
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
    func isSureOfAName(_ token: Int) -> Bool { meant(by: token).values.contains { $0 >= 0.5 } }

    /// The word of a name that a model takes a word to mean, more likely than not.
    func nameMeant(by token: Int, kind: MentionHints.NameKind, depth: Int = 4) -> Int? {
        guard let link = hints.links[token]?.first, link.probability >= 0.5 else { return nil }
        if hints.names[link.token]?.kind == kind { return link.token }
        return depth > 0 ? nameMeant(by: link.token, kind: kind, depth: depth - 1) : nil
    }

    // MARK: Nouns of office

    /// The person whom "the senator", "his lawyer" or, in a headline, "Lawmaker" means; nil where nobody is likely.
    ///
    /// - Parameter gender: The one of "he" in "The mayor said he", where that is said.
    func holder(of mention: Range<Int>, head: Int, gender: Gender?) -> Int? {
        guard var phrase = RoleDescription(mention, head: head, analysis: analysis) else { return nil }
        phrase.gender = phrase.gender ?? gender
        let meant = meant(by: head)
        let before = mention.lowerBound
        let scored = candidates(phrase, before).compactMap { score($0, phrase, before, meant[$0, default: 0]) }
            .sorted { ($0.sum, $1.person) > ($1.sum, $0.person) }
        guard let best = scored.first, best.sum >= phrase.least else { return stranger(of: phrase, before) }
        let margin = best.evidence > 0 ? RoleDescription.margin : RoleDescription.marginOfPresence
        if scored.count > 1, scored[1].sum > best.sum - margin { return nil }
        return best.person
    }

    // MARK: Epithets

    /// The person in view who is known to be such a one; else, of those who may be, the one spoken of just before.
    func bearer(of epithet: Epithet, at token: Int) -> Int? {
        let near = near(token).filter { epithet.gender == nil || fits($0, epithet.gender ?? .either) }
        let candidates = near.filter { !isSubject($0, ofSentenceBefore: token) }.map {
            (person: $0, fit: epithet.fit(people.persons[$0].description, analysis.lexicon.relations))
        }
        let known = candidates.filter { $0.fit == .known }.map(\.person)
        if let best = known.max(by: { presence($0, token) < presence($1, token) }) { return best }
        return spokenOf(candidates.filter { $0.fit == .open }.map(\.person), before: token)
    }

    /// Whether somebody is the subject of the main clause that a token stands in: no noun there means him or her again. "Brandt
    /// accused Okafor, a charge the Democrat dismissed".
    private func isSubject(_ person: Int, ofSentenceBefore token: Int) -> Bool {
        let sentence = analysis.document.sentences[analysis.sentence(of: token)].tokens
        let clause = clauses.start(before: token, in: sentence)..<token
        if spoke[person]?.contains(in: clause) == true { return true }
        return lastMentions(of: person, before: token).reversed().prefix { $0.lowerBound >= clause.lowerBound }
            .contains { isSubject($0.lowerBound) && !clauses.open(in: sentence.lowerBound..<$0.lowerBound) }
    }

    /// As many as a reader would look back through.
    private func lastMentions(of person: Int, before token: Int) -> ArraySlice<Range<Int>> {
        people.mentions(of: person, before: token).suffix(People.reach)
    }

    /// Of some, the one named last beside this sentence's subject; else who spoke or was the subject last, in this sentence
    /// or the one before.
    private func spokenOf(_ persons: [Int], before token: Int) -> Int? {
        let sentence = analysis.document.sentences[analysis.sentence(of: token)].tokens
        if near(token).contains(where: { isSubject($0, ofSentenceBefore: token) }) {
            return persons.map { (person: $0, token: people.mentions(of: $0, before: token).last?.lowerBound ?? -1) }
                .filter { $0.token >= sentence.lowerBound }.max { $0.token < $1.token }?.person
        }
        let latest = persons.map { (person: $0, token: lastSubject($0, before: token)) }.max { $0.token < $1.token }
        guard let latest, latest.token >= 0, analysis.sentence(of: token) - analysis.sentence(of: latest.token) <= 1
        else { return nil }
        return latest.person
    }

    /// Where somebody spoke last or was the subject, by a name or a pronoun; -1 for nowhere.
    private func lastSubject(_ person: Int, before token: Int) -> Int {
        let spoke = spoke[person]?.latest(before: token) ?? -1
        let named = lastMentions(of: person, before: token).last { isSubject($0.lowerBound) }?.lowerBound ?? -1
        return max(spoke, named)
    }

    /// Of whom nothing was said, but who was spoken of just before: "Sanders" and then "the Vermont senator", where nobody
    /// in the article is a senator. Readers are trusted to know.
    private func stranger(of phrase: RoleDescription, _ token: Int) -> Int? {
        let relations = analysis.lexicon.relations
        guard phrase.isTelling, !phrase.isHeld(byWhoHolds: offices, relations)
        else {
            return nil
        }
        let strangers = near(token).filter { i in
            let person = people.persons[i]
            return person.description.offices.isEmpty && !isSubject(i, ofSentenceBefore: token)
                && (phrase.gender == nil || fits(i, phrase.gender ?? .either))
        }
        if let latest = spokenOf(strangers, before: token) { return latest }
        // Or the only one of the last paragraphs, if it was of him or her that they spoke.
        let inView = strangers.filter { isNear(people.mentions(of: $0, before: token).last?.lowerBound ?? -1, token) }
        return inView.count == 1 && isNear(lastSubject(inView[0], before: token), token) ? inView[0] : nil
    }

    private func isNear(_ mention: Int, _ token: Int) -> Bool {
        mention >= 0 && analysis.paragraph(of: token) - analysis.paragraph(of: mention) <= 2
    }

    private func candidates(_ phrase: RoleDescription, _ token: Int) -> [Int] {
        // A headline names afterwards.
        if phrase.isBare { return Array(people.persons.indices.prefix(40)) }
        // "The prime minister lied," said the rival of one who is named in the next sentence.
        return near(token) + Set(people.introduced(behind: token, within: 2)).sorted()
    }

    private struct Score {
        var person: Int
        /// From what the article or a model says.
        var evidence: Double
        var presence: Double
        var sum: Double { evidence + presence }
    }

    private func score(_ i: Int, _ phrase: RoleDescription, _ token: Int, _ hint: Double) -> Score? {
        let person = people.persons[i]
        if let gender = phrase.gender, let own = person.gender, own != gender { return nil }
        guard let office = phrase.fit(person.description, analysis.lexicon.relations) else { return nil }
        let isKnown = phrase.isBare || people.mentions(of: i, before: token).first != nil
        let isCalledSo = phrase.isPossessed || phrase.isAnonymous || phrase.isTrade || !isKnown
        if isCalledSo, office < RoleDescription.officeFit { return nil }
        return Score(person: i, evidence: office + 4 * hint, presence: presence(i, token))
    }

    /// From 0 to 2: whom the article is about, and who is in view.
    private func presence(_ i: Int, _ token: Int) -> Double {
        let mentions = people.persons[i].mentions
        var score = Double(mentions.count) / Double(mostMentions)
        let last = max(
            people.mentions(of: i, before: token).last?.lowerBound ?? -1,
            spoke[i]?.latest(before: token) ?? -1)
        guard last >= 0 else { return score }
        switch analysis.paragraph(of: token) - analysis.paragraph(of: last) {
        case 0: score += 0.75
        case 1: score += 0.6
        case 2: score += 0.3
        default: break
        }
        let isSubject = last == lastSubject(i, before: token)
        if isSubject, analysis.sentence(of: token) - analysis.sentence(of: last) <= 1,
            analysis.paragraph(of: token) == analysis.paragraph(of: last)
        {
            score += 0.4
        }
        return score
            + (spoke[i]?.last.map { analysis.paragraph(of: token) - analysis.paragraph(of: $0) <= 1 } == true
                ? 0.25 : 0)
    }
}
