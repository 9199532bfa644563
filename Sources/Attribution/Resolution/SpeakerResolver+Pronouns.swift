import Language
import Rulebook

extension SpeakerResolver {
    /// - Parameters:
    ///   - outer: The speaker of the quotation around the mention.
    ///   - inQuotes: Whether there is one.
    mutating func pronoun(_ word: String, _ mention: Mention, _ outer: Int?, _ inQuotes: Bool) -> (Int, Resolution)? {
        switch word {
        case "i", "my", "me", "myself":
            if inQuotes { return outer.map { ($0, .running) } }
            return (entry(.author, name: nil, key: "a:i", mention), .pronoun)
        case "we", "our", "us":
            if inQuotes { return outer.map { ($0, .running) } }
            return (entry(.group, name: nil, key: "a:we", mention), .pronoun)
        // Who speaks of "him" means somebody else.
        case "he", "his", "him", "himself": return person(.male, mention, but: inQuotes ? outer : nil)
        case "she", "her", "herself": return person(.female, mention, but: inQuotes ? outer : nil)
        case "they", "their", "them", "both": return they(mention)
        case "some", "many", "others", "each":
            return (entry(.group, name: nil, key: "p:\(mention.tokens.lowerBound)", mention), .pronoun)
        case "it", "its": return it(mention)
        default: return nil
        }
    }

    private mutating func person(_ gender: Gender, _ mention: Mention, but outer: Int?) -> (Int, Resolution)? {
        let token = mention.tokens.lowerBound
        if let unnamed = unnamed(before: token, gender), unnamed != outer, !antecedents.isSureOfAName(token) {
            note(analysis.document.span(ofTokens: mention.tokens), of: unnamed)
            return (unnamed, .pronoun)
        }
        let other = outer.flatMap { speakersPersons[$0] }
        guard let person = antecedents.person(gender, of: mention.tokens.lowerBound, but: other) else { return nil }
        antecedents.people.setGender(gender, of: person)
        return (speaker(ofPerson: person, mention.tokens), .pronoun)
    }

    /// One without a name who spoke in this sentence or the one before, where nobody was named since.
    private func unnamed(before token: Int, _ gender: Gender) -> Int? {
        guard let last = heard[..<heard.sortedIndex(where: { $0.token >= token })].last,
            isOneWithoutName(last),
            analysis.sentence(of: token) - analysis.sentence(of: last.token) <= 1,
            !antecedents.people.isNamed(between: last.token, and: token)
        else { return nil }
        let own = (last.token..<min(last.token + 6, token)).lazy.compactMap { analysis.entry($0)?.role?.gender }.first
        return own == nil || own == gender ? last.speaker : nil
    }

    /// "a spokeswoman", and not "officials" or "the hearing"
    private func isOneWithoutName(_ heard: HeardSpeaker) -> Bool {
        guard speakers[heard.speaker].kind == .unnamed else { return false }
        let near = heard.token..<min(heard.token + 6, analysis.tags.count)
        return near.lazy.compactMap { analysis.entry($0)?.role }.first.map {
            !$0.plural && !$0.organization && !$0.document
        } ?? false
    }

    /// The group that spoke in this paragraph or the one before; else a group that nothing is known of.
    private mutating func they(_ mention: Mention) -> (Int, Resolution)? {
        let token = mention.tokens.lowerBound
        if let last = lastGroup, last.token < token,
            analysis.paragraph(of: token) - analysis.paragraph(of: last.token) <= 1
        {
            note(analysis.document.span(ofTokens: mention.tokens), of: last.speaker)
            return (last.speaker, .pronoun)
        }
        return (entry(.group, name: nil, key: "p:\(token)", mention), .pronoun)
    }

    /// What the model is sure it is.
    private mutating func it(_ mention: Mention) -> (Int, Resolution)? {
        guard let token = antecedents.nameMeant(by: mention.tokens.lowerBound, kind: .organization),
            let run = reader.run(with: token)
        else { return nil }
        let (speaker, _) = organization(run.tokens, mention)
        return (speaker, .pronoun)
    }

    // MARK: Relatives

    /// "Ann Lee, who said": the noun phrase before the pronoun.
    mutating func relative(_ mention: Mention) -> (Int, Resolution)? {
        let end = mention.tokens.lowerBound - (analysis.tags[max(mention.tokens.lowerBound - 1, 0)] == .comma ? 1 : 0)
        let word = analysis.lower(mention.tokens.lowerBound)
        // "Bo Berg of the union, who": what stands last, unless that is a body, then the whole phrase.
        let phrases = [nounPhrase(endingAt: end, through: false), nounPhrase(endingAt: end, through: true)]
        var found: (Int, Resolution)?
        for phrase in phrases.compactMap({ $0 }) {
            if word == "which", case .name(let name) = reader.mention(phrase).shape {
                return (organization(name, Mention(tokens: phrase, shape: .organization(name))).0, .relative)
            }
            let shape = reader.mention(phrase).shape
            if word == "who", phrase != phrases.last, case .organization = shape { continue }
            guard let (speaker, _) = speaker(of: phrase, within: nil, inQuotes: false) else { continue }
            found = (speaker, .relative)
            break
        }
        return found
    }

    /// - Parameter through: Whether prepositions belong to it.
    private func nounPhrase(endingAt end: Int, through prepositions: Bool) -> Range<Int>? {
        var start = end
        while start > 0, isOfNounPhrase(start - 1) || prepositions && isLink(start - 1) { start -= 1 }
        while start < end, analysis.tags[start] == .preposition { start += 1 }
        return start < end ? start..<end : nil
    }

    private func isLink(_ i: Int) -> Bool {
        analysis.tags[i] == .preposition && ["of", "at", "on", "in", "from", "with", "for"].contains(analysis.lower(i))
    }

    private func isOfNounPhrase(_ i: Int) -> Bool {
        switch analysis.tags[i] {
        case .name, .noun, .determiner, .possessive, .genitive, .number, .pronoun: true
        default: false
        }
    }
}
