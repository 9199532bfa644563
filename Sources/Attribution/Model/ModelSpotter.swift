import Encoder

/// Finds quotations by the trained model; those inside of its contents, by the rules.
struct ModelSpotter: Spotter {
    let model: QuotationModel

    func spot(_ analysis: Analysis) -> Spotting {
        let ruleFinds = RuleSpotter().finds(in: analysis)
        let window = model.encoder.configuration.window
        let cutter = UnitCutter(
            analysis: analysis, features: TokenFeatures(analysis, finds: ruleFinds), wordPiece: model.encoder.wordPiece,
            longest: window - 2)
        let builder = FindBuilder(analysis: analysis, ruleFinds: ruleFinds)
        var packing = Packing(size: window)
        var finds: [Find] = []
        var pieces = 0
        model.withReader { read in
            func spot(_ window: PackedWindow) {
                pieces += window.pieces.count
                finds += read(window).compactMap { builder.find($0, in: window) }
            }
            cutter.forEachUnit { unit in
                if let full = packing.append(unit) { spot(full) }
            }
            if let last = packing.close() { spot(last) }
        }
        return Spotting(finds: finds + NestedFinds.of(ruleFinds, within: finds), pieces: pieces)
    }
}
