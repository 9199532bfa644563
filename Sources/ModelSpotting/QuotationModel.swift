import Encoder
import LanguageKit

/// A trained model made ready to find quotations: its features and labels are known to be those of this program.
///
/// Loaded once and shared by all workers, whatever becomes of the rules.
final class QuotationModel: Sendable {
    let encoder: Model
    let decoder: Decoder
    /// Nil for a model that says nothing of names.
    let hintHeads: HintReader.Heads?
    /// The model's features, in its order.
    private let slots: [FeatureSlot]
    private let workspaces: Workspaces

    /// - Throws: What about the model does not fit this program.
    /// - Parameter folder: Where it was loaded from, for the message.
    init(_ encoder: Model, in folder: String) throws(ModelError) {
        let fit = ModelFit(model: encoder, folder: folder)
        slots = try fit.slots()
        decoder = try fit.decoder()
        hintHeads = HintReader.Heads(encoder.configuration)
        workspaces = Workspaces(for: encoder)
        self.encoder = encoder
    }

    /// Lends a reader of windows, which one thread uses at a time.
    func withReader<Failure: Error>(
        _ body: (_ read: (PackedWindow) -> WindowReading) throws(Failure) -> Void
    ) throws(Failure) {
        var failure: Failure?
        do {
            try workspaces.withWorkspace { workspace in
                do throws(Failure) {
                    try body { read($0, in: &workspace) }
                } catch {
                    failure = error
                }
            }
        } catch {
            // Nothing but memory can be short here, and then nothing can be promised for any article.
            fatalError("the model's memory: \(error)")
        }
        if let failure { throw failure }
    }

    /// Scores a window, finds its cues, and of each its source and contents.
    private func read(_ window: PackedWindow, in workspace: inout Workspace) -> WindowReading {
        let scores = encoder.score(input(window), in: &workspace)
        let cues = decoder.cues(in: window, scores)
        var attributions: [WordAttribution] = []
        for cue in cues + [nil] {
            let parts = encoder.parts(of: cue, in: workspace)
            let found = decoder.attribution(of: cue, parts: parts, in: window, scores)
            if let found, cue == nil || found.confidence.whole >= decoder.options.keep { attributions.append(found) }
        }
        return WindowReading(scores: scores, attributions: attributions)
    }

    /// The window as the encoder takes it.
    func input(_ window: PackedWindow) -> Window {
        let blank = PieceFeatures()
        return Window(
            pieces: window.pieces.enumerated().map { i, piece in
                piece?.id ?? (i == 0 ? encoder.wordPiece.beginning : encoder.wordPiece.separator)
            },
            features: slots.map { slot in window.pieces.map { slot.value(in: $0?.features ?? blank) } },
            words: window.words.map(Int32.init))
    }
}

/// What the model makes of a window.
struct WindowReading {
    var scores: WindowScores
    /// In the order of their cues; the last may be what goes on from a window before.
    var attributions: [WordAttribution]
}

/// A feature that the product computes, by the name that models know it by.
enum FeatureSlot: String, CaseIterable {
    case letterCase = "case"
    case quote, rule, verb, layout

    /// The names of its values, in the order of their numbers.
    var values: [String] {
        switch self {
        case .letterCase: LetterCase.allCases.map { "\($0)" }
        case .quote: TokenFeatures.Quote.allCases.map { "\($0)" }
        case .rule: TokenFeatures.RuleRole.allCases.map { "\($0)" }
        case .verb: TokenFeatures.Verb.allCases.map { "\($0)" }
        case .layout: TokenFeatures.Layout.allCases.map { "\($0)" }
        }
    }

    func value(in features: PieceFeatures) -> UInt8 {
        switch self {
        case .letterCase: features.letterCase
        case .quote: features.quote
        case .rule: features.rule
        case .verb: features.verb
        case .layout: features.layout
        }
    }
}
