package import Rulebook

/// A quotation as a construction or the model found it, in tokens.
package struct Candidate {
    /// Nil where the model found it.
    package var construction: Construction?
    package var source: Range<Int>?
    package var cue: [Range<Int>]
    package var content: [Range<Int>]
    package var match: VerbLexicon.Match?
    /// Nil where the cue is in no rule, as its stance is then.
    package var verbClass: VerbClass?
    package var stance: Stance?
    /// Token of the cue's verb or noun.
    package var head: Int?
    package var paragraph: Int
    /// The quoted stretch that it was found in.
    package var within: Int?
    /// Of a candidate of the model; nil for those of rules.
    package var probability: PartConfidence?

    package init(
        construction: Construction? = nil, source: Range<Int>? = nil, cue: [Range<Int>], content: [Range<Int>],
        match: VerbLexicon.Match? = nil, verbClass: VerbClass? = nil, stance: Stance? = nil, head: Int? = nil,
        paragraph: Int, within: Int? = nil, probability: PartConfidence? = nil
    ) {
        self.construction = construction
        self.source = source
        self.cue = cue
        self.content = content
        self.match = match
        self.verbClass = verbClass
        self.stance = stance
        self.head = head
        self.paragraph = paragraph
        self.within = within
        self.probability = probability
    }
}

extension Candidate {
    /// How likely it is right. Of the rules' candidates, the share of their construction's that were right; where a rule file gives the
    /// verb a certainty, the mean of both.
    package var confidence: PartConfidence {
        guard var confidence = construction?.confidence else { return probability ?? .none }
        if let certainty = match?.verb.certainty {
            confidence.whole = (confidence.whole + certainty) / 2
            confidence.content = (confidence.content + certainty) / 2
        }
        return confidence
    }

    /// The token behind the words of a verb whose first is at `head`, and behind what stands between them.
    package func end(of verb: ReportingVerb, at head: Int) -> Int {
        let end = head + 1 + verb.rest.words.count
        return verb.rest.after == nil ? end : max(end, cue.last?.upperBound ?? end)
    }

    /// Whether all of its parts stand in a range.
    func stands(in range: Range<Int>) -> Bool {
        (cue + content + (source.map { [$0] } ?? [])).allSatisfy {
            range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
        }
    }

    package var closesSentence: Bool { construction?.closesSentence ?? false }

    /// Cuts contents off before a token; a comma before it is left out too.
    package mutating func end(before token: Int) {
        content = content.compactMap { range in
            guard range.upperBound > token else { return range }
            let end = token - 1
            return range.lowerBound < end ? range.lowerBound..<end : nil
        }
    }
}
