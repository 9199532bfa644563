import Encoder
import LanguageKit

/// Finds quotations by the trained model; those inside of its contents, by the rules.
struct ModelSpotter: Spotter {
    let model: QuotationModel

    func spot<Interruption: Error>(
        _ analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Spotting {
        let ruleCandidates = try analysis.lexicon.language.candidates(in: analysis, checkpoint: checkpoint)
        let window = model.encoder.configuration.window
        let cutter = UnitCutter(
            analysis: analysis, features: TokenFeatures(analysis, candidates: ruleCandidates),
            wordPiece: model.encoder.wordPiece,
            longest: window - 2)
        let builder = CandidateBuilder(analysis: analysis)
        var packing = Packing(size: window, context: model.decoder.options.context)
        var candidates = MergedCandidates()
        var pieces = 0
        var hints = MentionHints.none
        let hintReader = model.hintHeads.map { HintReader(heads: $0, analysis: analysis) }
        try model.withReader { (read) throws(Interruption) in
            func spot(_ window: PackedWindow) throws(Interruption) {
                try checkpoint()
                pieces += window.pieces.count
                let scores = read(window)
                hintReader?.read(scores, of: window, into: &hints)
                for attribution in model.decoder.attributions(window, scores) {
                    if let candidate = builder.candidate(attribution, in: window) { candidates.append(candidate) }
                }
            }
            try cutter.forEachUnit { (unit) throws(Interruption) in
                if let full = packing.append(unit) { try spot(full) }
            }
            if let last = packing.close() { try spot(last) }
        }
        let outer = SureRules.applied(ruleCandidates, to: candidates.all)
        return Spotting(
            candidates: outer + NestedCandidates.of(ruleCandidates, within: outer), pieces: pieces, hints: hints)
    }
}

/// Finds in order; contents of two windows that share a cue are one attribution's.
private struct MergedCandidates {
    private(set) var all: [Candidate] = []
    private var byCue: [Range<Int>: Int] = [:]

    mutating func append(_ candidate: Candidate) {
        guard let cue = candidate.cue.first else { return all.append(candidate) }
        if let known = byCue[cue] {
            all[known].content += candidate.content
        } else {
            byCue[cue] = all.count
            all.append(candidate)
        }
    }
}
