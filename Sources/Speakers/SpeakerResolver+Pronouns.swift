import LanguageKit
import Newswire
import Rulebook
import Text

extension SpeakerResolver {
    mutating func pronoun(_ mention: Mention, _ context: MentionContext) -> (Int, Resolution)? {
        let token = mention.tokens.lowerBound
        let uses = analysis.entry(token)?.uses ?? []
        if uses.contains(.firstPersonSingular) { return resolveI(mention, context) }
        if uses.contains(.firstPersonPlural) {
            if context.isInQuotes { return context.outer.map { ($0, .running) } }
            return (entry(.group, name: nil, key: "a:we", mention), .pronoun)
        }
        // Who speaks of "him" means somebody else.
        if uses.contains(.malePronoun) { return person(.male, mention, context) }
        if uses.contains(.femalePronoun) { return person(.female, mention, context) }
        if uses.contains(.pluralPronoun) { return resolveThey(mention) }
        if uses.contains(.indefiniteGroup) { return (entry(.group, name: nil, key: "p:\(token)", mention), .pronoun) }
        if uses.contains(.somebody) { return (entry(.unnamed, name: nil, key: "u:\(token)", mention), .description) }
        if uses.contains(.everybody) { return (entry(.group, name: nil, key: "p:\(token)", mention), .description) }
        return uses.contains(.thingPronoun) ? resolveIt(mention) : nil
    }

    /// "I": the author, but for who is quoted.
    private mutating func resolveI(_ mention: Mention, _ context: MentionContext) -> (Int, Resolution)? {
        if context.isInQuotes { return context.outer.map { ($0, .running) } }
        if analysis.isQuoted(mention.tokens.lowerBound) { return running(mention).map { ($0, .running) } }
        return (entry(.author, name: nil, key: "a:i", mention), .pronoun)
    }

    /// Who spoke last before a mention, in its paragraph.
    private func running(_ mention: Mention) -> Int? {
        let token = mention.tokens.lowerBound
        guard let last = speakerHistory[..<speakerHistory.partitioningIndex(where: { $0.token >= token })].last,
            analysis.paragraph(of: last.token) == analysis.paragraph(of: token)
        else { return nil }
        return last.speaker
    }

    private mutating func person(
        _ gender: Gender, _ mention: Mention, _ context: MentionContext
    ) -> (Int, Resolution)? {
        let token = mention.tokens.lowerBound
        let outer = context.isInQuotes ? context.outer : nil
        if let unnamed = unnamed(before: token, gender), unnamed != outer, !antecedents.isSureOfAName(token) {
            note(analysis.document.span(ofTokens: mention.tokens), of: unnamed)
            return (unnamed, .pronoun)
        }
        var others = namedInContent(of: mention, context.content)
        if let other = outer.flatMap({ speakersPersons[$0] }) { others.insert(other) }
        guard let person = antecedents.person(gender, of: token, but: others) else { return nil }
        antecedents.people.setGender(gender, of: person)
        return (speaker(ofPerson: person, mention.tokens), .pronoun)
    }

    /// Persons whom what "he" says calls by name, in quotation marks or behind the pronoun: nobody says so of oneself. "Lee's"
    /// may be one's own.
    private func namedInContent(of mention: Mention, _ content: [Span]) -> Set<Int> {
        let tokens = content.map(analysis.tokens(within:))
        guard let first = tokens.first?.lowerBound,
            first >= mention.tokens.upperBound || analysis.isQuoted(first + 1)
        else { return [] }
        return Set(tokens.flatMap { antecedents.people.named(in: $0) })
    }

    /// One without a name who spoke in this sentence or the one before, where nobody was named since.
    private func unnamed(before token: Int, _ gender: Gender) -> Int? {
        guard let last = speakerHistory[..<speakerHistory.partitioningIndex(where: { $0.token >= token })].last,
            isOneWithoutName(last),
            analysis.sentence(of: token) - analysis.sentence(of: last.token) <= 1,
            !antecedents.people.isNamed(between: min(last.end, token), and: token)
        else { return nil }
        let own = role(of: last)?.gender
        return own == nil || own == gender ? last.speaker : nil
    }

    /// "a ministry spokeswoman", and not "officials" or "the hearing"
    private func isOneWithoutName(_ heard: HeardSpeaker) -> Bool {
        guard speakers[heard.speaker].kind == .unnamed else { return false }
        return role(of: heard)?.isOnePerson ?? false
    }

    /// The noun that somebody without a name goes by: the last before a comma, a preposition or a relative clause.
    private func role(of heard: HeardSpeaker) -> Role? {
        let phrase =
            (heard.token..<min(heard.token + 6, max(heard.end, heard.token))).prefix {
                ![.comma, .preposition, .relative].contains(analysis.tags[$0])
            }
        return phrase.reversed().lazy.compactMap { analysis.entry($0)?.role }.first
    }

    /// The group that spoke in this paragraph or the one before; else a group that nothing is known of.
    private mutating func resolveThey(_ mention: Mention) -> (Int, Resolution)? {
        let token = mention.tokens.lowerBound
        if let last = lastGroup, last.token < token,
            analysis.paragraph(of: token) - analysis.paragraph(of: last.token) <= 1
        {
            note(analysis.document.span(ofTokens: mention.tokens), of: last.speaker)
            return (last.speaker, .pronoun)
        }
        return (entry(.group, name: nil, key: "p:\(token)", mention), .pronoun)
    }

    /// What the model is sure it is; else the body or paper that spoke in this sentence or the one before, where no body
    /// was named since.
    private mutating func resolveIt(_ mention: Mention) -> (Int, Resolution)? {
        let pronoun = mention.tokens.lowerBound
        if let token = antecedents.nameMeant(by: pronoun, kind: .organization), let run = reader.run(with: token) {
            return (organization(run.tokens, mention).0, .pronoun)
        }
        guard let last = lastHeard(before: pronoun, among: 3, { $0.kind == .organization || $0.kind == .document }),
            analysis.sentence(of: pronoun) - analysis.sentence(of: last.token) <= 1 || goesOn(pronoun, after: last),
            !bodies.isNamed(between: last.token + 1, and: pronoun, but: speakers[last.speaker].name)
        else { return nil }
        note(analysis.document.span(ofTokens: mention.tokens), of: last.speaker)
        return (last.speaker, .pronoun)
    }

    /// "…," the paper said. "…," it added: though there be many sentences within the quotation marks.
    private func goesOn(_ token: Int, after last: HeardSpeaker) -> Bool {
        token > 0 && analysis.tags[token - 1] == .quoteMark && speakerHistory.last?.token == last.token
            && analysis.paragraph(of: token) - analysis.paragraph(of: last.token) <= 1
    }

    /// Of the last few who spoke before a token, the last that is such a one.
    func lastHeard(before token: Int, among few: Int, _ isSuch: (Speaker) -> Bool) -> HeardSpeaker? {
        speakerHistory[..<speakerHistory.partitioningIndex(where: { $0.token >= token })].suffix(few).last {
            isSuch(speakers[$0.speaker])
        }
    }

    // MARK: Relatives

    /// "Ann Lee, who said": the noun phrase before the pronoun.
    ///
    /// - Parameter steps: How many times it may go on from the same word before: "who came and who said".
    mutating func relative(_ mention: Mention, steps: Int = 8) -> (Int, Resolution)? {
        let before = analysis.tags[max(mention.tokens.lowerBound - 1, 0)]
        let end = mention.tokens.lowerBound - (before == .comma || before == .dash ? 1 : 0)
        let word = analysis.lower(mention.tokens.lowerBound)
        let isPerson = analysis.is(mention.tokens.lowerBound, .personRelative)
        let isThing = analysis.is(mention.tokens.lowerBound, .thingRelative)
        if steps > 0, end > 0, analysis.tags[end - 1] == .coordinator, let first = relative(word, before: end) {
            return relative(Mention(tokens: first, shape: .relative), steps: steps - 1)
        }
        // "the Institute for Marine Studies, which": no studies say it.
        if !isPerson, let body = body(endingAt: end) {
            return (organization(body, Mention(tokens: body, shape: .organization(body))).0, .relative)
        }
        // "Bo Berg of the union, who": what stands last, unless that is a body, then the whole phrase.
        let phrases = [nounPhrase(endingAt: end, through: false), nounPhrase(endingAt: end, through: true)]
        var found: (Int, Resolution)?
        for phrase in phrases.compactMap({ $0 }) {
            if isThing, case .name(let name) = reader.mention(phrase).shape {
                return (organization(name, Mention(tokens: phrase, shape: .organization(name))).0, .relative)
            }
            let shape = reader.mention(phrase).shape
            if isPerson, phrase != phrases.last, isBody(shape) { continue }
            guard let (speaker, _) = speaker(of: phrase, in: .none) else { continue }
            found = (speaker, .relative)
            break
        }
        return found
    }

    /// A body's name of several words.
    private func body(endingAt end: Int) -> Range<Int>? {
        guard let run = reader.run(with: end - 1), run.kind == .organization, run.tokens.upperBound == end else {
            return nil
        }
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
    private func relative(_ word: String, before token: Int) -> Range<Int>? {
        let sentence = analysis.document.sentences[analysis.sentence(of: token)].tokens
        return (sentence.lowerBound..<token).last { analysis.lower($0) == word }.map { $0..<$0 + 1 }
    }

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
