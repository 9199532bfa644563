import Encoder
import Foundation
import LanguageKit
import Newswire
import Text

/// Reads off a window's scores what the model says of names, and of whom words mean. A model without these heads says
/// nothing.
struct HintReader {
    /// The places of the two heads among the model's.
    struct Heads {
        var entities: Int
        var antecedent: Int
        /// Of each of the classifier's labels; nil for no name.
        var kinds: [(kind: MentionHints.NameKind, begins: Bool)?]

        init?(_ configuration: ModelConfiguration) {
            guard let entities = configuration.classifiers.firstIndex(where: { $0.name == "entities" }),
                let antecedent = configuration.pointers.firstIndex(of: "antecedent")
            else { return nil }
            self.entities = entities
            self.antecedent = antecedent
            kinds = configuration.classifiers[entities].labels.map { label in
                let parts = label.split(separator: "-")
                guard parts.count == 2, let kind = MentionHints.NameKind(rawValue: String(parts[1])) else { return nil }
                return (kind, parts[0] == "B")
            }
        }
    }

    let heads: Heads
    let analysis: AnalyzedDocument

    /// Links that are less likely are left out.
    private static let leastLogarithm = log(Float(0.05))
    private static let most = 4

    func read(_ scores: WindowScores, of window: PackedWindow, into hints: inout MentionHints) {
        let tokens = analysis.document.tokens
        // In the order of the text, so that the search for each goes on from the last.
        var token = window.spans.first.map { span in tokens.partitioningIndex { $0.span.end > span.lowerBound } } ?? 0
        let places = window.spans.map { span in
            while token < tokens.count, tokens[token].span.end <= span.lowerBound { token += 1 }
            return token
        }
        hints.areGiven = true
        for word in window.context..<window.words.count where word == 0 || places[word] != places[word - 1] {
            name(word, places, scores, &hints)
            links(word, places, scores, &hints)
        }
    }

    private func name(_ word: Int, _ places: [Int], _ scores: WindowScores, _ hints: inout MentionHints) {
        let best = scores.best(classifier: heads.entities, word: word)
        guard let name = heads.kinds[best.label] else { return }
        hints.note(
            MentionHints.NameWord(kind: name.kind, begins: name.begins, probability: best.probability), at: places[word]
        )
    }

    /// Only pronouns and nouns mean somebody who was named before.
    private func links(_ word: Int, _ places: [Int], _ scores: WindowScores, _ hints: inout MentionHints) {
        switch analysis.tags[places[word]] {
        case .pronoun, .possessive, .noun, .name: break
        default: return
        }
        var found: [MentionHints.Link] = []
        for target in 0..<word {
            let link = scores.link(pointer: heads.antecedent, from: word, to: target)
            guard link > Self.leastLogarithm else { continue }
            found.append(MentionHints.Link(token: places[target], probability: exp(link)))
        }
        guard !found.isEmpty else { return }
        found.sort { ($0.probability, $1.token) > ($1.probability, $0.token) }
        hints.note(Array(found.prefix(Self.most)), from: places[word])
    }

}
