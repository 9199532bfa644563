import LanguageKit
import Rulebook
import Text

extension SpeakerResolver {
    /// "the prime minister", "officials", "a poll": by what its head noun is.
    mutating func nominal(_ head: Int, _ mention: Mention, _ gender: Gender?) -> (Int, Resolution)? {
        let word = analysis.lower(head)
        let key = text(mention.tokens).lowercased()
        if analysis.tags[head] == .number { return (group(mention), .description) }
        if var epithet = Epithet(mention.tokens, head: head, analysis: analysis) {
            epithet.gender = epithet.gender ?? gender
            if let person = antecedents.bearer(of: epithet, at: mention.tokens.lowerBound) {
                return (speaker(ofPerson: person, mention.tokens), .role)
            }
            return (entry(.unnamed, name: nil, key: "n:" + key, mention), .description)
        }
        guard let role = role(endingAt: head, from: mention.tokens.lowerBound) else {
            if isPlural(word) { return (group(mention), .description) }
            return (entry(.unnamed, name: nil, key: "n:" + key, mention), .description)
        }
        if role.kind == .paper { return (entry(.document, name: nil, key: "d:" + key, mention), .description) }
        if role.isPlural { return resolvePlural(head, mention) }
        if role.kind == .body { return body(head, mention) }
        let person = antecedents.holder(of: mention.tokens, head: head, gender: gender)
        if let name = bodyInTrade(word, mention) {
            // Where a person is called so too, neither is meant.
            guard person == nil else { return (somebody(word, mention), .description) }
            return (entry(.organization, name: name, key: "o:" + name.lowercased(), mention), .role)
        }
        if let person {
            let speaker = speaker(ofPerson: person, mention.tokens)
            tellRole(mention.tokens.lowerBound..<head + 1, of: speaker)
            return (speaker, .role)
        }
        return (somebody(word, mention), .description)
    }

    /// The only body that was said to be in a trade, for "the operator" and "the operator of the ferry".
    private func bodyInTrade(_ noun: String, _ mention: Mention) -> String? {
        guard analysis.is(mention.tokens.lowerBound, .definiteArticle) else { return nil }
        let names = bodies.names(inTrade: noun, before: mention.tokens.lowerBound)
        return names.count == 1 ? names.first : nil
    }

    /// What the noun is known as, with the words before it where a list has them: "court papers", "coast guard".
    private func role(endingAt head: Int, from first: Int) -> Role? {
        for start in max(first, head - 2)..<max(first, head) {
            if let role = analysis.entry(of: start..<head + 1)?.role { return role }
        }
        return analysis.entry(head)?.role
    }

    /// One who stays unnamed: the one before of that noun behind "the", else another.
    private mutating func somebody(_ noun: String, _ mention: Mention) -> Int {
        if analysis.is(mention.tokens.lowerBound, .definiteArticle), let known = unnamed[noun] {
            note(analysis.document.span(ofTokens: mention.tokens), of: known)
            return known
        }
        let speaker = entry(.unnamed, name: nil, key: "u:\(mention.tokens.lowerBound)", mention)
        unnamed[noun] = speaker
        return speaker
    }

    /// "officials" want not to be named, "Armenian officials" speak for theirs, and "voters" are just many.
    private mutating func resolvePlural(_ head: Int, _ mention: Mention) -> (Int, Resolution) {
        let noun = singular(analysis.lower(head))
        let before = mention.tokens.lowerBound..<max(head, mention.tokens.lowerBound)
        let hasHome = before.contains { i in
            analysis.entry(i)?.nationality != nil || analysis.is(i, .definiteArticle)
                || analysis.lexicon.countries.contains(analysis.lower(i))
                || antecedents.hints.names[i]?.kind == .place
        }
        let isCounted = before.contains { analysis.tags[$0] == .number || analysis.is($0, .smallNumber) }
        let isAnonymous = analysis.lexicon.relations.anonymous.contains(noun) && (!hasHome || isCounted)
        guard isAnonymous || asksNotToBeNamed(mention.tokens) else {
            return (group(mention), .description)
        }
        let speaker = entry(.unnamed, name: nil, key: "u:" + text(mention.tokens).lowercased(), mention)
        lastGroup = (speaker, mention.tokens.lowerBound)
        return (speaker, .description)
    }

    /// "two strategists who requested anonymity"
    private func asksNotToBeNamed(_ tokens: Range<Int>) -> Bool {
        (head(of: tokens)..<tokens.upperBound).contains { analysis.is($0, .anonymity) }
    }

    private func head(of tokens: Range<Int>) -> Int { min(reader.head(tokens).upperBound, tokens.upperBound) }

    private func singular(_ plural: String) -> String { analysis.lexicon.morphology.singular(of: plural) }

    /// "the court", "the Trump campaign": a body by what it is. A common noun is the name of none: it is the body named
    /// last that has it in its name, or one without a name.
    private mutating func body(_ head: Int, _ mention: Mention) -> (Int, Resolution) {
        var name = mention.tokens.lowerBound..<head + 1
        while name.count > 1, analysis.tags[name.lowerBound] == .determiner { name.removeFirst() }
        guard name.allSatisfy({ !analysis.document.tokens[$0].shape.contains(.capitalized) }) else {
            let (speaker, how) = organization(name, mention)
            return (speaker, how == .name ? .description : how)
        }
        let isDefinite = analysis.is(mention.tokens.lowerBound, .definiteArticle)
        if isDefinite, let full = bodies.name(with: analysis.lower(head), before: mention.tokens.lowerBound) {
            return (entry(.organization, name: full, key: "o:" + full.lowercased(), mention), .alias)
        }
        if isDefinite, name.count == 1, let known = bodyInView(head) {
            note(analysis.document.span(ofTokens: mention.tokens), of: known)
            return (known, .role)
        }
        return (entry(.organization, name: nil, key: "o:" + text(name).lowercased(), mention), .description)
    }

    /// The body with a name that "the carmaker" means: the one that a model takes it for; else the one that spoke just
    /// before, unless its name says that it is something else.
    private mutating func bodyInView(_ head: Int) -> Int? {
        if let token = antecedents.nameMeant(by: head, kind: .organization), let run = reader.run(with: token),
            mayBe(text(run.tokens), head)
        {
            return organization(run.tokens, Mention(tokens: run.tokens, shape: .organization(run.tokens))).0
        }
        guard let last = lastHeard(before: head, among: 8, { $0.kind == .organization && $0.name != nil }),
            analysis.paragraph(of: head) - analysis.paragraph(of: last.token) <= 2,
            let name = speakers[last.speaker].name, mayBe(name, head)
        else { return nil }
        let noun = analysis.lower(head)
        guard name.lowercased().hasSuffix(noun) || !isSaid(noun, between: last.token, and: head) else { return nil }
        return last.speaker
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
        guard !analysis.lexicon.metonyms.contains(name.lowercased()),
            !analysis.lexicon.countries.contains(name.lowercased())
        else { return false }
        return !words.contains { analysis.lexicon.entry(of: $0)?.role?.kind == .body }
    }
}
