import Encoder
import Foundation
import LanguageKit

/// How likely an attribution is right: a logistic function of how sure the model is of its parts, with weights that were
/// fitted on annotated articles.
struct Confidence {
    struct Weights: Sendable, Equatable {
        var base, content, edges, cue, link, source: Float

        /// - Parameter value: The option of a name in the model's configuration.
        init(_ value: (String) throws -> Float) rethrows {
            base = try value("confidence_base")
            content = try value("confidence_content")
            edges = try value("confidence_edges")
            cue = try value("confidence_cue")
            link = try value("confidence_link")
            source = try value("confidence_source")
        }
    }

    /// Logarithms of probabilities.
    struct Links {
        var contentToCue: Float
        var cueToSource: Float
    }

    /// Lower logarithms of probabilities count as this.
    private static let least: Float = -5

    private let weights: Weights
    /// By word: the logarithm of the probability of the label that it got.
    private let certainty: [Float]

    init(weights: Weights, chain: TagChain, runs: [WordRun], scores: WindowScores) {
        self.weights = weights
        let labels = chain.labels(of: runs, words: scores.words)
        certainty = labels.enumerated().map { word, label in
            let row = scores.tags[word * scores.labels..<(word + 1) * scores.labels]
            let top = row.max() ?? 0
            let all = top + log(row.reduce(Float(0)) { $0 + exp($1 - top) })
            return max(scores.tag(word: word, label: label) - all, Self.least)
        }
    }

    /// - Parameter links: Nil where there is no cue.
    func of(_ found: WordAttribution, links: Links?) -> Double {
        guard let content = found.contents.first else { return 0 }
        var x = weights.base + weights.content * mean(content)
        x += weights.edges * min(certainty[content.lowerBound], certainty[content.upperBound - 1])
        x += weights.cue * (found.cue.map(mean) ?? Self.least)
        x += weights.link * max(links?.contentToCue ?? Self.least, Self.least)
        x += weights.source * max(links?.cueToSource ?? Self.least, Self.least)
        return 1 / (1 + exp(-Double(x)))
    }

    private func mean(_ words: Range<Int>) -> Float {
        certainty[words].reduce(0, +) / Float(words.count)
    }
}
