import Foundation
import LanguageKit

/// How likely a speaker is right, by the evidence: a logistic function with weights that were fitted on marked articles
/// (`Training/quoted_training/speakers.py`), one set for each engine.
struct SpeakerConfidence {
    private let weights: [Double]
    private let base: Double

    static let rules = SpeakerConfidence(SpeakerWeights.rules)
    static let model = SpeakerConfidence(SpeakerWeights.model)

    private init(_ weights: SpeakerWeights) {
        base = weights.base
        self.weights = SpeakerEvidence.Kind.allCases.map { weights.of[$0, default: 0] }
    }

    func confidence(of evidence: SpeakerEvidence) -> Double {
        1 / (1 + exp(-zip(weights, evidence.values).reduce(base) { $0 + $1.0 * $1.1 }))
    }
}
