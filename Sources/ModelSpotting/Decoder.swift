import Encoder
import LanguageKit

/// From the encoder's scores to attributions; the training's `decoder.py` does the same.
///
/// Attributions may stand in each other's contents and share words: the cues are found first, and of each its own source and
/// contents.
struct Decoder: Sendable {
    /// What was chosen on annotated articles; part of the model's configuration.
    struct Options: Sendable, Equatable {
        /// Word pieces that a window may repeat of the one before.
        var context: Int
        /// Added to the scores of the tags that begin a role.
        var bias: [WordRole: Float]
        /// The weights of the confidence that an attribution is right, and that its content or its source alone is.
        var whole, content, source: ConfidenceWeights
        /// What is less likely right is not told.
        var keep: Double

        /// - Parameter value: The option of a name in the model's configuration.
        init(_ value: (String) throws -> Float) rethrows {
            bias = [
                .source: try value("source_bias"), .cue: try value("cue_bias"), .content: try value("content_bias"),
            ]
            context = Int(try value("context"))
            whole = try ConfidenceWeights("confidence", value)
            content = try ConfidenceWeights("content_confidence", value)
            source = try ConfidenceWeights("source_confidence", value)
            keep = try Double(value("keep"))
        }
    }

    let cues: TagChain
    let parts: TagChain
    let options: Options

    /// The words of each cue.
    func cues(in window: PackedWindow, _ scores: WindowScores) -> [Range<Int>] {
        cues.runs(of: cues.sequence(scores.cues, breaks: window.breaks)).map(\.words)
    }

    /// The source and contents of one cue; nil for one without contents behind the words that were read before.
    ///
    /// - Parameters:
    ///   - cue: Nil for that of the attribution that a window before began.
    ///   - scores: Of each of the window's words, the logarithms of the probabilities of its labels; row-major.
    func attribution(
        of cue: Range<Int>?, parts scores: [Float], in window: PackedWindow, _ windowScores: WindowScores
    ) -> WordAttribution? {
        let labels = parts.sequence(scores, breaks: window.breaks)
        let runs = parts.runs(of: labels)
        let contents = runs.filter { $0.role == .content && $0.words.upperBound > window.context }.map(\.words)
        guard !contents.isEmpty else { return nil }
        let sources = runs.filter { $0.role == .source }.map(\.words)
        func sureness(_ words: Range<Int>) -> Float {
            words.reduce(0) { $0 + scores[$1 * parts.count + labels[$1]] } / Float(words.count)
        }
        // An attribution has one; of "the minister told the committee, its chair said", the surest.
        let source = cue == nil ? nil : sources.max { sureness($0) < sureness($1) }
        var found = WordAttribution(source: source, cue: cue, contents: contents)
        let evidence = Evidence(found, labels: labels, parts: scores, chain: parts, cues: windowScores)
        found.confidence = PartConfidence(
            whole: options.whole.confidence(of: evidence), content: options.content.confidence(of: evidence),
            source: options.source.confidence(of: evidence))
        return found
    }
}

/// An attribution, as words of its window.
struct WordAttribution: Equatable {
    var source: Range<Int>?
    /// Nil for contents that go on from a window before.
    var cue: Range<Int>?
    var contents: [Range<Int>]
    var confidence = PartConfidence(whole: 0, content: 0, source: 0)
}
