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
        _ body: (_ read: (PackedWindow) -> WindowScores) throws(Failure) -> Void
    ) throws(Failure) {
        var failure: Failure?
        do {
            try workspaces.withWorkspace { workspace in
                do throws(Failure) {
                    try body { encoder.score(input($0), in: &workspace) }
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
