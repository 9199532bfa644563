import Foundation
import Newswire
import Records
import Rulebook

@testable import Views

/// Records for tests, written for them.
enum Samples {
    static func fingerprint(_ byte: UInt8) -> Fingerprint {
        Fingerprint(bytes: [UInt8](repeating: byte, count: 32))!
    }

    static func record(_ text: String?, _ quotations: [Record.Quotation] = [], _ speakers: [Record.Speaker] = [])
        -> Record
    {
        Record(
            id: fingerprint(1),
            file: .init(
                path: "wire/a.txt", format: "text", encoding: "utf-8", bytes: 9, sha256: fingerprint(2), item: 1),
            article: .init(), text: text, quotations: quotations, speakers: speakers,
            producer: .init(version: "1", engine: .rules, rules: "sha256:0"), annotatedAt: Timestamp(milliseconds: 0))
    }

    /// The span of words that the text has once.
    static func span(_ words: String, in text: String) -> Span {
        let range = text.range(of: words, options: .literal)!
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return Span(start, start + words.unicodeScalars.count)
    }

    /// A quotation by the words of its parts, in a text that has each of them once.
    static func quotation(
        _ id: String, in text: String, content: [String], cue: String? = nil, source: String? = nil,
        speaker: String? = nil, inside: String? = nil
    ) -> Record.Quotation {
        Record.Quotation(
            id: id, type: .direct, content: content.map { span($0, in: text) }, text: content.joined(separator: " "),
            cue: cue.map {
                .init(spans: [span($0, in: text)], text: $0, lemma: "say", verbClass: .say, stance: .neutral)
            },
            source: source.map { .init(spans: [span($0, in: text)], text: $0) }, speaker: speaker, inside: inside,
            confidence: 0.93, foundBy: .init(engine: .model))
    }

    /// "Åsa" has a combining mark, and a quotation stands within another.
    static let nested: Record = {
        let text = "🌉 “A\u{30A}sa told me ‘never’,” said Bo Ek. “So be it.”\n\nNothing more."
        return record(
            text,
            [
                quotation(
                    "q1", in: text, content: ["“A\u{30A}sa told me ‘never’,”", "“So be it.”"], cue: "said",
                    source: "Bo Ek",
                    speaker: "s1"),
                quotation("q2", in: text, content: ["‘never’"], cue: "told", source: "A\u{30A}sa", inside: "q1"),
            ],
            [.init(id: "s1", kind: .person, name: "Bo Ek", mentions: [span("Bo Ek", in: text)], quotations: 1)])
    }()
}
