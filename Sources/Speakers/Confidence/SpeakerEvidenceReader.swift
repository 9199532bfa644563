import Foundation
import LanguageKit
import Names
import Newswire
import Rulebook
import Text

/// Reads off a decision, before it is entered, what tells how sure it is.
struct SpeakerEvidenceReader {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }
    private var antecedents: Antecedents { discourse.antecedents }

    /// In words: longer names are mostly cut wrongly. Chosen by hand.
    private static let longestName = 3

    /// - Parameter outer: How sure the speaker of the quotation around it is.
    func evidence(of found: ResolvedMention, in quotation: Quotation, _ context: MentionContext, outer: Double?)
        -> SpeakerEvidence
    {
        var evidence = SpeakerEvidence()
        evidence[kind(of: found.how)] = 1
        if let kind = kind(of: found.referent) { evidence[kind] = 1 }
        evidence[.quoted] = context.isInQuotes ? 1 : 0
        evidence[.sourceWords] = log(Double(1 + found.tokens.count))
        evidence[.source] = odds(quotation.confidence.source)
        evidence[.headline] = analysis.paragraph(of: found.tokens.lowerBound) <= 1 ? 1 : 0
        if case .quoted = found.referent { evidence[.outer] = outer.map(odds) ?? 0 }
        if let ranking = found.ranking {
            evidence[.lead] = ranking.lead
            evidence[.rivals] = log(Double(ranking.places.count))
        }
        if let person = person(of: found.referent) { tell(person, found, &evidence) }
        if case .entity(let key, let name?) = found.referent { tell(name, key, found, &evidence) }
        return evidence
    }

    // MARK: Persons

    private func person(of referent: ResolvedMention.Referent) -> Int? {
        switch referent {
        case .person(let person): person
        case .speaker(let speaker), .quoted(let speaker): discourse.speakers.person(of: speaker)
        case .entity: nil
        }
    }

    private func tell(_ i: Int, _ found: ResolvedMention, _ evidence: inout SpeakerEvidence) {
        let person = antecedents.people.persons[i]
        let token = found.tokens.lowerBound
        let meant = antecedents.meant(by: found.tokens.upperBound - 1)
        evidence[.meant] = meant[i, default: 0]
        evidence[.otherMeant] = meant.lazy.filter { $0.key != i }.map(\.value).max() ?? 0
        evidence[.unknownGender] = found.gender != nil && person.gender == nil ? 1 : 0
        evidence[.mentions] = log(Double(1 + person.mentions.count))
        evidence[.oneWord] = person.name.count == 1 ? 1 : 0
        evidence[.titled] = person.mentions.prefix(Self.mostMentions).contains(where: isTitled) ? 1 : 0
        evidence[.later] = (person.mentions.first.map { $0.lowerBound >= found.tokens.upperBound } ?? false) ? 1 : 0
        evidence[.longName] = person.name.count > Self.longestName ? 1 : 0
        let isWhole = found.how == .name || found.how == .apposition && person.name.count > 1
        evidence[.namesakes] = antecedents.people.hasNamesakes(i) && !isWhole ? 1 : 0
        let last = later(antecedents.lastNamed(i, before: token), antecedents.lastSpoke(i, before: token))
        let distance =
            last.map { log(Double(1 + max(0, analysis.paragraph(of: token) - analysis.paragraph(of: $0)))) } ?? 1
        evidence[.distance] = distance
        evidence[.pronounDistance] = found.how == .pronoun ? distance : 0
        evidence[.roleDistance] = found.how == .role ? distance : 0
        let taken = person.mentions.prefix(Self.mostMentions).map { shares(of: .person, in: $0) }
        evidence[.typed] = mean(taken.map(\.own))
        evidence[.mistyped] = mean(taken.map(\.other))
    }

    private func isTitled(_ name: Range<Int>) -> Bool {
        name.lowerBound > 0 && analysis.entry(name.lowerBound - 1)?.title != nil
    }

    /// As many of a person's mentions as are looked at for their types. Chosen by hand.
    private static let mostMentions = 5

    // MARK: Bodies

    private func tell(_ name: String, _ key: EntityKey, _ found: ResolvedMention, _ evidence: inout SpeakerEvidence) {
        let words = name.split(separator: " ").count
        evidence[.oneWord] = words == 1 ? 1 : 0
        evidence[.longName] = words > Self.longestName ? 1 : 0
        let own: MentionHints.NameKind = key.kind == .person ? .person : .organization
        let shares = shares(of: own, in: found.name ?? found.tokens)
        (evidence[.typed], evidence[.mistyped]) = shares
    }

    /// The shares of words that a model takes for a name's of a kind, and of another; places speak for bodies.
    private func shares(of kind: MentionHints.NameKind, in tokens: Range<Int>) -> (own: Double, other: Double) {
        var own = 0.0, other = 0.0, count = 0.0
        for token in tokens.prefix(Self.longestMention) {
            guard let word = antecedents.hints.names[token] else { continue }
            count += 1
            let isOwn = word.kind == kind || kind == .organization && word.kind == .place
            if isOwn { own += Double(word.probability) } else { other += Double(word.probability) }
        }
        return count == 0 ? (0, 0) : (own / count, other / count)
    }

    /// In tokens: whoever makes a mention of a megabyte must not stop the daemon.
    private static let longestMention = 16

    // MARK: Numbers

    private func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }

    private static let most = 0.99

    /// Logarithm of odds, within what can be told apart.
    private func odds(_ probability: Double) -> Double {
        let p = min(max(probability, 1 - Self.most), Self.most)
        return log(p / (1 - p))
    }

    private func kind(of how: Resolution) -> SpeakerEvidence.Kind {
        switch how {
        case .name: .name
        case .surname: .surname
        case .alias: .alias
        case .acronym: .acronym
        case .role: .role
        case .pronoun: .pronoun
        case .relative: .relative
        case .apposition: .apposition
        case .metonym: .metonym
        case .running: .running
        case .coordination: .coordination
        case .description: .description
        }
    }

    private func kind(of referent: ResolvedMention.Referent) -> SpeakerEvidence.Kind? {
        let kind: Speaker.Kind =
            switch referent {
            case .person: .person
            case .speaker(let speaker), .quoted(let speaker): discourse.speakers[speaker].kind
            case .entity(let key, _): key.kind
            }
        return switch kind {
        case .person: nil
        case .organization: .organization
        case .group: .group
        case .unnamed: .unnamed
        case .document: .document
        case .author: .author
        }
    }
}
