import Foundation
import Newswire
package import Records
import Rulebook

/// Records for tests. The texts were written for them.
package enum SampleRecords {
    package static let annotatedAt = Timestamp(milliseconds: 1_795_395_723_004)

    package static func fingerprint(_ seed: Int) -> Fingerprint {
        var generator = SplitMix(seed: seed)
        return Fingerprint(bytes: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })!
    }

    package static func record(
        _ seed: Int = 1, text: String? = "Nobody saw it, Lind said.", path: String = "wire/a.txt"
    )
        -> Record
    {
        Record(
            id: fingerprint(seed),
            file: .init(path: path, format: "text", encoding: "utf-8", bytes: 26, sha256: fingerprint(-seed), item: 1),
            article: .init(), text: text,
            producer: .init(version: "0.1.0", engine: .rules, rules: "sha256:" + fingerprint(7).hex),
            annotatedAt: annotatedAt)
    }

    /// Every field has a value, none its default.
    package static var full: Record {
        var metadata = Metadata()
        metadata.title = "Bridge “unsafe”"
        metadata.byline = ["Ada Lind", "Bo Ek"]
        metadata.dateline = Dateline(place: "Ystad", agency: nil)
        metadata.published = "2026-11-20T08:00:00+01:00"
        metadata.updated = "2026-11-20T09:30:00+01:00"
        metadata.language = "en"
        metadata.publisher = "The Strait"
        metadata.url = "https://example.org/bridge"
        metadata.item = "urn:example:bridge"
        metadata.version = "3"
        metadata.embargoedUntil = "2026-11-20T10:00:00Z"
        metadata.urgency = 3
        metadata.status = "embargoed"
        var record = record(text: "🌉 “Unsafe,” the mayor, Åsa Holm, reportedly told the council in a letter on Friday.")
        record.article = .init(metadata)
        record.article.supersedes = fingerprint(9)
        record.quotations = [quotation]
        record.speakers = [
            .init(
                id: "s1", kind: .person, name: "Åsa Holm", role: "mayor", gender: .female, genderBy: .pronoun,
                members: [],
                link: .init(id: nil, candidates: ["Q1", "Q2"]), mentions: [Span(12, 32)], quotations: 1),
            .init(id: "s2", kind: .group, members: ["s1"], mentions: [], quotations: 0),
        ]
        record.setAside = [.init(span: Span(0, 1), reason: "caption")]
        record.warnings = ["mended 2 characters"]
        record.producer.precision = .int8
        record.producer.engine = .model
        record.producer.model = "sha256:" + fingerprint(8).hex
        record.producer.minConfidence = 0.7
        record.producer.minSpeakerConfidence = 0.5
        return record
    }

    private static var quotation: Record.Quotation {
        .init(
            id: "q1", type: .direct, content: [Span(3, 9), Span(10, 11)], text: "Unsafe ,",
            cue: .init(
                spans: [Span(44, 48)], text: "told", lemma: "tell", verbClass: .tell, stance: .neutral, negated: true,
                hedged: .init(spans: [Span(33, 43)], text: "reportedly"), repeated: true, tense: .past),
            source: .init(spans: [Span(12, 32)], text: "the mayor, Åsa Holm"), speaker: "s1", resolvedBy: .name,
            addressee: .init(spans: [Span(49, 60)], text: "the council"),
            target: .init(spans: [Span(0, 1)], text: "🌉"),
            setting: .init(spans: [Span(61, 72)], text: "in a letter"),
            time: .init(spans: [Span(73, 82)], text: "on Friday"),
            inside: "q9", confidence: 0.9375, contentConfidence: 0.96, sourceConfidence: 0.98,
            speakerConfidence: 0.95, speakerCandidates: [.init(speaker: "s2", name: "Bo", confidence: 0.03)],
            foundBy: .init(engine: .model, rule: "told-addressee"))
    }
}
