import LanguageKit

/// The reporter's own sentences before a quotation: "The mayor laughed. “Never,” she said." The model at times takes the
/// first sentence for a part of what is said.
struct Narration {
    let analysis: AnalyzedDocument

    /// The contents without whole sentences outside of quotation marks that end before the one which a quotation opens.
    ///
    /// - Parameter cue: Stands behind the quotation; what comes before a cue of its own may be said without marks.
    func removed(from contents: [Range<Int>], cue: Range<Int>?) -> [Range<Int>] {
        guard let cue, let opening = contents.lazy.compactMap(opening).first, opening < cue.lowerBound else {
            return contents
        }
        let sentence = analysis.sentence(of: opening)
        return contents.compactMap { range in
            guard range.lowerBound < opening, analysis.sentence(of: range.lowerBound) < sentence,
                !analysis.isQuoted(range.lowerBound), !isMark(range.lowerBound)
            else { return range }
            return range.upperBound > opening ? opening..<range.upperBound : nil
        }
    }

    /// The mark in a content that opens both a sentence and a quotation.
    private func opening(in content: Range<Int>) -> Int? {
        analysis.outermost(in: content).lazy.map { analysis.stretches[$0].tokens.lowerBound }.first { mark in
            content.contains(mark) && analysis.sentenceTokens(of: mark).lowerBound == mark
        }
    }

    private func isMark(_ token: Int) -> Bool { analysis.tags[token] == .quoteMark }
}
