import Rulebook

/// “…” — Ann Lee: the speaker behind a dash.
package struct DashRule {
    package let sentence: FoldedSentence

    package init(sentence: FoldedSentence) {
        self.sentence = sentence
    }

    /// In items: "Ann Lee, a spokeswoman for the harbour board". Chosen by hand.
    private static let longestSource = 12

    package func candidate() -> Candidate? {
        guard let dash = sentence.items.lastIndex(where: { $0.tag == .dash }), dash > 0,
            dash + 1 < sentence.items.count,
            sentence.items[dash - 1].tag == .quote
        else { return nil }
        var end = sentence.items.count
        while end > dash + 1, sentence.items[end - 1].tag == .stop { end -= 1 }
        let source = dash + 1..<end
        guard !source.isEmpty, source.count <= Self.longestSource, sentence.items[source.lowerBound].tag == .name,
            !source.contains(where: { sentence.items[$0].tag.isFinite || sentence.items[$0].tag == .quote })
        else { return nil }
        return sentence.candidate(.speakerDash, source: source, cue: [dash..<dash + 1], content: [dash - 1..<dash])
    }
}
