import Foundation
import LanguageKit
import Names
import Rulebook

// "Her deputy, Una Vale, disagreed. The plan was wrong, she said."
extension Antecedents {
    /// In paragraphs, sentences: no reader counts further. Chosen by hand.
    private static let mostParagraphs = 12.0
    private static let mostSentences = 8.0

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
        let near = near(token)
        let view = View(
            latest: latestNamed(before: token), spokeLast: latest(of: near) { lastSpoke($0, before: token) }?.person,
            isAnybodyNearer: described != nil || isAnybodyNamed(inFrontOf: token))
        var places: [Ranking.Place] = []
        for i in near where !others.contains(i) && fits(i, gender) {
            guard var evidence = evidence(of: i, at: token, view, described: described) else { continue }
            evidence[.meant] = meant[i, default: 0]
            evidence[.speaking] = i == speaking ? 1 : 0
            places.append(Ranking.Place(person: i, score: evidence.weighed(by: weights), evidence: evidence))
        }
        // Of two with one score the one who was named first.
        places.sort { ($0.score, $1.person) > ($1.score, $0.person) }
        return Ranking(places: places, unit: 1)
    }

    private var weights: AntecedentEvidence { hints.areGiven ? AntecedentWeights.model : AntecedentWeights.rules }

    /// Who is most in view, whomever a pronoun means.
    private struct View {
        var latest: Int?
        var spokeLast: Int?
        /// In the pronoun's own sentence.
        var isAnybodyNearer: Bool
    }

    private func latestNamed(before token: Int) -> Int? {
        people.naming(before: token).last { !analysis.isQuoted($0.token) }?.person
    }

    /// Nil for one who was not named before.
    private func evidence(of i: Int, at token: Int, _ view: View, described: (person: Int, token: Int)?)
        -> AntecedentEvidence?
    {
        let mentions = people.mentions(of: i, before: token)
        let unquoted = mentions.suffix(People.reach).last { !analysis.isQuoted($0.lowerBound) }
        guard let last = unquoted ?? mentions.last else { return nil }
        let named = i == described?.person ? max(last.lowerBound, described?.token ?? 0) : last.lowerBound
        let spoke = lastSpoke(i, before: token)
        let place = max(named, spoke ?? named)
        let sentences = analysis.sentence(of: token) - analysis.sentence(of: place)
        let isSubject = isSubject(named)
        var evidence = AntecedentEvidence()
        evidence[.paragraphs] = min(Self.mostParagraphs, paragraphs(from: place, to: token))
        evidence[.sentences] = min(Self.mostSentences, Double(sentences))
        evidence[.sameSentence] = flag(sentences == 0)
        evidence[.lastSentence] = flag(sentences == 1)
        evidence[.latest] = flag(i == view.latest)
        evidence[.spoke] = flag(spoke.map { paragraphs(from: $0, to: token) <= 1 } ?? false)
        evidence[.spokeLast] = flag(i == view.spokeLast)
        evidence[.subject] = flag(isSubject)
        evidence[.lastSubject] = flag(
            isSubject && !view.isAnybodyNearer && analysis.sentence(of: token) - analysis.sentence(of: named) == 1)
        evidence[.introduced] = flag(isSubject && isIntroduced(i, before: token))
        evidence[.possessor] = flag(
            last.upperBound < analysis.tags.count && analysis.tags[last.upperBound] == .genitive)
        evidence[.quoted] = flag(unquoted == nil)
        evidence[.unknownGender] = flag(people.persons[i].gender == nil)
        evidence[.mentions] = log(Double(1 + mentions.count))
        evidence[.prominence] = log(Double(1 + people.persons[i].mentions.count))
        evidence[.described] = flag(i == described?.person)
        return evidence
    }

    private func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }

    private func paragraphs(from token: Int, to other: Int) -> Double {
        Double(analysis.paragraph(of: other) - analysis.paragraph(of: token))
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
