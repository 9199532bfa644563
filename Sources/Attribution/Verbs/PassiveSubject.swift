import Language

/// The subject of a passive, who is told or accused: "**jurors** were told", "**the mayor** has been accused of".
struct PassiveSubject {
    let analysis: Analysis

    /// Needs the sentence as the rules see it, which is made again: passives are few.
    func tokens(of chain: VerbChain) -> Range<Int>? {
        let paragraph = analysis.paragraph(of: chain.head)
        guard analysis.document.paragraphs.indices.contains(paragraph) else { return nil }
        let views = SentenceViews(analysis: analysis)
        let stretch = analysis.stretches.lastIndex { $0.inner.contains(chain.head) }
        let candidates =
            stretch.map { views.views(ofStretch: $0, paragraph: paragraph) } ?? views.views(ofParagraph: paragraph)
        let start = chain.tokens.lowerBound
        for view in candidates {
            guard let item = view.items.firstIndex(where: { $0.tokens.contains(start) }) else { continue }
            return SubjectFinder(analysis: analysis, view: view).subject(endingAt: item).map(view.tokens)
                .flatMap(trimmed)
        }
        return nil
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var range = range
        while let last = range.last, analysis.document.tokens[last].kind == .comma { range.removeLast() }
        return range.isEmpty || analysis.tags[range.lowerBound] == .relative ? nil : range
    }
}
