import Rulebook
import Text

/// Who speaks, as printed conversations set it before each turn: "Q: Why now?", "SMITH: No.", "Holm (Qualcomm): It is hard.",
/// "Terzi — A heater.", "AD She was all in.", or a name on a line of its own.
package struct SpeakerLabels: Sendable {
    package struct Label: Sendable, Equatable {
        /// The words that say who speaks.
        package var speaker: Range<Int>
        /// The colon or dash behind them; the speaker again where there is none.
        package var cue: Range<Int>
        /// What the paragraph has behind its label; empty where the label stands on a line of its own.
        package var content: Range<Int>
    }

    /// By paragraph of the document; empty for an article that is no conversation.
    private let labels: [Int: Label]
    /// Paragraphs without a label that go on with the turn before them.
    private let continuations: Set<Int>

    package init(_ analysis: AnalyzedDocument) {
        let paragraphs = analysis.document.paragraphs.count { $0.setAside == nil }
        let turns = LabelVote(LabelCandidate.all(in: analysis), paragraphs: paragraphs).turns
        labels = Dictionary(turns.map { ($0.paragraph, $0.label) }) { first, _ in first }
        continuations = Self.continuations(of: turns, analysis)
    }

    /// Where each has a label again and again, those without one are of the turn before. Behind the last turn may stand the
    /// author's own words, and between turns too: "Falk gets up and fetches wood."
    private static func continuations(of turns: [LabelCandidate], _ analysis: AnalyzedDocument) -> Set<Int> {
        let counts = Dictionary(turns.map { ($0.name, 1) }, uniquingKeysWith: +)
        guard let first = turns.first?.paragraph, let last = turns.last?.paragraph,
            counts.values.count(where: { $0 > 1 }) > 1
        else { return [] }
        let names = Set(turns.flatMap { $0.label.speaker.map(analysis.lower) })
        let labelled = Set(turns.map(\.paragraph))
        return Set(
            (first...last).filter { p in
                let paragraph = analysis.document.paragraphs[p]
                return !labelled.contains(p) && paragraph.setAside == nil
                    && paragraph.tokens.first.map { !names.contains(analysis.lower($0)) } ?? false
            })
    }

    package var isEmpty: Bool { labels.isEmpty }

    package func label(of paragraph: Int) -> Label? { labels[paragraph] }

    /// Whether a paragraph without a label is of the turn before it.
    package func goesOn(_ paragraph: Int) -> Bool { continuations.contains(paragraph) }
}
