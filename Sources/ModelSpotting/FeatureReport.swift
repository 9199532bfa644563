package import LanguageKit
import Newswire
package import Rulebook
package import Text

/// A document as the model's training needs it: where its units stand and what the model is told of each token.
///
/// All offsets are code points, half open. Encodes to the object that `quoted features` prints.
package struct FeatureReport: Sendable, Encodable {
    /// Paragraphs that were not set aside.
    package var paragraphs: [[Int]]
    /// Where sentences begin.
    package var sentences: [Int]
    package var tokens: [[Int]]
    /// By name, one number a token: the index of its value in `values`.
    package var features: [String: [UInt8]]

    /// The values of each feature, by its name, in the order of their numbers.
    package static var values: [String: [String]] {
        [
            "quote": TokenFeatures.Quote.allCases.map { "\($0)" }, "verb": TokenFeatures.Verb.allCases.map { "\($0)" },
            "rule": TokenFeatures.RuleRole.allCases.map { "\($0)" },
            "layout": TokenFeatures.Layout.allCases.map { "\($0)" },
        ]
    }
}

/// A reporting verb of one word with its written forms, for training on verbs that the annotated articles lack.
package struct VerbReport: Sendable, Encodable {
    package var lemma: String
    /// Names of the constructions that it is found in.
    package var frames: [String]
    /// By inflection ("past"), the forms that can be it.
    package var forms: [String: [String]]

    /// All of a rulebook, in the order of their lemmas.
    package static func all(_ rulebook: Rulebook) -> [VerbReport] {
        var reports: [ReportingVerb: VerbReport] = [:]
        for (form, matches) in rulebook.verbs.byForm.sorted(by: { $0.key < $1.key }) {
            for match in matches where match.verb.rest.isEmpty {
                let frames = Frames.named.filter { match.verb.frames.contains($0.frame) }.map(\.name)
                var report = reports[match.verb] ?? VerbReport(lemma: match.verb.lemma, frames: frames, forms: [:])
                for (name, inflection) in inflections where match.forms.contains(inflection) {
                    report.forms[name, default: []].append(form)
                }
                reports[match.verb] = report
            }
        }
        return reports.values.sorted { $0.lemma < $1.lemma }
    }

    private static let inflections: [(String, VerbForms)] = [
        ("base", .base), ("third-person", .thirdPerson), ("past", .past), ("participle", .participle),
        ("gerund", .gerund),
    ]
}

/// Says what the model sees of documents. Immutable.
package struct FeatureReporter: Sendable {
    private let lexicon: Lexicon

    package init(rulebook: Rulebook, language: any LanguagePack) {
        lexicon = Lexicon(rulebook: rulebook, language: language)
    }

    package func report(_ document: Document) -> FeatureReport {
        let analysis = AnalyzedDocument(document, lexicon: lexicon)
        let features = TokenFeatures(analysis, candidates: lexicon.language.candidates(in: analysis))
        return FeatureReport(
            paragraphs: document.paragraphs.filter { $0.setAside == nil }.map { [$0.span.start, $0.span.end] },
            sentences: document.sentences.map { document.tokens[$0.tokens.lowerBound].span.start },
            tokens: document.tokens.map { [$0.span.start, $0.span.end] },
            features: [
                "quote": features.quote, "verb": features.verb, "rule": features.rule, "layout": features.layout,
            ])
    }
}
