package import Rulebook

extension FoldedSentence {
    /// What a construction found, by places among the items.
    ///
    /// - Parameters:
    ///   - verbClass: The verb's where none is given, and "say" where there is no verb; so it is with the stance.
    ///   - head: The item of the cue's verb or noun.
    package func candidate(
        _ construction: Construction, source: Range<Int>?, cue: [Range<Int>], content: [Range<Int>],
        match: VerbLexicon.Match? = nil, verbClass: VerbClass? = nil, stance: Stance? = nil, head: Int? = nil
    ) -> Candidate {
        Candidate(
            construction: construction, source: source.map(tokens), cue: cue.map(tokens), content: content.map(tokens),
            match: match, verbClass: verbClass ?? match?.verb.verbClass ?? .say,
            stance: stance ?? match?.verb.stance ?? .neutral, head: head.map { items[$0].first }, paragraph: paragraph,
            within: within)
    }
}
