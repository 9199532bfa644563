import LanguageKit
import Newswire
import Rulebook
import Text

/// Decides whom a mention stands for, by what kind of mention it is.
struct MentionResolver {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }

    /// Nil rather than a guess.
    func resolve(_ tokens: Range<Int>, in context: MentionContext = .none) -> ResolvedMention? {
        let mention = discourse.reader.mention(tokens)
        switch mention.shape {
        case .pronoun: return PronounResolver(discourse: discourse).resolve(mention, in: context)
        case .relative: return RelativeResolver(discourse: discourse).resolve(mention)
        case .named(let person, let how): return named(person, how, mention)
        case .name(let name): return NameResolver(discourse: discourse).resolve(name, mention)
        case .organization(let name): return NameResolver(discourse: discourse).body(name, mention)
        case .nominal(let head):
            return NominalResolver(
                discourse: discourse, others: discourse.namedInContent(of: mention, context.content)
            ).resolve(mention, head: head, gender(of: context.content))
        case .group: return GroupResolver(discourse: discourse).resolve(mention)
        case .unknown:
            guard analysis.is(tokens.lowerBound, .somebody) else { return nil }
            return ResolvedMention(.somebody(at: tokens.lowerBound), .description, mention.tokens)
        }
    }

    private func named(_ person: Int, _ how: Resolution, _ mention: Mention) -> ResolvedMention {
        var found = ResolvedMention(.person(person), how, mention.tokens)
        // "The company's India head, Ann Lee": though no list have such an office.
        if how == .apposition, let comma = mention.tokens.first(where: { analysis.tags[$0] == .comma }) {
            found.role = mention.tokens.lowerBound..<comma
        }
        return found
    }

    /// Of the pronoun that begins what somebody says: who "said she" is mostly she.
    private func gender(of content: [Span]) -> Gender? {
        guard let first = content.first.map(analysis.tokens(within:))?.first(where: { analysis.tags[$0] != .that }),
            analysis.classes[first].contains(.subjectPronoun)
        else { return nil }
        if analysis.is(first, .malePronoun) { return .male }
        return analysis.is(first, .femalePronoun) ? .female : nil
    }
}
