internal import Text

/// Finds the quotations of a document by its language's grammar, sentence by sentence: its story first, then what stands
/// within its quotation marks.
struct StoryReader {
    private let analysis: AnalyzedDocument
    private let language: any LanguagePack
    private(set) var candidates: [Candidate] = []
    private var turns: TurnRule
    private var continuation: Continuation

    init(_ analysis: AnalyzedDocument, _ language: any LanguagePack) {
        (self.analysis, self.language) = (analysis, language)
        turns = TurnRule(analysis: analysis)
        continuation = Continuation(analysis: analysis)
    }

    /// - Parameter checkpoint: Called at every paragraph, sentence and stretch; what it throws ends the work.
    mutating func readAll<Interruption: Error>(
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

    /// What is said in a paragraph that is one's turn in a conversation; nil for others.
    private mutating func takeTurn(_ paragraph: Int) -> Range<Int>? {
        let said = turns.take(paragraph, into: &candidates)
        if said != nil { continuation = Continuation(analysis: analysis) }
        return said
    }

    /// What a sentence of something said attributes: “He told us that he would come,” she said.
    private func nested(in sentence: FoldedSentence) -> [Candidate] {
        language.sentence(sentence, in: analysis).candidates()
    }

    private mutating func read(_ folded: FoldedSentence) {
        guard !continuation.take(folded, into: &candidates) else { return }
        let sentence = language.sentence(folded, in: analysis), found = sentence.candidates()
        let isContinued = sentence.reportedSpeech(beside: found).map {
            continuation.take(reported: $0, of: folded, into: &candidates)
        }
        if isContinued != true {
            continuation.note(
                folded, found, after: candidates.count, subject: found.last?.source ?? sentence.mainSubject())
        }
        candidates += found
    }
}
