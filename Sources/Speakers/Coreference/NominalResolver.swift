import LanguageKit
import Names
import Rulebook
import Text

/// Decides whom a noun phrase stands for, by what its head noun is: "the prime minister", "officials", "a poll".
struct NominalResolver {
    let discourse: DiscourseModel
    /// Who are not meant: “Lee is late,” the mayor said.
    var others: Set<Int> = []

    private var analysis: AnalyzedDocument { discourse.analysis }

    func resolve(_ mention: Mention, head: Int, _ gender: Gender?) -> ResolvedMention {
        let groups = GroupResolver(discourse: discourse)
        if analysis.tags[head] == .number { return groups.group(mention) }
        if let epithet = Epithet(mention.tokens, head: head, analysis: analysis) {
            return bearer(of: epithet, mention, head, gender) ?? described(mention)
        }
        guard let role = role(endingAt: head, from: mention.tokens.lowerBound) else {
            return analysis.isPlural(head) ? groups.group(mention) : described(mention)
        }
        if role.kind == .paper {
            return ResolvedMention(.document(words(mention)), .description, mention.tokens)
        }
        if role.isPlural { return several(mention, head: head) }
        if role.kind == .body { return BodyNounResolver(discourse: discourse).resolve(mention, head: head) }
        return one(mention, head: head, gender)
    }

    private func words(_ mention: Mention) -> String { discourse.text(mention.tokens).lowercased() }

    private func described(_ mention: Mention) -> ResolvedMention {
        ResolvedMention(.described(words(mention)), .description, mention.tokens)
    }

    private func bearer(of epithet: Epithet, _ mention: Mention, _ head: Int, _ gender: Gender?) -> ResolvedMention? {
        var epithet = epithet
        epithet.gender = epithet.gender ?? gender
        return discourse.antecedents.bearer(of: epithet, at: mention.tokens.lowerBound, head: head, but: others)
            .map { found in
                var resolved = ResolvedMention(.person(found.person), .role, mention.tokens)
                resolved.ranking = found.ranking
                return resolved
            }
    }

    /// In words: "chief financial officer". No longer noun of office is looked for.
    private static let longestRole = 3

    /// What the noun is known as, with the words before it where a list has them: "court papers", "coast guard".
    private func role(endingAt head: Int, from first: Int) -> Role? {
        for start in max(first, head - Self.longestRole + 1)..<max(first, head) {
            if let role = analysis.entry(of: start..<head + 1)?.role { return role }
        }
        return analysis.entry(head)?.role
    }

    // MARK: One

    /// "the mayor", "the operator": a person or body in view; else somebody without a name.
    private func one(_ mention: Mention, head: Int, _ gender: Gender?) -> ResolvedMention {
        let noun = analysis.lower(head)
        if isLabel(mention), analysis.lexicon.relations.isForAnother(noun) { return somebody(noun, mention) }
        let held = discourse.antecedents.holder(of: mention.tokens, head: head, gender: gender, but: others)
        if let name = bodyInTrade(noun, mention) {
            // Where a person is called so too, neither is meant.
            guard held == nil else { return somebody(noun, mention) }
            return NameResolver(discourse: discourse).body(called: name, .role, mention)
        }
        guard let held = held ?? introducedLater(mention, head, gender) else { return somebody(noun, mention) }
        var found = ResolvedMention(.person(held.person), .role, mention.tokens)
        found.ranking = held.ranking
        found.role = mention.tokens.lowerBound..<head + 1
        return found
    }

    private func introducedLater(_ mention: Mention, _ head: Int, _ gender: Gender?) -> (
        person: Int, ranking: Ranking?
    )? {
        discourse.antecedents.introducedLater(mention.tokens, head: head, gender: gender).map { ($0, nil) }
    }

    /// "MODERATOR:", at the beginning of a paragraph: whoever asks is not who is called a host elsewhere.
    private func isLabel(_ mention: Mention) -> Bool {
        let i = mention.tokens.lowerBound
        guard mention.tokens.count == 1, i + 1 < analysis.tags.count, analysis.tags[i + 1] == .colon else {
            return false
        }
        return i == 0 || analysis.paragraph(of: i - 1) < analysis.paragraph(of: i)
    }

    /// The only body that was said to be in a trade, for "the operator" and "the operator of the ferry".
    private func bodyInTrade(_ noun: String, _ mention: Mention) -> String? {
        guard analysis.is(mention.tokens.lowerBound, .definiteArticle) else { return nil }
        let names = discourse.bodies.names(inTrade: noun, before: mention.tokens.lowerBound)
        return names.count == 1 ? names.first : nil
    }

    /// One who stays unnamed: the one before of that noun behind "the", else another.
    private func somebody(_ noun: String, _ mention: Mention) -> ResolvedMention {
        let first = mention.tokens.lowerBound
        if analysis.is(first, .definiteArticle), let known = discourse.history.unnamed(by: noun) {
            return ResolvedMention(.speaker(known), .description, mention.tokens)
        }
        var found = ResolvedMention(.somebody(at: first), .description, mention.tokens)
        found.noun = noun
        return found
    }

    // MARK: Several

    /// "officials" want not to be named, "Armenian officials" speak for theirs, and "voters" are just many.
    private func several(_ mention: Mention, head: Int) -> ResolvedMention {
        let noun = analysis.entry(head)?.role?.singular ?? analysis.lower(head)
        let before = mention.tokens.lowerBound..<max(head, mention.tokens.lowerBound)
        let isCounted = before.contains { analysis.tags[$0] == .number || analysis.is($0, .smallNumber) }
        let isAnonymous =
            analysis.lexicon.relations.anonymous.contains(noun) && (isCounted || !before.contains(where: isHome))
        guard isAnonymous || asksNotToBeNamed(mention.tokens) else {
            return GroupResolver(discourse: discourse).group(mention)
        }
        return ResolvedMention(.officials(words(mention)), .description, mention.tokens)
    }

    /// Whose they are: "Armenian", "the", a place.
    private func isHome(_ i: Int) -> Bool {
        analysis.entry(i)?.nationality != nil || analysis.is(i, .definiteArticle)
            || analysis.lexicon.countries.contains(analysis.lower(i))
            || discourse.antecedents.hints.names[i]?.kind == .place
    }

    /// "two strategists who requested anonymity"
    private func asksNotToBeNamed(_ tokens: Range<Int>) -> Bool {
        let head = min(discourse.reader.head(tokens).upperBound, tokens.upperBound)
        return (head..<tokens.upperBound).contains { analysis.is($0, .anonymity) }
    }
}
