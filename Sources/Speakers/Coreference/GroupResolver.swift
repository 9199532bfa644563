import LanguageKit
import Names
import Rulebook

/// Decides whom a mention of several stands for: "A and B", "40 percent of voters".
struct GroupResolver {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }

    /// By its words alone: "voters".
    func group(_ mention: Mention) -> ResolvedMention {
        ResolvedMention(.group(discourse.text(mention.tokens).lowercased()), .description, mention.tokens)
    }

    /// With its parts where conjunctions join them.
    func resolve(_ mention: Mention) -> ResolvedMention {
        let first = mention.tokens.lowerBound
        // "one of them"
        if analysis.is(first, .one), first + 1 < mention.tokens.upperBound,
            analysis.is(first + 1, .genitivePreposition)
        {
            return ResolvedMention(.somebody(at: first), .description, mention.tokens)
        }
        var found = group(mention)
        guard mention.tokens.contains(where: joins) else { return found }
        found.how = .coordination
        found.parts = mention.tokens.split { joins($0) || parts($0) }
        return found
    }

    /// "Neither Ek nor Holm"
    private func joins(_ token: Int) -> Bool {
        analysis.tags[token] == .coordinator || analysis.is(token, .negativeConjunction)
    }

    /// "Minister Kay Holt, Chief Officer Ann Lee and Bo Ek": a comma between two persons' whole names.
    private func parts(_ comma: Int) -> Bool {
        guard analysis.tags[comma] == .comma, let before = discourse.reader.run(with: comma - 1),
            let next = discourse.reader.run(behind: comma)
        else { return false }
        let people = discourse.antecedents.people
        return [before, next].allSatisfy { $0.tokens.count > 1 && people.byToken[$0.tokens.lowerBound] != nil }
    }

    // MARK: Parts

    /// Whether a part is a mention to resolve by itself, "he and the senator"; else the names in it count.
    func isMention(_ part: Range<Int>) -> Bool {
        switch discourse.reader.mention(part).shape {
        case .pronoun, .nominal, .named(_, .apposition): true
        default: false
        }
    }

    /// Whether a speaker is one who can be told from others: a name, "a witness", or who writes.
    func isOne(_ speaker: Int) -> Bool {
        let speaker = discourse.speakers[speaker]
        return speaker.name != nil || speaker.kind == .unnamed || speaker.kind == .author
    }

    /// Whose the names are that stand in a part; those of persons and bodies.
    func named(in part: Range<Int>) -> [ResolvedMention] {
        discourse.reader.runs(startingIn: part).compactMap { run in
            let tokens = run.titles.lowerBound..<run.tokens.upperBound
            if let person = discourse.antecedents.people.byToken[run.tokens.lowerBound] {
                return ResolvedMention(.person(person), .name, tokens)
            }
            guard run.kind == .organization || isCountry(run) else { return nil }
            return NameResolver(discourse: discourse)
                .body(run.tokens, Mention(tokens: tokens, shape: .organization(run.tokens)))
        }
    }

    private func isCountry(_ run: NameRun) -> Bool {
        run.tokens.count == 1 && analysis.lexicon.countries.contains(analysis.lower(run.tokens.lowerBound))
    }
}
