import LanguageKit
import Rulebook
import Text

extension SpeakerResolver {
    // MARK: Bodies

    /// A body under the fullest name that the article has for it.
    mutating func organization(_ name: Range<Int>, _ mention: Mention) -> (Int, Resolution) {
        var name = name
        while name.count > 1, let first = name.first, analysis.tags[first] == .determiner { name.removeFirst() }
        let written = text(name)
        let full = bodies.fullName(of: written)
        let isSame = full.count == written.count
        let how: Resolution =
            isSame
            ? (analysis.lexicon.metonyms.contains(full.lowercased()) ? .metonym : .name)
            : full.hasSuffix(written) ? .alias : .acronym
        return (entry(.organization, name: full, key: "o:" + full.lowercased(), mention), how)
    }

    /// A name that speaks and is known as no body's is taken for a person's; a plural one for a group's.
    mutating func unknownName(_ name: Range<Int>, _ mention: Mention) -> (Int, Resolution) {
        guard let last = name.last else { return (group(mention), .description) }
        let isCountry = name.count == 1 && analysis.lexicon.countries.contains(analysis.lower(last))
        if name.count == 1, let full = bodies.name(beginningWith: text(name)) {
            return (entry(.organization, name: full, key: "o:" + full.lowercased(), mention), .alias)
        }
        let isPeople = analysis.entry(last)?.nationality != nil || analysis.entry(last)?.role?.isPlural == true
        if !isCountry, isPlural(analysis.lower(last)), isPeople { return (group(mention), .description) }
        if isCountry || isPlace(name) || analysis.entry(last)?.role?.kind == .body || isHouse(name, mention) {
            return organization(name, mention)
        }
        return (entry(.person, name: text(name), key: "x:" + text(name).lowercased(), mention), .name)
    }

    /// A place or house that speaks for somebody, by the lists, by what a model says, or by "in" before it somewhere.
    private func isPlace(_ name: Range<Int>) -> Bool {
        if analysis.lexicon.metonyms.contains(text(name).lowercased()) { return true }
        return antecedents.hints.kind(of: name) == .place || name.count == 1 && stoodIn.contains(text(name))
    }

    /// The names of one word that "in" stands before somewhere: gathered once, since each name is asked for.
    static func stoodIn(_ runs: [NameRun], _ analysis: AnalyzedDocument) -> Set<String> {
        let isStoodIn = { (run: NameRun) in
            let (first, end) = (run.tokens.lowerBound, run.tokens.upperBound)
            guard run.tokens.count == 1, run.titles.isEmpty, first > 1, analysis.is(first - 1, .placePreposition) else {
                return false
            }
            // "In Byron's memoirs", "believe in God"
            let isOwner = end < analysis.tags.count && analysis.tags[end] == .genitive
            return !isOwner && !analysis.is(first - 2, .believing)
        }
        return Set(runs.filter(isStoodIn).map { analysis.document.text(analysis.document.span(ofTokens: $0.tokens)) })
    }

    /// "the Hill", "The Daily Caller": persons' names have no article.
    private func isHouse(_ name: Range<Int>, _ mention: Mention) -> Bool {
        guard name.lowerBound > 0, analysis.is(name.lowerBound - 1, .definiteArticle) else { return false }
        return !isPlural(analysis.lower(name.upperBound - 1))
    }

    // MARK: Several together

    mutating func group(_ mention: Mention) -> Int {
        let speaker = entry(.group, name: nil, key: "g:" + text(mention.tokens).lowercased(), mention)
        lastGroup = (speaker, mention.tokens.lowerBound)
        return speaker
    }

    /// "A and B" with both as members where they are named; "40 percent of voters".
    mutating func together(_ mention: Mention) -> (Int, Resolution) {
        let first = mention.tokens.lowerBound
        if analysis.is(first, .one), first + 1 < mention.tokens.upperBound,
            analysis.is(first + 1, .genitivePreposition)
        {
            return (entry(.unnamed, name: nil, key: "u:\(first)", mention), .description)
        }
        let speaker = group(mention)
        guard mention.tokens.contains(where: joins) else {
            return (speaker, .description)
        }
        let parts = mention.tokens.split(whereSeparator: joins)
        let members = parts.flatMap { partMembers($0.startIndex..<$0.endIndex) }
        if Set(members).count > 1 { set(members: members, of: speaker) }
        return (speaker, .coordination)
    }

    /// "Neither Ek nor Holm"
    private func joins(_ token: Int) -> Bool {
        analysis.tags[token] == .coordinator || analysis.is(token, .negativeConjunction)
    }

    /// Who is named between two conjunctions; or whom a pronoun or a noun there stands for: "he and the senator".
    private mutating func partMembers(_ part: Range<Int>) -> [Int] {
        switch reader.mention(part).shape {
        case .pronoun, .nominal, .named(_, .apposition):
            guard let (speaker, _) = speaker(of: part, in: .none), isOne(speaker) else { break }
            return [speaker]
        default: break
        }
        return reader.runs(startingIn: part).compactMap { member($0) }
    }

    private func isOne(_ speaker: Int) -> Bool {
        speakers[speaker].name != nil || speakers[speaker].kind == .unnamed || speakers[speaker].kind == .author
    }

    /// A part of a coordination, where it is somebody's or a body's name.
    private mutating func member(_ run: NameRun) -> Int? {
        let tokens = run.titles.lowerBound..<run.tokens.upperBound
        if let person = antecedents.people.byToken[run.tokens.lowerBound] { return speaker(ofPerson: person, tokens) }
        let isCountry =
            run.tokens.count == 1 && analysis.lexicon.countries.contains(analysis.lower(run.tokens.lowerBound))
        guard run.kind == .organization || isCountry else { return nil }
        return organization(run.tokens, Mention(tokens: tokens, shape: .organization(run.tokens))).0
    }

    func isPlural(_ word: String) -> Bool { analysis.lexicon.morphology.isPlural(word) }
}
