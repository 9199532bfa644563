import LanguageKit
import Names
import Rulebook
import Text

// "the senator", "his lawyer", "Lawmaker" in a headline.
extension Antecedents {
    /// How much being in view counts for a person whom a noun of office may mean; from 0 to 2 in all, as much as the
    /// office itself (`RoleDescription.officeFit`).
    private enum Weights {
        /// By how many paragraphs before he or she was named or spoke; nothing for more.
        static let byParagraph = [0.75, 0.6, 0.3]
        /// The subject of this sentence or the one before in the same paragraph.
        static let subject = 0.4
        /// Who spoke in this paragraph or the one before.
        static let speaker = 0.25
        /// Times the model's probability: one who is sure counts twice the office.
        static let hint = 4.0
        /// The same for one who does not hold an office that another in the article does.
        static let hintOfOther = 1.5
    }

    /// How many persons a noun without a determiner is looked for among: a headline names afterwards, and soon.
    private static let headlineReach = 40
    /// In paragraphs: who is named so soon behind a noun may be meant by it.
    private static let introductionReach = 2
    /// The probability by which a model tells of somebody what the article does not say.
    private static let telling = 0.4
    /// In paragraphs: the only stranger that far back is meant by a telling phrase.
    private static let strangerReach = 2

    /// The person whom "the senator", "his lawyer" or, in a headline, "Lawmaker" means; nil where nobody is likely.
    ///
    /// - Parameter gender: The one of "he" in "The mayor said he", where that is said.
    func holder(of mention: Range<Int>, head: Int, gender: Gender?, but others: Set<Int> = []) -> (
        person: Int, ranking: Ranking?
    )? {
        guard var phrase = RoleDescription(mention, head: head, analysis: analysis) else { return nil }
        phrase.gender = phrase.gender ?? gender
        if phrase.isIntroduction { return introduced(by: phrase, at: mention.lowerBound).map { ($0, nil) } }
        let meant = meant(by: head)
        let before = mention.lowerBound
        let scored = candidates(phrase, before).filter { !others.contains($0) }.compactMap {
            score($0, phrase, before, meant[$0, default: 0])
        }
        .sorted { ($0.sum, $1.person) > ($1.sum, $0.person) }
        guard let best = scored.first, best.sum >= phrase.least else {
            return stranger(of: phrase, before).map { ($0, nil) }
        }
        let margin = best.evidence > 0 ? RoleDescription.margin : RoleDescription.marginOfPresence
        if scored.count > 1, scored[1].sum > best.sum - margin { return nil }
        let places = scored.map { Ranking.Place(person: $0.person, score: $0.sum) }
        return (best.person, Ranking(places: places, unit: 1))
    }

    /// In paragraphs: the headline and the lead, which say "a ministry spokesman" of whom the story names; and how soon.
    private static let leadReach = 2
    private static let namingReach = 12

    /// The only one who holds the office of all who are named for the first time below a lead.
    private func introduced(by phrase: RoleDescription, at token: Int) -> Int? {
        // Elsewhere "a spokeswoman for MTV" must say more than the office.
        let least = RoleDescription.officeFit + (isLead(token) ? 0 : RoleDescription.wordFit)
        let holders = Set(people.introduced(behind: token, within: Self.namingReach)).filter { i in
            let description = people.persons[i].description
            return fits(i, phrase.gender) && phrase.isHeld(byWhoHolds: description.offices, analysis.lexicon.relations)
                && phrase.fit(description, analysis.lexicon.relations).map { $0 >= least } ?? false
        }
        return holders.count == 1 ? holders.first : nil
    }

    /// Whom the article tells of before it names him or her: the first who speaks by name, where nothing is said of that one which
    /// the noun would have said. "A PR expert has told the court", and below: "Ms Ida Holm told". A lead may name long behind; elsewhere
    /// the next paragraph does: "Japan’s economy minister refused. “They must help themselves,” Ken Maeda said".
    func introducedLater(_ mention: Range<Int>, head: Int, gender: Gender?) -> Int? {
        let token = mention.lowerBound
        if let person = namedAgain(mention, head: head), fits(person, gender) { return person }
        guard !analysis.is(token, .one),
            let phrase = RoleDescription(mention, head: head, analysis: analysis),
            !phrase.isAnonymous || phrase.isPossessed,
            let person = people.firstVoice(behind: mention.upperBound, within: isLead(token) ? Self.namingReach : 1),
            fits(person, phrase.gender ?? gender), people.persons[person].description.role == nil,
            isLead(token) || isBareName(person)
        else { return nil }
        return person
    }

    /// In paragraphs. Chosen by hand.
    private static let namingAgainReach = 6

    /// "A judge in Washington sentenced him", and below: "The judge, Ida Holm, said".
    private func namedAgain(_ mention: Range<Int>, head: Int) -> Int? {
        let noun = analysis.lower(head)
        return people.introduced(behind: mention.upperBound, within: Self.namingAgainReach).first { person in
            guard let name = people.persons[person].mentions.first?.lowerBound, name > mention.upperBound + 2,
                analysis.tags[name - 1] == .comma, analysis.lower(name - 2) == noun,
                analysis.is(name - 3, .definiteArticle)
            else { return false }
            // No other of them was told of since.
            return !(mention.upperBound..<name - 3).contains {
                analysis.lower($0) == noun && !analysis.is($0 - 1, .definiteArticle)
            }
        }
    }

    /// Two words at least, and nothing said of their bearer: no "Ann Lee, 34," and no "Ann Lee, who".
    private func isBareName(_ person: Int) -> Bool {
        guard people.persons[person].name.count > 1, let end = people.persons[person].mentions.first?.upperBound else {
            return false
        }
        return end == analysis.tags.count || analysis.tags[end] != .comma
    }

    private func isLead(_ token: Int) -> Bool { analysis.paragraph(of: token) <= Self.leadReach }

    private func candidates(_ phrase: RoleDescription, _ token: Int) -> [Int] {
        if phrase.isBare { return Array(people.persons.indices.prefix(Self.headlineReach)) }
        // "The prime minister lied," said the rival of one who is named in the next sentence.
        return near(token)
            + Set(
                people.introduced(
                    behind: token, within: isLead(token) ? Self.namingReach : Self.introductionReach)
            ).sorted()
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
        // "Addison, her secretary, said the prime minister": he speaks of somebody else.
        if office < RoleDescription.officeFit, isSubject(i, ofSentenceBefore: token) { return nil }
        let isKnown = phrase.isBare || lastNamed(i, before: token) != nil
        let isCalledSo = phrase.isPossessed || phrase.isAnonymous || phrase.isTrade || !isKnown
        let mayBeTold =
            !phrase.isAnonymous && !phrase.isTrade && !analysis.lexicon.relations.isForAnother(phrase.office)
            && hint >= Self.telling
        if isCalledSo, office < RoleDescription.officeFit, !mayBeTold { return nil }
        let weight =
            isHolder(i, phrase) || !phrase.isHeld(byWhoHolds: offices, analysis.lexicon.relations)
            ? Weights.hint : Weights.hintOfOther
        return Score(person: i, evidence: office + weight * hint, presence: presence(i, token))
    }

    private func isHolder(_ i: Int, _ phrase: RoleDescription) -> Bool {
        phrase.isHeld(byWhoHolds: people.persons[i].description.offices, analysis.lexicon.relations)
    }

    /// From 0 to 2: whom the article is about, and who is in view.
    private func presence(_ i: Int, _ token: Int) -> Double {
        var score = Double(people.persons[i].mentions.count) / Double(mostMentions)
        guard let last = later(lastNamed(i, before: token), lastSpoke(i, before: token)) else { return score }
        let paragraph = analysis.paragraph(of: token)
        let distance = paragraph - analysis.paragraph(of: last)
        if Weights.byParagraph.indices.contains(distance) { score += Weights.byParagraph[distance] }
        if last == lastSubject(i, before: token), distance == 0,
            analysis.sentence(of: token) - analysis.sentence(of: last) <= 1
        {
            score += Weights.subject
        }
        if let spoke = lastSpoke(i), paragraph - analysis.paragraph(of: spoke) <= 1 { score += Weights.speaker }
        return score
    }

    /// Of whom nothing was said, but who was spoken of just before: "Sanders" and then "the Vermont senator", where
    /// nobody in the article is a senator. Readers are trusted to know.
    private func stranger(of phrase: RoleDescription, _ token: Int) -> Int? {
        guard phrase.isTelling, !phrase.isHeld(byWhoHolds: offices, analysis.lexicon.relations) else { return nil }
        let strangers = near(token).filter { i in
            people.persons[i].description.offices.isEmpty && !isSubject(i, ofSentenceBefore: token)
                && fits(i, phrase.gender)
        }
        if let latest = spokenOf(strangers, before: token) { return latest }
        // Or the only one of the last paragraphs, if it was of him or her that they spoke.
        let inView = strangers.filter { isNear(lastNamed($0, before: token), token) }
        return inView.count == 1 && isNear(lastSubject(inView[0], before: token), token) ? inView[0] : nil
    }

    private func isNear(_ place: Int?, _ token: Int) -> Bool {
        place.map { analysis.paragraph(of: token) - analysis.paragraph(of: $0) <= Self.strangerReach } ?? false
    }
}

// "the 48-year-old", "the veteran Conservative"
extension Antecedents {
    /// The person in view who is known to be such a one; else, of those who may be, the one spoken of just before.
    ///
    /// - Returns: With all who are known to be such ones, where any is.
    func bearer(of epithet: Epithet, at token: Int, head: Int, but others: Set<Int>) -> (
        person: Int, ranking: Ranking?
    )? {
        let near = near(token).filter { fits($0, epithet.gender) && !others.contains($0) }
        let candidates = near.filter { !isSubject($0, ofSentenceBefore: token) }.map {
            (person: $0, fit: epithet.fit(people.persons[$0].description, analysis.lexicon.relations))
        }
        let known = candidates.filter { $0.fit == .known }.map {
            (person: $0.person, score: presence($0.person, token))
        }
        .sorted { $0.score > $1.score }
        if let best = known.first {
            let places = known.map { Ranking.Place(person: $0.person, score: $0.score) }
            return (best.person, Ranking(places: places, unit: 1))
        }
        let open = candidates.filter { $0.fit == .open }.map(\.person)
        let meant = meant(by: head).filter { open.contains($0.key) && $0.value >= Self.telling }
        if let likeliest = meant.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
            return (likeliest.key, nil)
        }
        return (spokenOf(open, before: token) ?? protagonist(among: open, at: token)).map { ($0, nil) }
    }

    /// How much more often than any other the one whom an article is about is named. Chosen by hand.
    private static let protagonistLead = 2

    /// Whom the article is about: "the singer", paragraphs after she was named.
    private func protagonist(among persons: [Int], at token: Int) -> Int? {
        let counted = near(token).map { (person: $0, count: people.persons[$0].mentions.count) }
            .sorted { ($0.count, $1.person) > ($1.count, $0.person) }
        guard let first = counted.first, persons.contains(first.person),
            counted.count == 1 || first.count >= Self.protagonistLead * counted[1].count
        else { return nil }
        return first.person
    }
}
