import LanguageKit
import Rulebook
import Text

/// Parts an attribution from a quotation that stands behind it on its own: in “She said it was possible.” and a new paragraph
/// “That is one reason why”, the second is told in other words.
struct ContentSplitter {
    let analysis: AnalyzedDocument

    func parts(of candidate: Candidate) -> [Candidate] {
        guard candidate.content.count > 1, !candidate.cue.isEmpty else { return [candidate] }
        let content = candidate.content.sorted { $0.lowerBound < $1.lowerBound }
        guard
            let first = content.indices.dropFirst().first(where: {
                standsAlone(content[$0], behind: content[$0 - 1], candidate)
            })
        else { return [candidate] }
        var before = candidate
        before.content = Array(content[..<first])
        var alone = Candidate(
            cue: [], content: Array(content[first...]), verbClass: .say, stance: .neutral,
            paragraph: analysis.paragraph(of: content[first].lowerBound), probability: candidate.confidence)
        alone.source = isOfAnother(from: content[first - 1], to: content[first], candidate) ? nil : candidate.source
        return [before, alone]
    }

    private func standsAlone(_ part: Range<Int>, behind last: Range<Int>, _ candidate: Candidate) -> Bool {
        guard analysis.tags[part.lowerBound] == .quoteMark,
            analysis.sentence(of: last.upperBound - 1) != analysis.sentence(of: part.upperBound - 1)
        else { return false }
        if isOfAnother(from: last, to: part, candidate) { return true }
        guard !last.contains(where: { analysis.tags[$0] == .quoteMark }) else { return false }
        let isNextParagraph = analysis.paragraph(of: last.lowerBound) != analysis.paragraph(of: part.lowerBound)
        return isNextParagraph || isThought(candidate)
    }

    /// Whether a paragraph of the reporter's own words stands between that names somebody else.
    private func isOfAnother(from last: Range<Int>, to part: Range<Int>, _ candidate: Candidate) -> Bool {
        let first = analysis.paragraph(of: last.upperBound - 1) + 1, end = analysis.paragraph(of: part.lowerBound)
        guard first < end, let source = candidate.source, source.contains(where: { analysis.tags[$0] == .name }) else {
            return false
        }
        let own = Set(source.map(analysis.lower))
        return (last.upperBound..<part.lowerBound).contains { i in
            analysis.tags[i] == .name && !analysis.isQuoted(i) && !own.contains(analysis.lower(i))
                && (first..<end).contains(analysis.paragraph(of: i))
        }
    }

    /// "He does not plan to go back." Nobody said that.
    private func isThought(_ candidate: Candidate) -> Bool {
        [.want, .predict, .believe, .feel, .learn, .agree, .disagree].contains(candidate.verbClass)
    }
}
