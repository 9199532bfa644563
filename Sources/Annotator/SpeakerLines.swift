package import Attribution
import Foundation
internal import LanguageKit
internal import Newswire
package import Rulebook
internal import Text

/// Tells the fitting of `speaker_confidence` who was found to speak, and by what evidence, as JSON lines. Immutable.
package struct SpeakerLines: Sendable {
    private let segmenter: Segmenter
    private let attributor: Attributor

    package init(rulebook: Rulebook, engine: Engine) {
        segmenter = Segmenter(rulebook: rulebook)
        attributor = Attributor(rulebook: rulebook, engine: engine)
    }

    /// The first line: the kinds of evidence for a speaker and for an antecedent, in the order of their values.
    package func header() throws -> [UInt8] {
        try JSONLine.of([
            "antecedents": AntecedentEvidence.Kind.allCases.map { "\($0)" },
            "evidence": SpeakerEvidence.Kind.allCases.map(\.rawValue),
        ])
    }

    /// The line of one text; spans in code points.
    package func line(id: String, text: String) throws -> [UInt8] {
        let found = attributor.attributions(in: segmenter.document(of: Article(text: text)))
        return try JSONLine.of(
            Line(
                id: id,
                quotations: found.quotations.map { quotation in
                    Found(
                        source: spans(quotation.source), cue: spans(quotation.cue?.spans ?? []),
                        content: spans(quotation.content),
                        speaker: quotation.speaker.map { Who(found.speakers[$0]) },
                        evidence: quotation.speakerEvidence?.values,
                        antecedents: quotation.antecedents.map {
                            Candidate(name: $0.name, evidence: $0.evidence.values)
                        })
                }))
    }

    private func spans(_ spans: [Span]) -> [[Int]] { spans.map { [$0.start, $0.end] } }

    private struct Line: Encodable {
        var id: String
        var quotations: [Found]
    }

    private struct Found: Encodable {
        var source, cue, content: [[Int]]
        var speaker: Who?
        var evidence: [Double]?
        var antecedents: [Candidate]
    }

    private struct Candidate: Encodable {
        var name: String
        var evidence: [Double]
    }

    private struct Who: Encodable {
        var kind: String
        var name, role: String?

        init(_ speaker: Speaker) { (kind, name, role) = (speaker.kind.rawValue, speaker.name, speaker.role) }
    }
}

/// JSON in one line, with keys in order.
enum JSONLine {
    static func of(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(value)) + [UInt8(ascii: "\n")]
    }
}
