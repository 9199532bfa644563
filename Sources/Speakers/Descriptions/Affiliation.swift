import LanguageKit
import Names
import Rulebook
import Text

/// Reads off what is said of somebody whom he or she speaks for: "Ann Lee, head of the Bureau of Prisons", "Disney's
/// chairman, Bo Berg", "a spokesman for Elm Motors".
struct Affiliation {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }

    /// Where the body is named; nil where none is.
    func body(of speaker: Int) -> Range<Int>? { descriptions(of: speaker).lazy.compactMap(body(in:)).first }

    /// The body that the description means without its name, "a spokeswoman for the bank"; or, of one whose office only bodies have,
    /// the body that spoke just before: "Elm Motors denied it. “We paid,” chief executive Ann Lee said."
    func bodyMeant(of speaker: Int, before token: Int) -> ResolvedMention.Referent? {
        let descriptions = descriptions(of: speaker)
        if let noun = descriptions.lazy.compactMap(bodyNoun(in:)).first {
            let mention = discourse.reader.mention(noun - 1..<noun + 1)
            let found = BodyNounResolver(discourse: discourse).resolve(mention, head: noun).referent
            return discourse.isNamed(found) ? found : nil
        }
        guard descriptions.contains(where: isOfBodys),
            let last = discourse.history.last(before: token, among: Self.lastTurns, where: isNamedBody),
            analysis.paragraph(of: token) - analysis.paragraph(of: last.token) <= 1
        else { return nil }
        return .speaker(last.speaker)
    }

    /// How many turns back the body may have spoken. Chosen by hand.
    private static let lastTurns = 3

    private func isNamedBody(_ speaker: Int) -> Bool {
        discourse.speakers[speaker].kind == .organization && discourse.speakers[speaker].name != nil
    }

    /// "the bank", without a name
    private func bodyNoun(in description: Range<Int>) -> Int? {
        description.dropFirst().last {
            analysis.entry($0)?.role?.kind == .body && analysis.is($0 - 1, .definiteArticle)
                && discourse.reader.run(with: $0) == nil
        }
    }

    /// "chief executive", "spokeswoman"
    private func isOfBodys(_ description: Range<Int>) -> Bool {
        let relations = analysis.lexicon.relations
        return description.contains { first in
            (first..<min(first + Self.longestOffice, description.upperBound)).contains { last in
                let words = (first...last).map(analysis.lower).joined(separator: " ")
                return relations.bodysThings.contains(words)
                    || relations.bodysThings.contains { relations.areSame($0, words) }
            }
        }
    }

    /// In words: "chief financial officer".
    private static let longestOffice = 3

    /// What the article says of a person who has a name, and the words of the mentions.
    private func descriptions(of speaker: Int) -> [Range<Int>] {
        let role = discourse.speakers.person(of: speaker).flatMap {
            discourse.antecedents.people.persons[$0].description.role
        }
        let mentions = discourse.speakers[speaker].mentions.map { upToClause(analysis.tokens(within: $0)) }
        return (role.map { [withOwner($0)] } ?? []) + mentions
    }

    /// "Ann Lee, who left Elm Motors" speaks for somebody else.
    private func upToClause(_ mention: Range<Int>) -> Range<Int> {
        let end = mention.first { analysis.tags[$0] == .relative || analysis.tags[$0].isFinite }
        return mention.lowerBound..<(end ?? mention.upperBound)
    }

    /// In tokens: "Walt Disney Co.'s". Chosen by hand.
    private static let ownerReach = 5

    /// With the genitive before it: "Disney's chairman".
    private func withOwner(_ role: Range<Int>) -> Range<Int> {
        guard role.lowerBound > 0, analysis.tags[role.lowerBound - 1] == .genitive else { return role }
        return max(0, role.lowerBound - Self.ownerReach)..<role.upperBound
    }

    /// The last one in there: "vice president of Advanced Programs at Elm Motors".
    private func body(in description: Range<Int>) -> Range<Int>? {
        let run = discourse.reader.runs(startingIn: description).last {
            $0.kind == .organization && $0.tokens.upperBound <= description.upperBound
        }
        return run?.tokens ?? hinted(in: description)
    }

    /// "NASA" of the title "NASA Administrator", by what a model says.
    private func hinted(in description: Range<Int>) -> Range<Int>? {
        let names = discourse.antecedents.hints.names
        guard let first = description.first(where: { names[$0]?.kind == .organization }) else { return nil }
        let end = (first + 1..<description.upperBound).first { names[$0]?.kind != .organization }
        return first..<(end ?? description.upperBound)
    }
}
