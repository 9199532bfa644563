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
        turns = TurnRule(analysis: analysis, label: language.turnLabel)
        continuation = Continuation(analysis: analysis)
    }

    /// - Parameter checkpoint: Called at every paragraph, sentence and stretch; what it throws ends the work.
    mutating func readAll<Interruption: Error>(
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        let folder = SentenceFolder(analysis: analysis)
        for (p, paragraph) in analysis.document.paragraphs.enumerated() where paragraph.setAside == nil {
            try checkpoint()
            guard !takesTurn(p) else { continue }
            for sentence in folder.sentences(ofParagraph: p) {
                try checkpoint()
                read(sentence)
            }
        }
        for (s, stretch) in analysis.stretches.enumerated() {
            try checkpoint()
            let paragraph = analysis.paragraph(of: stretch.tokens.lowerBound)
            for sentence in folder.sentences(ofStretch: s, paragraph: paragraph) {
                try checkpoint()
                // “He told us that he would come,” she said.
                candidates += language.sentence(sentence, in: analysis).candidates()
            }
        }
    }

    /// Whether a paragraph is one's turn in a conversation, and is read no further.
    private mutating func takesTurn(_ paragraph: Int) -> Bool {
        guard turns.take(paragraph, into: &candidates) else { return false }
        continuation = Continuation(analysis: analysis)
        return turns.label == .capitals
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
