import Encoder
import LanguageKit

/// Finds quotations by the trained model; those inside of its contents, by the rules.
struct ModelSpotter: Spotter {
    let model: QuotationModel

    func spot<Interruption: Error>(
        _ analysis: Analysis, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> Spotting {
        let ruleFinds = try analysis.lexicon.language.finds(in: analysis, checkpoint: checkpoint)
        let window = model.encoder.configuration.window
        let cutter = UnitCutter(
            analysis: analysis, features: TokenFeatures(analysis, finds: ruleFinds), wordPiece: model.encoder.wordPiece,
            longest: window - 2)
        let builder = FindBuilder(analysis: analysis)
        var packing = Packing(size: window, context: model.decoder.options.context)
        var finds = MergedFinds()
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
                    if let find = builder.find(attribution, in: window) { finds.append(find) }
                }
            }
            try cutter.forEachUnit { (unit) throws(Interruption) in
                if let full = packing.append(unit) { try spot(full) }
            }
            if let last = packing.close() { try spot(last) }
        }
        let outer = SureRules.applied(ruleFinds, to: finds.all)
        return Spotting(finds: outer + NestedFinds.of(ruleFinds, within: outer), pieces: pieces, hints: hints)
    }
}

/// Finds in order; contents of two windows that share a cue are one attribution's.
private struct MergedFinds {
    private(set) var all: [Find] = []
    private var byCue: [Range<Int>: Int] = [:]

    mutating func append(_ find: Find) {
        guard let cue = find.cue.first else { return all.append(find) }
        if let known = byCue[cue] {
            all[known].content += find.content
        } else {
            byCue[cue] = all.count
            all.append(find)
        }
    }
}
