internal import Text

/// Reads a document sentence by sentence: its story first, then what stands within its quotation marks.
package protocol StoryReader {
    var analysis: AnalyzedDocument { get }
    var candidates: [Candidate] { get set }

    mutating func read(_ sentence: FoldedSentence)

    /// What a sentence within quotation marks attributes: “He told us that he would come,” she said.
    func nested(in sentence: FoldedSentence) -> [Candidate]

    /// What is said in a paragraph that is one's turn in a conversation; nil for others.
    mutating func takeTurn(_ paragraph: Int) -> Range<Int>?
}

extension StoryReader {
    /// - Parameter checkpoint: Called at every paragraph, sentence and stretch; what it throws ends the work.
    package mutating func readAll<Interruption: Error>(
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        let folder = SentenceFolder(analysis: analysis)
        for (p, paragraph) in analysis.document.paragraphs.enumerated() where paragraph.setAside == nil {
            try checkpoint()
            let said = takeTurn(p)
            for sentence in folder.sentences(ofParagraph: p) {
                try checkpoint()
                if let said {
                    candidates += nested(in: sentence).filter { $0.stands(in: said) }
                } else {
                    read(sentence)
                }
            }
        }
        for (s, stretch) in analysis.stretches.enumerated() {
            try checkpoint()
            let paragraph = analysis.paragraph(of: stretch.tokens.lowerBound)
            for sentence in folder.sentences(ofStretch: s, paragraph: paragraph) {
                try checkpoint()
                candidates += nested(in: sentence)
            }
        }
    }
}
