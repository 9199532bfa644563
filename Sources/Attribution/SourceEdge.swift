import LanguageKit
import Text

/// Ends a source where what it opened ends: "Dr Sarah Cole (Labour, Northwick East)", "Ridgeback Partners, which owns 5.2%".
struct SourceEdge {
    let analysis: AnalyzedDocument

    /// In tokens: behind a source, where a bracket may close. Chosen by hand.
    private static let reach = 3

    func closed(_ source: Range<Int>) -> Range<Int> {
        let end = source.upperBound
        guard end < analysis.tags.count else { return source }
        if analysis.tags[end - 1] == .number, analysis.lower(end) == "%" { return source.lowerBound..<end + 1 }
        guard isOpen(source),
            let close = (end..<min(end + Self.reach, analysis.tags.count)).first(where: {
                analysis.tags[$0] == .closeBracket
            })
        else { return source }
        return source.lowerBound..<close + 1
    }

    private func isOpen(_ source: Range<Int>) -> Bool {
        let brackets = source.filter { analysis.tags[$0] == .openBracket || analysis.tags[$0] == .closeBracket }
        return brackets.last.map { analysis.tags[$0] == .openBracket } ?? false
    }
}
