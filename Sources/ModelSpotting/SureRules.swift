import LanguageKit
import Rulebook
import Text

/// Rules that know better than the model: a name behind a dash or before a printed conversation's turn says who spoke,
/// which the annotated articles hardly have.
///
/// Of the project's own articles, F1 is 87.3 with them and 86.9 without; on those that choices are made on, of which none is a
/// printed conversation, they change nothing.
enum SureRules {
    static let rules: Set<Construction> = [.colonList, .fromLine, .quoteNoun, .speakerDash, .turn]
    /// Those that are believed where the model finds nothing.
    static let lone: Set<Construction> = [.quoteAlone, .appositive]

    /// The model's candidates with those of the sure rules in their place.
    static func applied(_ ruleCandidates: [Candidate], to candidates: [Candidate]) -> [Candidate] {
        let sure = ruleCandidates.filter { candidate in
            candidate.within == nil && candidate.construction.map(rules.contains) ?? false
        }
        guard !sure.isEmpty else { return candidates }
        let taken = TakenTokens(sure.flatMap { $0.content + $0.cue })
        let contents = sure.flatMap(\.content)
        let holders = IntervalIndex.of(candidates.map { $0.cue.first?.lowerBound }, among: contents)
        let others = zip(candidates, holders).compactMap { candidate, holders -> Candidate? in
            // Within what somebody says, others are quoted.
            if holders.contains(where: { contents[$0].surrounds(candidate) }) { return candidate }
            var rest = candidate
            rest.content.removeAll(where: taken.overlap)
            return rest.content.isEmpty ? nil : rest
        }
        return others + sure
    }

    /// Quoted sentences of which the model knows nothing: “I was living in a flat.” behind a sentence about somebody, and a
    /// quotation in a paragraph of its own that goes on with what the rules' speaker said; and within what others say, "claims that
    /// both deny".
    static func lone(_ ruleCandidates: [Candidate], beside known: [Candidate], in analysis: AnalyzedDocument)
        -> [Candidate]
    {
        let taken = TakenTokens(known.flatMap { $0.content + $0.cue })
        let cues = TakenTokens(known.flatMap(\.cue))
        return ruleCandidates.compactMap { candidate in
            guard candidate.within == nil, candidate.source != nil else { return nil }
            if candidate.construction == .appositive {
                return candidate.cue.contains(where: cues.overlap) ? nil : candidate
            }
            let isLone = candidate.construction == .quoteAlone
            let content = candidate.content.filter {
                (isLone || isQuotedParagraph($0, analysis)) && !taken.overlap($0)
            }
            guard !content.isEmpty else { return nil }
            return Candidate(
                construction: .quoteAlone, source: candidate.source, cue: [], content: content,
                verbClass: .say, stance: .neutral, paragraph: analysis.paragraph(of: content[0].lowerBound))
        }
    }

    private static func isQuotedParagraph(_ content: Range<Int>, _ analysis: AnalyzedDocument) -> Bool {
        let first = content.lowerBound
        guard analysis.document.tokens[first].kind == .quoteMark else { return false }
        return first == 0 || analysis.paragraph(of: first - 1) < analysis.paragraph(of: first)
    }
}

extension Range<Int> {
    /// Whether a candidate stands in this content, and is less than it.
    fileprivate func surrounds(_ candidate: Candidate) -> Bool {
        !candidate.cue.isEmpty && !candidate.content.contains(self)
            && (candidate.cue + candidate.content).allSatisfy {
                lowerBound <= $0.lowerBound && $0.upperBound <= upperBound
            }
    }
}

/// Ranges of tokens, any two of which may overlap. Asking whether another overlaps one of them takes a binary search.
private struct TakenTokens {
    /// By their beginnings.
    private let ranges: [Range<Int>]
    /// By range, how far it and those before it reach.
    private let reach: [Int]

    init(_ ranges: [Range<Int>]) {
        self.ranges = ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        var furthest = 0
        reach = self.ranges.map { range in
            furthest = max(furthest, range.upperBound)
            return furthest
        }
    }

    func overlap(_ range: Range<Int>) -> Bool {
        let end = ranges.partitioningIndex(where: { $0.lowerBound >= range.upperBound })
        return end > 0 && !range.isEmpty && reach[end - 1] > range.lowerBound
    }
}
