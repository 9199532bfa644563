internal import Attribution
import ModelSpotting
internal import Newswire
package import Rulebook
internal import Text

/// Tells the training what the model sees of a text, as JSON lines. Immutable.
package struct FeatureLines: Sendable {
    private let segmenter: Segmenter
    private let reporter: FeatureReporter
    private let verbs: [VerbReport]

    package init(rulebook: Rulebook) {
        segmenter = Segmenter(rulebook: rulebook)
        reporter = FeatureReporter(rulebook: rulebook, language: LanguagePacks.pack(of: rulebook))
        verbs = VerbReport.all(rulebook)
    }

    /// The first line: the values of each feature, by its name, in the order of their numbers; and the reporting verbs.
    package func header() throws -> [UInt8] {
        try JSONLine.of(Header(values: FeatureReport.values, verbs: verbs))
    }

    /// The line of one text.
    package func line(id: String, text: String) throws -> [UInt8] {
        let document = segmenter.document(of: Article(text: text))
        return try JSONLine.of(Line(id: id, report: reporter.report(document)))
    }

    private struct Header: Encodable {
        var values: [String: [String]]
        var verbs: [VerbReport]
    }

    private struct Line: Encodable {
        var id: String
        var report: FeatureReport
    }
}
