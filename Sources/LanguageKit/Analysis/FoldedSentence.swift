import Text

/// A token, or a whole quoted stretch seen from outside.
package struct Item {
    package var tag: Tag
    package var tokens: Range<Int>
    /// Index of the stretch; nil for a token.
    package var stretch: Int?

    package init(tag: Tag, tokens: Range<Int>, stretch: Int?) {
        self.tag = tag
        self.tokens = tokens
        self.stretch = stretch
    }

    package var first: Int { tokens.lowerBound }
}

/// One sentence as it reads with its quotations folded to single items, or one within a quotation.
package struct FoldedSentence {
    package var items: [Item]
    /// Its number in the story.
    package var paragraph: Int
    /// The stretch that the sentence stands in; nil outside of quotation marks.
    package var within: Int?
    package var startsParagraph: Bool

    package init(items: [Item], paragraph: Int, within: Int?, startsParagraph: Bool) {
        self.items = items
        self.paragraph = paragraph
        self.within = within
        self.startsParagraph = startsParagraph
    }

    package func tokens(_ range: Range<Int>) -> Range<Int> {
        items[range.lowerBound].tokens.lowerBound..<items[range.upperBound - 1].tokens.upperBound
    }
}

/// Cuts paragraphs and quoted stretches into sentences.
package struct SentenceFolder {
    /// In items. No sentence that somebody wrote for readers is as long; and the rules look at every pair of places in a
    /// sentence, which no daemon lives to see done for a megabyte without a stop.
    package static let longest = 200

    package let analysis: AnalyzedDocument

    package init(analysis: AnalyzedDocument) {
        self.analysis = analysis
    }

    /// - Parameter p: Its place in the document.
    package func sentences(ofParagraph p: Int) -> [FoldedSentence] {
        let story = analysis.story(ofParagraph: p)
        return sentences(
            in: story, Array(analysis.outermost(in: story)), paragraph: analysis.number(ofParagraph: p), within: nil)
    }

    package func sentences(ofStretch s: Int, paragraph: Int) -> [FoldedSentence] {
        let inner = analysis.stretches[s].inner
        let children = analysis.nested[s].filter {
            inner.contains(analysis.stretches[$0].tokens.lowerBound)
                && analysis.stretches[$0].tokens.upperBound <= inner.upperBound
        }
        return sentences(in: inner, children, paragraph: paragraph, within: s)
    }

    private func sentences(in range: Range<Int>, _ children: [Int], paragraph: Int, within: Int?) -> [FoldedSentence] {
        let sentences = analysis.document.sentences
        // The sentence that begins at the present token or is the next to begin.
        var sentence = range.isEmpty ? 0 : analysis.sentence(of: range.lowerBound)
        var result: [FoldedSentence] = []
        var items: [Item] = []
        var next = children.startIndex
        var i = range.lowerBound
        func close() {
            guard !items.isEmpty else { return }
            result.append(
                FoldedSentence(items: items, paragraph: paragraph, within: within, startsParagraph: result.isEmpty))
            items = []
        }
        while i < range.upperBound {
            while sentence < sentences.endIndex, sentences[sentence].tokens.lowerBound < i { sentence += 1 }
            let starts = sentence < sentences.endIndex && sentences[sentence].tokens.lowerBound == i
            if starts || items.count == Self.longest { close() }
            if next < children.endIndex, analysis.stretches[children[next]].tokens.lowerBound == i {
                let stretch = analysis.stretches[children[next]]
                items.append(Item(tag: .quote, tokens: stretch.tokens, stretch: children[next]))
                i = stretch.tokens.upperBound
                next += 1
            } else {
                items.append(Item(tag: analysis.tags[i], tokens: i..<i + 1, stretch: nil))
                i += 1
            }
        }
        close()
        return result
    }
}
