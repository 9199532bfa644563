import Encoder

/// Finds quotations by the trained model; those inside of its contents, by the rules.
struct ModelSpotter: Spotter {
    let model: QuotationModel

    func finds(in analysis: Analysis) -> [Find] {
        let ruleFinds = RuleSpotter().finds(in: analysis)
        let window = model.encoder.configuration.window
        let cutter = UnitCutter(
            analysis: analysis, features: TokenFeatures(analysis, finds: ruleFinds), wordPiece: model.encoder.wordPiece,
            longest: window - 2)
        let builder = FindBuilder(analysis: analysis, ruleFinds: ruleFinds)
        var packing = Packing(size: window)
        var finds: [Find] = []
        model.withReader { read in
            let spot = { (window: PackedWindow) in finds += read(window).compactMap { builder.find($0, in: window) } }
            cutter.forEachUnit { packing.append($0).map(spot) }
            packing.close().map(spot)
        }
        return finds + NestedFinds.of(ruleFinds, within: finds)
    }
}
