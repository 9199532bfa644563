import LanguageKit
import Names
import Rulebook
import Text

/// Decides whom a relative pronoun stands for, "Ann Lee, who said": whom the noun phrase before it does.
struct RelativeResolver {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }

    /// How many times it may go on from the same word before: "who came and who said". Whoever repeats it for a
    /// megabyte must not stop the daemon.
    private static let mostSteps = 8

    func resolve(_ mention: Mention) -> ResolvedMention? { resolve(mention.tokens.lowerBound, steps: Self.mostSteps) }

    private func resolve(_ pronoun: Int, steps: Int) -> ResolvedMention? {
        let before = analysis.tags[max(pronoun - 1, 0)]
        let end = pronoun - (before == .comma || before == .dash ? 1 : 0)
        if steps > 0, end > 0, analysis.tags[end - 1] == .coordinator, let first = same(pronoun, before: end) {
            return resolve(first, steps: steps - 1)
        }
        var found = antecedent(of: pronoun, endingAt: end)
        found?.how = .relative
        return found
    }

    private func antecedent(of pronoun: Int, endingAt end: Int) -> ResolvedMention? {
        let isPerson = analysis.is(pronoun, .personRelative)
        let isThing = analysis.is(pronoun, .thingRelative)
        // "the Institute for Marine Studies, which": no studies say it.
        if !isPerson, let name = body(endingAt: end) { return body(name, in: name) }
        // "Bo Berg of the union, who": what stands last, unless that is a body, then the whole phrase.
        let phrases = [nounPhrase(endingAt: end, through: false), nounPhrase(endingAt: end, through: true)]
        let name = phrases.lazy.compactMap { $0.flatMap(named(before:)) }.first
        if let name, let found = MentionResolver(discourse: discourse).resolve(name) { return found }
        for phrase in phrases.compactMap({ $0 }) {
            let shape = discourse.reader.mention(phrase).shape
            if isThing, case .name(let name) = shape { return body(name, in: phrase) }
            if isPerson, phrase != phrases.last, isBody(shape) { continue }
            if let found = MentionResolver(discourse: discourse).resolve(phrase) { return found }
        }
        return nil
    }

    /// "Ann Lee, a radio astronomer at the university, who": the name that an apposition with "a" stands behind.
    private func named(before phrase: Range<Int>) -> Range<Int>? {
        let comma = phrase.lowerBound - 1
        guard comma > 0, analysis.is(phrase.lowerBound, .indefiniteArticle), analysis.tags[comma] == .comma,
            let run = discourse.reader.run(with: comma - 1), run.tokens.upperBound == comma
        else { return nil }
        return run.tokens
    }

    private func body(_ name: Range<Int>, in phrase: Range<Int>) -> ResolvedMention {
        NameResolver(discourse: discourse).body(name, Mention(tokens: phrase, shape: .organization(name)))
    }

    /// A body's name of several words.
    private func body(endingAt end: Int) -> Range<Int>? {
        guard let run = discourse.reader.run(with: end - 1), run.kind == .organization, run.tokens.upperBound == end
        else { return nil }
        let name = run.titles.lowerBound..<end
        return name.count > 1 ? name : nil
    }

    private func isBody(_ shape: Mention.Shape) -> Bool {
        switch shape {
        case .organization: true
        case .nominal(let head): analysis.entry(head)?.role.map { $0.kind != .person } ?? false
        default: false
        }
    }

    /// The same word earlier in the sentence: "Ann Lee, who came and who said".
    private func same(_ pronoun: Int, before token: Int) -> Int? {
        let word = analysis.lower(pronoun)
        let sentence = analysis.document.sentences[analysis.sentence(of: token)].tokens
        return (sentence.lowerBound..<token).last { analysis.lower($0) == word }
    }

    // MARK: Noun phrases

    /// - Parameter through: Whether prepositions belong to it.
    private func nounPhrase(endingAt end: Int, through prepositions: Bool) -> Range<Int>? {
        var start = end
        while start > 0, isOfNounPhrase(start - 1) || prepositions && isLink(start - 1) { start -= 1 }
        while start < end, analysis.tags[start] == .preposition { start += 1 }
        return start < end ? start..<end : nil
    }

    private func isLink(_ i: Int) -> Bool {
        analysis.tags[i] == .preposition && analysis.is(i, .linkingPreposition)
    }

    private func isOfNounPhrase(_ i: Int) -> Bool {
        switch analysis.tags[i] {
        case .name, .noun, .determiner, .possessive, .genitive, .number, .pronoun: true
        default: false
        }
    }
}
