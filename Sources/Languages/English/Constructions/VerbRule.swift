import LanguageKit

/// Finds the attribution of one verb, where the sentence is built as the rule says.
protocol VerbRule {
    var reading: SentenceReading { get }

    func finding(_ group: VerbGroup, _ subject: VerbSubject?) -> VerbFinding?
}

extension VerbRule {
    var analysis: AnalyzedDocument { reading.analysis }
    var sentence: FoldedSentence { reading.sentence }
    var groups: [VerbGroup] { reading.groups }
}

/// What a rule found for a verb. Places are items of the sentence.
struct VerbFinding {
    var candidate: Candidate
    /// The first item behind what is used up by it.
    var end: Int
    var source: Range<Int>?
}
