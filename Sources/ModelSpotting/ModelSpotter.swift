import Encoder
import LanguageKit

/// Finds quotations by the trained model.
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
                let reading = read(window)
                hintReader?.read(reading.scores, of: window, into: &hints)
                candidates.beginWindow()
                for attribution in reading.attributions {
                    if attribution.cue == nil {
                        candidates.goOn(with: builder.contents(of: attribution, in: window, cue: nil))
                    } else if let candidate = builder.candidate(attribution, in: window) {
                        candidates.append(candidate)
                    }
                }
            }
            try cutter.forEachUnit { (unit) throws(Interruption) in
                if let full = packing.append(unit) { try spot(full) }
            }
            if let last = packing.close() { try spot(last) }
        }
        let ruleSources = RuleSources(ruleCandidates)
        let found = candidates.all.map(ruleSources.filled)
        let known = SureRules.applied(ruleCandidates, to: found)
        return Spotting(
            candidates: known + SureRules.lone(ruleCandidates, beside: known, in: analysis), pieces: pieces,
            hints: hints)
    }
}
