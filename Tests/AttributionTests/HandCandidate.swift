import Newswire
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// A candidate by the words of its parts, for what is read around a cue whoever found it.
struct HandCandidate {
    let analysis: AnalyzedDocument
    let candidate: Candidate

    /// - Throws: Where the text does not have the words of a part.
    init(_ text: String, source: String?, cue: String, content: String) throws {
        let analysis = Finding.analysis(text)
        func tokens(_ words: String) throws -> Range<Int> {
            let range = try #require(text.firstRange(of: words), "“\(text)” has no “\(words)”")
            let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
            let end = start + words.unicodeScalars.count
            let tokens = analysis.document.tokens
            let first = try #require(tokens.firstIndex { $0.span.end > start })
            return first..<(tokens.firstIndex { $0.span.start >= end } ?? tokens.count)
        }
        let cueTokens = try tokens(cue)
        let reading = CueReader(analysis: analysis).read(cueTokens)
        self.analysis = analysis
        candidate = Candidate(
            construction: nil, source: try source.map(tokens), cue: [cueTokens], content: [try tokens(content)],
            match: reading.match, verbClass: reading.verbClass, stance: reading.stance, head: reading.head,
            paragraph: 0)
    }

    var features: VerbFeatures { VerbFeatures(of: candidate, in: analysis) }

    func cue() throws -> Cue { try #require(features.cue(surroundings: features.surroundings)) }

    func words(_ tokens: Range<Int>?) -> String? {
        tokens.map { analysis.document.text(analysis.document.span(ofTokens: $0)) }
    }

    func words(_ span: Span?) -> String? { span.map(analysis.document.text) }
}
