import LanguageKit
import Names
import Rulebook

// "Her deputy, Una Vale, disagreed. The plan was wrong, she said."
extension Antecedents {
    /// What speaks for and against a person whom a pronoun may mean. Only their sum is compared.
    private enum Weights {
        /// For each paragraph since the last mention, up to a dozen: a paragraph weighs more than two sentences.
        static let paragraph = -12
        static let mostParagraphs = 12
        /// For each sentence since the last mention.
        static let sentence = -5
        static let mostSentences = 8
        /// Who spoke in this paragraph or the one before: more than a paragraph.
        static let speaker = 14
        /// Whose last mention stood as a subject.
        static let subject = 9
        /// The subject whom the sentence before introduced with what he or she is: more than one who has spoken. With
        /// less asked than an apposition, pronouns in other texts got worse.
        static let introduced = 27
        /// Whom a noun of office in its sentence means: a little more than who spoke.
        static let described = 18.0
        /// Whose words it stands in: "Ek said that she hoped".
        static let speaking = 26.0
        /// Who was named within others' words alone: "Brandt fell in," said Holm. He said
        static let spokenOf = -14
        /// Whose gender nothing tells.
        static let unknownGender = -8
        /// For each mention, up to half a dozen: breaks ties.
        static let mostMentions = 6
        /// Times the model's probability: one who is sure counts two paragraphs.
        static let hint = 24.0
        /// A clear lead: as much as a model that is nearly sure.
        static let clear = 20.0
    }

    /// The persons that fit, by their scores.
    ///
    /// - Parameters:
    ///   - others: Persons who are not meant.
    ///   - described: Whom a noun means that stands before it in its sentence, and where that is.
    ///   - speaking: Whose words it stands in, if they are not quoted.
    func ranking(
        _ gender: Gender, of token: Int, but others: Set<Int>, speaking: Int? = nil,
        described: (person: Int, token: Int)? = nil
    ) -> Ranking {
        let meant = meant(by: token)
        var places: [Ranking.Place] = []
        for i in near(token) where !others.contains(i) && fits(i, gender) {
            let mentions = people.mentions(of: i, before: token)
            guard
                let last = mentions.suffix(People.reach).last(where: { !analysis.isQuoted($0.lowerBound) })
                    ?? mentions.last
            else { continue }
            let place = i == described?.person ? max(last.lowerBound, described?.token ?? 0) : last.lowerBound
            var score = salience(i, place, mentions.count, token) + Weights.hint * meant[i, default: 0]
            if i == described?.person { score += Weights.described }
            if i == speaking { score += Weights.speaking }
            places.append(Ranking.Place(person: i, score: score))
        }
        // Of two with one score the one who was named first.
        places.sort { ($0.score, $1.person) > ($1.score, $0.person) }
        return Ranking(places: places, unit: Weights.clear)
    }

    /// Nearness in paragraphs and sentences, with more for subjects and for those who spoke before.
    private func salience(_ person: Int, _ mention: Int, _ mentions: Int, _ token: Int) -> Double {
        let spoke = lastSpoke(person, before: token)
        let latest = max(mention, spoke ?? mention)
        let paragraph = analysis.paragraph(of: token)
        var score = Weights.paragraph * min(paragraph - analysis.paragraph(of: latest), Weights.mostParagraphs)
        score +=
            Weights.sentence * min(analysis.sentence(of: token) - analysis.sentence(of: latest), Weights.mostSentences)
        if let spoke, paragraph - analysis.paragraph(of: spoke) <= 1 { score += Weights.speaker }
        if isSubject(mention) { score += isIntroduced(person, before: token) ? Weights.introduced : Weights.subject }
        if analysis.isQuoted(mention) { score += Weights.spokenOf }
        if people.persons[person].gender == nil { score += Weights.unknownGender }
        return Double(score + min(mentions, Weights.mostMentions))
    }

    /// Named for the first time in the sentence before, with what he or she is.
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
}
