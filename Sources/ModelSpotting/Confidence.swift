import Encoder
import Foundation

/// How sure the model is of the parts of an attribution: logarithms of odds, from -5 to 6.
struct Evidence: Equatable {
    /// That the cue's words are a cue's, on average.
    var cue: Float
    /// That the contents' words are labelled rightly, on average.
    var content: Float
    /// The same of the first or last word of a content, whichever is the least sure.
    var edges: Float
    /// The same of the source's words, on average; or that there is no source.
    var source: Float

    private static let least: Float = -5
    private static let most: Float = 6

    /// - Parameters:
    ///   - labels: Of each word, among those of the chain.
    ///   - parts: Words × labels.
    init(_ found: WordAttribution, labels: [Int], parts: [Float], chain: TagChain, cues: WindowScores) {
        func sure(_ word: Int) -> Float { max(parts[word * chain.count + labels[word]], Self.least) }
        func mean(_ words: some Sequence<Int>, _ value: (Int) -> Float) -> Float {
            let values = words.map(value)
            return values.reduce(0, +) / Float(max(1, values.count))
        }
        cue = Self.odds(
            found.cue.map { mean($0) { Self.opposite(of: exp(cues.cue(word: $0, label: 0))) } } ?? Self.least)
        content = Self.odds(mean(found.contents.joined(), sure))
        edges = Self.odds(
            found.contents.flatMap { [$0.lowerBound, $0.upperBound - 1] }.map(sure).min() ?? Self.least)
        if let source = found.source {
            self.source = Self.odds(mean(source, sure))
        } else {
            let columns = chain.labels(of: .source)
            let taken = labels.indices.map { word in
                columns.reduce(Float(0)) { $0 + exp(parts[word * chain.count + $1]) }
            }
            source = Self.odds(Self.opposite(of: taken.max() ?? 0))
        }
    }

    /// The logarithm of the probability that something is not so.
    private static func opposite(of probability: Float) -> Float { log(max(1 - probability, exp(least))) }

    /// The logarithm of p : (1 - p), of that of p: among those nearly certain it tells 0.99 from 0.999, as the logarithm of p
    /// does not.
    private static func odds(_ logarithm: Float) -> Float {
        min(max(logarithm - log(max(-expm1(logarithm), 1e-4)), least), most)
    }
}

/// How likely something is right, by the evidence: a logistic function with weights that were fitted on annotated articles.
struct ConfidenceWeights: Sendable, Equatable {
    private var base, cue, content, edges, source: Float

    /// - Parameters:
    ///   - name: What the names of its options begin with.
    ///   - value: The option of a name in the model's configuration.
    init(_ name: String, _ value: (String) throws -> Float) rethrows {
        base = try value("\(name)_base")
        cue = try value("\(name)_cue")
        content = try value("\(name)_content")
        edges = try value("\(name)_edges")
        source = try value("\(name)_source")
    }

    func confidence(of evidence: Evidence) -> Double {
        var x = base + cue * evidence.cue + content * evidence.content
        x += edges * evidence.edges + source * evidence.source
        return 1 / (1 + exp(-Double(x)))
    }
}
