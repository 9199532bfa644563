import Encoder
import Newswire
import TestSupport
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// A text with all that was found in it, for rows that name words rather than offsets.
struct Finding {
    private static let segmenter = Segmenter(rulebook: Shipped.rulebook)
    private static let lexicon = Lexicon(rulebook: Shipped.rulebook, language: EnglishPack())
    private static let attributor = Attributor(rulebook: Shipped.rulebook)
    private static let modelAttributor = Result {
        Attributor(
            rulebook: Shipped.rulebook, engine: .model(try ModelEngine.load(Shipped.model, precision: .int8)))
    }

    let document: Document
    let quotations: [Quotation]
    let speakers: [Speaker]

    /// By the rules.
    init(_ text: String) { self.init(text, by: Self.attributor) }

    static func byModel(_ text: String) throws -> Finding { Finding(text, by: try modelAttributor.get()) }

    private init(_ text: String, by attributor: Attributor) {
        document = Self.segmenter.document(of: Article(text: text))
        let found = attributor.attributions(in: document)
        (quotations, speakers) = (found.quotations, found.speakers)
    }

    static func analysis(_ text: String) -> AnalyzedDocument {
        AnalyzedDocument(segmenter.document(of: Article(text: text)), lexicon: lexicon)
    }

    func words(_ spans: [Span]) -> String { spans.map(document.text).joined(separator: " / ") }

    func speaker(of quotation: Quotation) -> Speaker? { quotation.speaker.map { speakers[$0] } }
}
