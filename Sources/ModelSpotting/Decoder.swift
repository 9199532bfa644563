import Encoder
import Foundation
import LanguageKit

/// From the encoder's scores to attributions; the training's `decoder.py` does the same.
struct Decoder: Sendable {
    /// What was chosen on annotated articles; part of the model's configuration.
    struct Options: Sendable, Equatable {
        /// Word pieces that a window may repeat of the one before.
        var context: Int
        /// Added to the scores of the tags that begin a role.
        var bias: [WordRole: Float]
        /// A content joins a cue that its words point to with at least this probability.
        var join: Float
        /// A word becomes the cue of a content whose words point to it with at least this probability.
        var promote: Float
        /// The same as `join` for a cue and its source.
        var sourceJoin: Float
        /// The weights of the confidence.
        var confidence: Confidence.Weights
        /// What has a cue and is less likely right is not told.
        var keep: Double

        /// - Parameter value: The option of a name in the model's configuration.
        init(_ value: (String) throws -> Float) rethrows {
            bias = [
                .source: try value("source_bias"), .cue: try value("cue_bias"), .content: try value("content_bias"),
            ]
            context = Int(try value("context"))
            join = try value("join")
            promote = try value("promote")
            sourceJoin = try value("source_join")
            confidence = try Confidence.Weights(value)
            keep = try Double(value("keep"))
        }
    }

    let chain: TagChain
    let options: Options

    /// The places of the pointers among the model's.
    static let pointers = ["content-cue", "cue-source"]
    private let contentToCue = 0, cueToSource = 1

    /// - Parameter scores: Of the window's words.
    func attributions(_ window: PackedWindow, _ scores: WindowScores) -> [WordAttribution] {
        let runs = runs(window, scores)
        let confidence = Confidence(weights: options.confidence, chain: chain, runs: runs, scores: scores)
        var found = grouped(runs, window, scores)
        for i in found.indices { found[i].confidence = confidence.of(found[i], links: links(of: found[i], scores)) }
        return found.filter { $0.cue == nil || $0.confidence >= options.keep }
    }

    /// Contents with the cues that they point to, and the sources of these.
    private func grouped(_ runs: [WordRun], _ window: PackedWindow, _ scores: WindowScores) -> [WordAttribution] {
        var result: [WordAttribution] = []
        var placeOfCue: [Range<Int>: Int] = [:]
        for content in runs where content.role == .content && content.words.lowerBound >= window.context {
            guard let cue = cue(of: content.words, runs, scores) else {
                // Words in quotation marks are somebody's; of the others hardly any are.
                if isQuoted(content.words, window) { result.append(WordAttribution(contents: [content.words])) }
                continue
            }
            if let known = placeOfCue[cue] {
                result[known].contents.append(content.words)
            } else {
                placeOfCue[cue] = result.count
                result.append(
                    WordAttribution(source: source(of: cue, runs, scores), cue: cue, contents: [content.words]))
            }
        }
        return result
    }

    /// The logarithms of the probabilities of the links from content to cue and from cue to source, or to none.
    private func links(of found: WordAttribution, _ scores: WindowScores) -> Confidence.Links? {
        guard let cue = found.cue, let content = found.contents.first else { return nil }
        return Confidence.Links(
            contentToCue: mean(content) { mass($0, cue, contentToCue, scores) },
            cueToSource: mean(cue) { from in
                found.source.map { mass(from, $0, cueToSource, scores) }
                    ?? scores.link(pointer: cueToSource, from: from, to: nil)
            })
    }

    private func runs(_ window: PackedWindow, _ scores: WindowScores) -> [WordRun] {
        let ends = window.breaks.dropFirst() + [window.words.count]
        return zip(window.breaks, ends).flatMap { chain.runs(scores.tags, unit: $0..<$1) }
    }

    /// Whether at least half of the words stand between quotation marks.
    private func isQuoted(_ words: Range<Int>, _ window: PackedWindow) -> Bool {
        let quoted = words.count {
            window.pieces[window.words[$0]]?.features.quote != TokenFeatures.Quote.outside.rawValue
        }
        return 2 * quoted >= words.count
    }

    private func cue(of content: Range<Int>, _ runs: [WordRun], _ scores: WindowScores) -> Range<Int>? {
        if let cue = best(.cue, for: content, runs, contentToCue, least: options.join, scores) { return cue }
        let means = (0..<scores.words).map { word in
            mean(content) { scores.link(pointer: contentToCue, from: $0, to: word) }
        }
        guard let top = means.indices.max(by: { means[$0] < means[$1] }), !content.contains(top),
            means[top] >= log(options.promote)
        else { return nil }
        return top..<top + 1
    }

    private func source(of cue: Range<Int>, _ runs: [WordRun], _ scores: WindowScores) -> Range<Int>? {
        best(.source, for: cue, runs, cueToSource, least: options.sourceJoin, scores)
    }

    /// The run of a role that words point to most, if they do with at least the probability `least`.
    private func best(
        _ role: WordRole, for words: Range<Int>, _ runs: [WordRun], _ pointer: Int, least: Float, _ scores: WindowScores
    ) -> Range<Int>? {
        var best: (score: Float, words: Range<Int>)?
        for run in runs where run.role == role {
            let score = mean(words) { from in mass(from, run.words, pointer, scores) }
            if score > best?.score ?? log(least) { best = (score, run.words) }
        }
        return best?.words
    }

    /// The logarithm of the probability with which a word points to any of a run's.
    private func mass(_ from: Int, _ run: Range<Int>, _ pointer: Int, _ scores: WindowScores) -> Float {
        if run.count == 1 { return scores.link(pointer: pointer, from: from, to: run.lowerBound) }
        return log(run.reduce(Float(0)) { $0 + exp(scores.link(pointer: pointer, from: from, to: $1)) })
    }

    private func mean(_ words: Range<Int>, _ score: (Int) -> Float) -> Float {
        words.reduce(Float(0)) { $0 + score($1) } / Float(words.count)
    }
}

/// An attribution, as words of its window.
struct WordAttribution: Equatable {
    var source: Range<Int>?
    var cue: Range<Int>?
    var contents: [Range<Int>]
    /// How likely it is right.
    var confidence = 0.0
}
