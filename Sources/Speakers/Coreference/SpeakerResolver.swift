import Foundation
package import LanguageKit
import Names
import Newswire
import Rulebook
import Text

/// Ties source mentions to speakers, in reading order: names first, then roles and pronouns by what came before.
///
/// What a mention stands for is decided by a resolver for each kind of mention (`MentionResolver` chooses), and then
/// entered into the discourse model that the next decision reads.
package struct SpeakerResolver {
    private let discourse: DiscourseModel

    /// How sure a pronoun must be to state its speaker's gender. Chosen by hand: nine in ten such speakers are right.
    private static let sure = 0.7

    /// Fills in speaker and resolution of each quotation.
    ///
    /// - Parameter checkpoint: Called once a name and once a quotation; what it throws ends the work.
    package static func resolve<Interruption: Error>(
        _ quotations: inout [Quotation], sources: [Range<Int>?], analysis: AnalyzedDocument, hints: MentionHints,
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> [Speaker] {
        let resolver = SpeakerResolver(
            discourse: try DiscourseModel(
                analysis: analysis, hints: hints, sources: sources.compactMap(\.self), checkpoint: checkpoint))
        let enclosing = EnclosingQuotations.of(quotations, sources, in: analysis)
        let begun = TurnLabelResolver.conversation(in: quotations, sources)
        for i in order(of: quotations, sources, isRead: hints.areGiven) {
            guard let source = sources[i] else { continue }
            try checkpoint()
            let outer = enclosing[i]
            let context = MentionContext(
                isInQuotes: outer != nil, outer: outer.flatMap { quotations[$0].speaker },
                within: quotations[i].inside.flatMap { quotations[$0].speaker },
                content: quotations[i].content)
            guard let found = resolver.decide(source, of: quotations[i], begun, in: context) else { continue }
            let evidence = SpeakerEvidenceReader(discourse: resolver.discourse).evidence(
                of: found, in: quotations[i], context, outer: outer.flatMap { quotations[$0].speakerConfidence })
            let confidence = (hints.areGiven ? SpeakerConfidence.model : .rules).confidence(of: evidence)
            let speaker = resolver.enter(found)
            if let gender = found.gender, confidence >= Self.sure {
                resolver.discourse.tell(gender: gender, of: speaker)
            }
            quotations[i].speaker = speaker
            quotations[i].resolvedBy = found.how
            quotations[i].speakerConfidence = confidence
            quotations[i].speakerEvidence = evidence
            if let ranking = found.ranking {
                quotations[i].alternatives = resolver.alternatives(ranking, confidence)
                quotations[i].antecedents = resolver.antecedents(ranking)
            }
            resolver.discourse.noteQuotation(of: speaker, at: outer == nil ? source : nil)
        }
        return resolver.discourse.speakers.speakers
    }

    /// Mentions on their own, in the order of the text.
    package static func resolve(_ mentions: [Range<Int>], analysis: AnalyzedDocument, hints: MentionHints) -> [Speaker?]
    {
        let resolver = SpeakerResolver(
            discourse: DiscourseModel(analysis: analysis, hints: hints, sources: mentions) { () throws(Never) in })
        let found = mentions.map { mention in mention.isEmpty ? nil : resolver.resolve(mention) }
        return found.map { $0.map { resolver.discourse.speakers[$0] } }
    }

    /// In reading order, but what stands inside another quotation behind that one: the "I" inside is its speaker. Without a model,
    /// which finds those inside for surer, behind all that stand inside none: they would lead pronouns astray.
    private static func order(of quotations: [Quotation], _ sources: [Range<Int>?], isRead: Bool) -> [Int] {
        let places = quotations.indices.map { i in place(of: i, quotations, sources) }
        return quotations.indices.sorted { a, b in
            let (isInA, isInB) = (places[a].depth > 0, places[b].depth > 0)
            if !isRead, isInA != isInB { return isInB }
            return (places[a].token, places[a].depth, a) < (places[b].token, places[b].depth, b)
        }
    }

    /// Where the source stands, or the last of those around it, and within how many quotations.
    private static func place(of i: Int, _ quotations: [Quotation], _ sources: [Range<Int>?]) -> (
        token: Int, depth: Int
    ) {
        var (token, depth) = (sources[i]?.lowerBound ?? 0, 0)
        var outer = quotations[i].inside
        while let around = outer, depth < quotations.count {
            token = max(token, sources[around]?.lowerBound ?? 0)
            depth += 1
            outer = quotations[around].inside
        }
        return (token, depth)
    }

    // MARK: Deciding

    /// - Parameter begun: Where the printed conversation begins, if the article has one.
    private func decide(_ source: Range<Int>, of quotation: Quotation, _ begun: Int?, in context: MentionContext)
        -> ResolvedMention?
    {
        let labels = TurnLabelResolver(discourse: discourse)
        if quotation.construction == .turn || labels.beginsParagraph(source), labels.isLabel(source) {
            return labels.resolve(source, begun: begun ?? source.lowerBound)
        }
        if quotation.construction == .turn, let bearer = labels.bearer(inBracketsOf: source) {
            return decide(bearer, in: context)
        }
        return decide(source, in: context)
    }

    private func decide(_ mention: Range<Int>, in context: MentionContext = .none) -> ResolvedMention? {
        MentionResolver(discourse: discourse).resolve(mention, in: context)
    }

    // MARK: Alternatives

    /// Beside the speaker. Chosen by hand: the third in a row is hardly ever meant.
    private static let mostAlternatives = 2

    /// Those behind the first of a ranking: what is left of the confidence, the more of it for the nearer ones.
    private func alternatives(_ ranking: Ranking, _ confidence: Double) -> [Alternative] {
        let others = ranking.places.dropFirst().prefix(Self.mostAlternatives)
        let shares = others.map { exp(($0.score - ranking.places[0].score) / ranking.unit) }
        let sum = shares.reduce(0, +)
        return zip(others, shares).map { other, share in
            Alternative(
                name: discourse.antecedents.people.persons[other.person].fullName,
                speaker: discourse.speakers.speaker(of: other.person),
                confidence: (1 - confidence) * share / max(sum, 1))
        }
    }

    private func antecedents(_ ranking: Ranking) -> [Antecedent] {
        ranking.places.compactMap { place in
            place.evidence.map {
                Antecedent(name: discourse.antecedents.people.persons[place.person].fullName, evidence: $0)
            }
        }
    }

    // MARK: Entering

    private func resolve(_ mention: Range<Int>) -> Int? { decide(mention).map { enter($0) } }

    /// - Returns: The speaker.
    private func enter(_ found: ResolvedMention) -> Int {
        let speaker = discourse.enter(found)
        var members: [Int] = []
        for part in found.parts { members += self.members(of: part) }
        if Set(members).count > 1 { discourse.set(members: members, of: speaker) }
        return speaker
    }

    /// Who is meant between two conjunctions: whom a pronoun or a noun there stands for, "he and the senator"; else
    /// whoever is named.
    private func members(of part: Range<Int>) -> [Int] {
        if GroupResolver(discourse: discourse).isMention(part), let speaker = resolve(part),
            GroupResolver(discourse: discourse).isOne(speaker)
        {
            return [speaker]
        }
        let named = GroupResolver(discourse: discourse).named(in: part)
        return named.map { enter($0) }
    }
}
