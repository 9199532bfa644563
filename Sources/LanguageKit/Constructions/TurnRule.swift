import Rulebook
import Text

/// Printed conversations: "Q: Why now?", "SMITH: No. People can come here." All of a turn's paragraph is its speaker's, and so are
/// the paragraphs that go on without a label, or with a quotation mark.
package struct TurnRule {
    package let analysis: AnalyzedDocument
    private let labels: SpeakerLabels
    private var turn: Turn?

    /// The turn that goes on.
    private struct Turn {
        /// Its place among the candidates; nil until something is said.
        var candidate: Int?
        var label: SpeakerLabels.Label
        /// “SMITH: No.” is one long quotation of the author's.
        var isQuoted: Bool
    }

    package init(analysis: AnalyzedDocument) {
        self.analysis = analysis
        labels = SpeakerLabels(analysis)
    }

    /// Adds the find of a paragraph that is of a conversation, or its content to that of the turn before.
    ///
    /// - Returns: What is said in the paragraph, which is nothing on a label's own line; nil for a paragraph of no turn.
    package mutating func take(_ p: Int, into candidates: inout [Candidate]) -> Range<Int>? {
        let tokens = analysis.document.paragraphs[p].tokens
        if let label = labels.label(of: p) {
            turn = Turn(label: label, isQuoted: isMark(tokens.lowerBound))
            if !label.content.isEmpty { say(label.content, p, into: &candidates) }
            return label.content
        }
        guard turn != nil else { return nil }
        if isStageDirection(tokens) { return tokens.lowerBound..<tokens.lowerBound }
        let content = continuation(p, tokens)
        if let content { say(content, p, into: &candidates) } else { turn = nil }
        return content
    }

    private mutating func say(_ content: Range<Int>, _ p: Int, into candidates: inout [Candidate]) {
        guard let label = turn?.label else { return }
        if let known = turn?.candidate { return candidates[known].content.append(content) }
        turn?.candidate = candidates.count
        candidates.append(
            Candidate(
                construction: .turn, source: label.speaker, cue: [label.cue], content: [content], verbClass: .say,
                stance: .neutral, paragraph: p))
    }

    /// What a paragraph without a label adds to the turn before it; nil where that is over.
    private func continuation(_ p: Int, _ tokens: Range<Int>) -> Range<Int>? {
        guard let turn, let last = tokens.last else { return nil }
        if turn.isQuoted {
            guard tokens.count > 1, isMark(tokens.lowerBound) else { return nil }
            return tokens.lowerBound + 1..<(isMark(last) ? last : tokens.upperBound)
        }
        return turn.candidate == nil || labels.goesOn(p) ? tokens : nil
    }

    /// "(CROSSTALK)" is nobody's.
    private func isStageDirection(_ tokens: Range<Int>) -> Bool {
        guard let last = tokens.last else { return false }
        let first = isMark(tokens.lowerBound) ? tokens.lowerBound + 1 : tokens.lowerBound
        return first < last && analysis.tags[first] == .openBracket
            && (analysis.tags[last] == .closeBracket || isMark(last))
    }

    private func isMark(_ token: Int) -> Bool { analysis.document.tokens[token].kind == .quoteMark }
}
