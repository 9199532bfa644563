import LanguageKit
import Names
import Rulebook
import Text

/// Decides which body a noun means: "the court", "the Trump campaign", "the carmaker".
struct BodyNounResolver {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }
    private var names: NameResolver { NameResolver(discourse: discourse) }

    /// A common noun is the name of none: it is the body named last that has it in its name, or one without a name.
    func resolve(_ mention: Mention, head: Int) -> ResolvedMention {
        var name = mention.tokens.lowerBound..<head + 1
        while name.count > 1, analysis.tags[name.lowerBound] == .determiner { name.removeFirst() }
        if isHeadlineNoun(mention, head) {
            return named(behind: mention, head)
                ?? ResolvedMention(.body(analysis.lower(head)), .description, mention.tokens)
        }
        guard isDescription(name, head) else {
            var found = names.body(name, mention)
            if found.how == .name { found.how = .description }
            return found
        }
        let isDefinite = analysis.is(mention.tokens.lowerBound, .definiteArticle) && !isRestricted(mention, head)
        if isDefinite, isCommon(name), let meant = meant(mention, head) { return meant }
        if isDefinite,
            let full = discourse.bodies.name(with: analysis.lower(head), before: mention.tokens.lowerBound)
        {
            return names.body(called: full, .alias, mention)
        }
        if isDefinite, isCommon(name), let known = inView(mention, head) { return known }
        return ResolvedMention(.body(discourse.text(name).lowercased()), .description, mention.tokens)
    }

    /// "the group that represents dealers": told apart from the bodies that were named, and so none of them.
    private func isRestricted(_ mention: Mention, _ head: Int) -> Bool {
        head + 1 < mention.tokens.upperBound && [.relative, .that].contains(analysis.tags[head + 1])
    }

    /// "Carmaker denies fault": capitals for its place alone.
    private func isHeadlineNoun(_ mention: Mention, _ head: Int) -> Bool {
        mention.tokens.count == 1 && analysis.sentenceTokens(of: head).lowerBound == head
            && !analysis.document.tokens[head].shape.contains(.allCaps)
    }

    /// In paragraphs, behind a headline: where its body is named. Chosen by hand.
    private static let namingReach = 2

    private func named(behind mention: Mention, _ head: Int) -> ResolvedMention? {
        let last = analysis.paragraph(of: head) + Self.namingReach
        guard let seen = discourse.bodies.first(behind: head, where: { mayBe($0, head) }),
            analysis.paragraph(of: seen.token) <= last
        else { return nil }
        return names.body(called: seen.name, .role, mention)
    }

    /// How far back the body that "the carmaker" means may have spoken, in speakers and in paragraphs. Chosen by hand.
    private static let speakerReach = 8
    private static let paragraphReach = 2

    /// The body with a name that "the carmaker" means: the one that spoke just before, unless its name says that it is something
    /// else; else the one most in view.
    private func inView(_ mention: Mention, _ head: Int) -> ResolvedMention? {
        spoken(mention, head) ?? named(mention, head)
    }

    /// By what a model says.
    private func meant(_ mention: Mention, _ head: Int) -> ResolvedMention? {
        guard let token = discourse.antecedents.nameMeant(by: head, kind: .organization),
            let run = discourse.reader.run(with: token), run.kind == .organization,
            mayBe(discourse.text(run.tokens), head)
        else { return nil }
        var found = names.body(run.tokens, mention)
        found.name = run.tokens
        found.how = .role
        return found
    }

    private func spoken(_ mention: Mention, _ head: Int) -> ResolvedMention? {
        let last = discourse.history.last(before: head, among: Self.speakerReach) {
            discourse.speakers[$0].kind == .organization && discourse.speakers[$0].name != nil
        }
        guard let last, analysis.paragraph(of: head) - analysis.paragraph(of: last.token) <= Self.paragraphReach,
            let name = discourse.speakers[last.speaker].name, mayBe(name, head)
        else { return nil }
        let noun = analysis.lower(head)
        guard name.lowercased().hasSuffix(noun) || !isSaid(noun, between: last.token, and: head) else { return nil }
        return ResolvedMention(.speaker(last.speaker), .role, mention.tokens)
    }

    private func named(_ mention: Mention, _ head: Int) -> ResolvedMention? {
        let noun = analysis.lower(head)
        let seen = discourse.bodies.inView(before: mention.tokens.lowerBound, analysis) { mayBe($0, head) }
        guard let seen, !isSaid(noun, between: seen.token, and: head) else { return nil }
        return names.body(called: seen.name, .role, mention)
    }

    /// "U.S.", "Washington", "France"
    private func isCountry(_ name: String) -> Bool {
        let names = analysis.lexicon.relations.bodyNames[name.lowercased()] ?? [name.lowercased()]
        return names.contains(where: analysis.lexicon.countries.contains)
    }

    /// "the US firm"
    private func isOfAPlace(_ i: Int) -> Bool {
        analysis.entry(i)?.nationality != nil || analysis.lexicon.countries.contains(analysis.lower(i))
    }

    /// No name: "the investment bank", "the US firm", "the Singapore-based firm", "the UK's biggest lender".
    private func isDescription(_ name: Range<Int>, _ head: Int) -> Bool {
        name.allSatisfy { !isCapitalized($0) || isOfAPlace($0) }
            || !isCapitalized(head) && name.dropLast().contains { isCompound($0) || isSuperlative($0) }
    }

    private func isCapitalized(_ i: Int) -> Bool { analysis.document.tokens[i].shape.contains(.capitalized) }

    /// "Singapore-based", "Facebook-owned"
    private func isCompound(_ i: Int) -> Bool {
        let word = analysis.document.text(analysis.document.tokens[i].span)
        return isCapitalized(i) && word.split(separator: "-").dropFirst().contains { $0.first?.isLowercase == true }
    }

    /// "biggest"
    private func isSuperlative(_ i: Int) -> Bool { !isCapitalized(i) && analysis.lower(i).hasSuffix("est") }

    /// "the company", "the investment bank", "the US firm", and no "high-earning group" of many.
    private func isCommon(_ name: Range<Int>) -> Bool {
        name.dropLast().allSatisfy {
            analysis.tags[$0] == .noun || analysis.tags[$0] == .gerund || isOfAPlace($0) || isCompound($0)
        }
    }

    /// "the high-earning group", which "the group" then is.
    private func isSaid(_ noun: String, between start: Int, and end: Int) -> Bool {
        (start..<max(start, end)).contains { analysis.lower($0) == noun }
    }

    /// Whether a body of a name can be called by a noun: "the bank" is no "Ministry of Finance", "the company" is no
    /// government's.
    private func mayBe(_ name: String, _ head: Int) -> Bool {
        let words = name.lowercased().split(separator: " ").map(String.init)
        let noun = analysis.lower(head)
        let relations = analysis.lexicon.relations
        if words.contains(where: { $0 == noun || relations.areSame($0, noun) }) { return true }
        guard !relations.publicBodies.contains(noun), !analysis.lexicon.metonyms.contains(name.lowercased()),
            !isCountry(name)
        else { return false }
        if relations.companies.contains(noun), words.contains(where: relations.noCompanies.contains) { return false }
        if relations.generalBodies.contains(noun) { return !words.contains(where: relations.publicBodies.contains) }
        return !words.contains { analysis.lexicon.entry(of: $0)?.role?.kind == .body }
    }
}
