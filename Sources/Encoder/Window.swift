import Foundation

/// What the model reads at once: word pieces with [CLS] in front and [SEP] behind.
package struct Window: Sendable, Hashable {
    /// [T] ids of the vocabulary; the first is [CLS]. At most the configuration's `window`.
    package var pieces: [Int32]
    /// [features][T]: the index of each piece's value, for each of the configuration's features, in their order.
    package var features: [[UInt8]]
    /// [W] ascending indexes of the pieces that begin a word; [CLS] and [SEP] do not.
    package var words: [Int32]

    package init(pieces: [Int32] = [], features: [[UInt8]] = [], words: [Int32] = []) {
        self.pieces = pieces
        self.features = features
        self.words = words
    }
}

/// What the model makes of a window with W words.
///
/// A plain value. Drop it before the workspace scores the next window, and its memory is used again.
package struct WindowScores: Sendable, Hashable {
    /// W.
    package internal(set) var words = 0
    /// [W, cue labels], row-major: logarithms of probabilities. Each row's sum up to 1.
    package internal(set) var cues: [Float] = []
    /// For each of the configuration's classifiers, in their order, [W, its labels], row-major: logits.
    package internal(set) var classes: [[Float]] = []
    /// For each of the configuration's pointers, in their order, [W, 1 + W], row-major: the logarithm of the
    /// probability that a word points to none (column 0), or to word j (column 1 + j). Rows sum up to 1.
    package internal(set) var pointers: [[Float]] = []

    init() {}

    /// Scores from elsewhere, such as of a test.
    package init(words: Int, cues: [Float]) {
        precondition(words > 0 ? cues.count.isMultiple(of: words) : cues.isEmpty, "cues are [words, labels]")
        self.words = words
        self.cues = cues
    }

    /// The likeliest label of a word, and its probability among that classifier's.
    package func best(classifier: Int, word: Int) -> (label: Int, probability: Float) {
        let count = classes[classifier].count / words
        let row = classes[classifier][word * count..<(word + 1) * count]
        guard let top = row.indices.max(by: { row[$0] < row[$1] }) else { return (0, 1) }
        return (top - row.startIndex, 1 / row.reduce(Float(0)) { $0 + exp($1 - row[top]) })
    }

    package func cue(word: Int, label: Int) -> Float { cues[word * (cues.count / words) + label] }

    /// - Parameter to: a word of the window; nil for none.
    package func link(pointer: Int, from: Int, to: Int?) -> Float {
        pointers[pointer][from * (1 + words) + (to.map { $0 + 1 } ?? 0)]
    }
}
