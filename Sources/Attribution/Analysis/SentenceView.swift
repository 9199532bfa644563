import Language

/// A token, or a whole quoted stretch seen from outside.
struct Item {
    var tag: Tag
    var tokens: Range<Int>
    /// Index of the stretch, or -1.
    var stretch: Int

    var first: Int { tokens.lowerBound }
}

/// One sentence as it reads with its quotations folded to single items, or one within a quotation.
struct SentenceView {
    var items: [Item]
    var paragraph: Int
    /// The stretch that the sentence stands in, or -1.
    var within: Int
    var startsParagraph: Bool

    func tokens(_ range: Range<Int>) -> Range<Int> {
        items[range.lowerBound].tokens.lowerBound..<items[range.upperBound - 1].tokens.upperBound
    }
}

/// Cuts paragraphs and quoted stretches into sentence views.
struct SentenceViews {
    let analysis: Analysis

    func views(ofParagraph p: Int) -> [SentenceView] {
        let paragraph = analysis.document.paragraphs[p]
        return views(in: paragraph.tokens, paragraph: p, within: -1)
    }

    func views(ofStretch s: Int, paragraph: Int) -> [SentenceView] {
        views(in: analysis.stretches[s].inner, paragraph: paragraph, within: s)
    }

    private func views(in range: Range<Int>, paragraph: Int, within: Int) -> [SentenceView] {
        let children = analysis.stretches.indices.filter {
            (analysis.stretches[$0].parent ?? -1) == within && range.contains(analysis.stretches[$0].tokens.lowerBound)
                && analysis.stretches[$0].tokens.upperBound <= range.upperBound
        }
        var starts = Set(
            analysis.document.sentences[analysis.document.paragraphs[paragraph].sentences].map(\.tokens.lowerBound))
        starts.formIntersection(range)
        var result: [SentenceView] = []
        var items: [Item] = []
        var next = children.startIndex
        var i = range.lowerBound
        func close() {
            guard !items.isEmpty else { return }
            result.append(
                SentenceView(items: items, paragraph: paragraph, within: within, startsParagraph: result.isEmpty))
            items = []
        }
        while i < range.upperBound {
            if starts.contains(i) { close() }
            if next < children.endIndex, analysis.stretches[children[next]].tokens.lowerBound == i {
                let stretch = analysis.stretches[children[next]]
                items.append(Item(tag: .quote, tokens: stretch.tokens, stretch: children[next]))
                i = stretch.tokens.upperBound
                next += 1
            } else {
                items.append(Item(tag: analysis.tags[i], tokens: i..<i + 1, stretch: -1))
                i += 1
            }
        }
        close()
        return result
    }
}
