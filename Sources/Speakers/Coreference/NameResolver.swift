import LanguageKit
import Names
import Rulebook
import Text

/// Decides whose a name is that no person in the article bears: "Elm Motors", "the HSB", "Kessing".
struct NameResolver {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }

    /// A body under the fullest name that the article has for it.
    func body(_ name: Range<Int>, _ mention: Mention) -> ResolvedMention {
        var name = name
        while name.count > 1, let first = name.first, analysis.tags[first] == .determiner { name.removeFirst() }
        let written = discourse.text(name)
        let full = discourse.bodies.fullName(of: written)
        return body(called: full, how(full, written), mention)
    }

    func body(called name: String, _ how: Resolution, _ mention: Mention) -> ResolvedMention {
        ResolvedMention(.body(name.lowercased()), name: name, how, mention.tokens)
    }

    private func how(_ full: String, _ written: String) -> Resolution {
        guard full.count == written.count else {
            return full.hasSuffix(written) || full.hasPrefix(written) ? .alias : .acronym
        }
        return analysis.lexicon.metonyms.contains(full.lowercased()) ? .metonym : .name
    }

    /// A name that speaks and is known as no body's is taken for a person's; a plural one for a group's.
    func resolve(_ name: Range<Int>, _ mention: Mention) -> ResolvedMention {
        let groups = GroupResolver(discourse: discourse)
        guard let last = name.last else { return groups.group(mention) }
        let isCountry = name.count == 1 && analysis.lexicon.countries.contains(analysis.lower(last))
        if name.count == 1, let full = discourse.bodies.name(beginningWith: discourse.text(name)) {
            return body(called: full, .alias, mention)
        }
        let entry = analysis.entry(last)
        let isPeople = entry?.nationality != nil || entry?.role?.isPlural == true
        if !isCountry, analysis.isPlural(last), isPeople { return groups.group(mention) }
        if isCountry || isPlace(name) || entry?.role?.kind == .body || isHouse(name) { return body(name, mention) }
        if isPlainWord(name) { return groups.group(mention) }
        let written = discourse.text(name)
        return ResolvedMention(.stranger(written.lowercased()), name: written, .name, mention.tokens)
    }

    /// A place or house that speaks for somebody, by the lists, by what a model says, or by "in" before it somewhere.
    private func isPlace(_ name: Range<Int>) -> Bool {
        if analysis.lexicon.metonyms.contains(discourse.text(name).lowercased()) { return true }
        return discourse.antecedents.hints.kind(of: name) == .place
            || name.count == 1 && discourse.places.contains(discourse.text(name))
    }

    /// "Locksmiths said": a plural in capitals for its place alone, which is nobody's name.
    private func isPlainWord(_ name: Range<Int>) -> Bool {
        let word = name.lowerBound
        return name.count == 1 && analysis.isPlural(word) && analysis.sentenceTokens(of: word).lowerBound == word
            && discourse.antecedents.hints.names[word] == nil
    }

    /// "the Hill", "The Daily Caller": persons' names have no article.
    private func isHouse(_ name: Range<Int>) -> Bool {
        guard name.lowerBound > 0, analysis.is(name.lowerBound - 1, .definiteArticle) else { return false }
        return !analysis.isPlural(name.upperBound - 1)
    }
}
