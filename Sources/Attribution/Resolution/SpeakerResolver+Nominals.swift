import Language
import Rulebook

extension SpeakerResolver {
    /// "the prime minister", "officials", "a poll": by what its head noun is.
    mutating func nominal(_ head: Int, _ mention: Mention) -> (Int, Resolution)? {
        let word = analysis.lower(head)
        let key = text(mention.tokens).lowercased()
        if analysis.tags[head] == .number { return (group(mention), .description) }
        guard let role = analysis.entry(head)?.role else {
            if let person = antecedents.compatriot(mention.tokens, head: head) {
                return (speaker(ofPerson: person, mention.tokens), .role)
            }
            if isPlural(word) { return (group(mention), .description) }
            return (entry(.unnamed, name: nil, key: "n:" + key, mention), .description)
        }
        if role.document { return (entry(.document, name: nil, key: "d:" + key, mention), .description) }
        if role.plural { return several(head, mention) }
        if role.organization { return body(head, mention) }
        if let person = antecedents.holder(of: mention.tokens, head: head) {
            return (speaker(ofPerson: person, mention.tokens), .role)
        }
        return (somebody(word, mention), .description)
    }

    /// One who stays unnamed: the one before of that noun behind "the", else another.
    private mutating func somebody(_ noun: String, _ mention: Mention) -> Int {
        if analysis.lower(mention.tokens.lowerBound) == "the", let known = unnamed[noun] {
            note(analysis.document.span(ofTokens: mention.tokens), of: known)
            return known
        }
        let speaker = entry(.unnamed, name: nil, key: "u:\(mention.tokens.lowerBound)", mention)
        unnamed[noun] = speaker
        return speaker
    }

    /// "officials" want not to be named, "Armenian officials" speak for theirs, and "voters" are just many.
    private mutating func several(_ head: Int, _ mention: Mention) -> (Int, Resolution) {
        let noun = singular(analysis.lower(head))
        let before = mention.tokens.lowerBound..<max(head, mention.tokens.lowerBound)
        let hasHome = before.contains { i in
            analysis.entry(i)?.nationality != nil || analysis.lower(i) == "the"
                || analysis.lexicon.countries.contains(analysis.lower(i))
                || antecedents.hints.names[i]?.kind == .place
        }
        guard analysis.lexicon.relations.anonymous.contains(noun), !hasHome else {
            return (group(mention), .description)
        }
        let speaker = entry(.unnamed, name: nil, key: "u:" + text(mention.tokens).lowercased(), mention)
        lastGroup = (speaker, mention.tokens.lowerBound)
        return (speaker, .description)
    }

    private func singular(_ plural: String) -> String {
        plural.hasSuffix("s") ? String(plural.dropLast()) : plural
    }

    /// "the court", "the Trump campaign": a body by what it is. A common noun is the name of none: it is the body named
    /// last that has it in its name, or one without a name.
    private mutating func body(_ head: Int, _ mention: Mention) -> (Int, Resolution) {
        var name = mention.tokens.lowerBound..<head + 1
        while name.count > 1, analysis.tags[name.lowerBound] == .determiner { name.removeFirst() }
        guard name.allSatisfy({ !analysis.document.tokens[$0].shape.contains(.capitalized) }) else {
            let (speaker, how) = organization(name, mention)
            return (speaker, how == .name ? .description : how)
        }
        let isDefinite = analysis.lower(mention.tokens.lowerBound) == "the"
        if isDefinite, let full = bodies.name(with: analysis.lower(head), before: mention.tokens.lowerBound) {
            return (entry(.organization, name: full, key: "o:" + full.lowercased(), mention), .alias)
        }
        return (entry(.organization, name: nil, key: "o:" + text(name).lowercased(), mention), .description)
    }
}
