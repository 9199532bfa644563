import Foundation
import Newswire
import Records
import Rulebook
import TestSupport

@testable import Exports

/// A record with what makes offsets go wrong: an emoji, a combining mark, line ends of two kinds, a part of two spans, a
/// quotation within another, and one source for two quotations.
enum Samples {
    static let text = """
        🌉 “A\u{30A}sa told me ‘never’,” said Bo Ek, \"and\tmeant it\". “So be it,\r\nor not.”

        Ek also, they say, denied it, and wept.
        """

    static func span(_ words: String) -> Span {
        let range = text.range(of: words, options: .literal)!
        let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return Span(start, start + words.unicodeScalars.count)
    }

    private static func mention(_ words: String) -> Record.Mention { .init(spans: [span(words)], text: words) }

    private static func quotation(
        _ id: String, _ content: [String], cue: Record.Cue?, source: String?, speaker: String?, inside: String? = nil
    ) -> Record.Quotation {
        .init(
            id: id, type: .mixed, content: content.map(span), text: content.joined(separator: " "), cue: cue,
            source: source.map(mention), speaker: speaker, inside: inside, confidence: 0.9375,
            foundBy: .init(engine: .model))
    }

    static var record: Record {
        let digest = Fingerprint(bytes: [UInt8](repeating: 0xAB, count: 32))!
        var info = Record.ArticleInfo()
        info.title = "Bridge, “unsafe”"
        let said = Record.Cue(
            spans: [span("said")], text: "said", lemma: "say", verbClass: .say, stance: .neutral, tense: .past)
        let denied = Record.Cue(
            spans: [span("denied")], text: "denied", lemma: "deny", verbClass: .deny, stance: .neutral, negated: true,
            hedged: mention("they say"))
        return Record(
            id: digest,
            file: .init(path: "wire/a.xml", format: "text", encoding: "utf-8", bytes: 9, sha256: digest, item: 1),
            article: info, text: text,
            quotations: [
                quotation(
                    "q1", ["“A\u{30A}sa told me ‘never’,”", "“So be it,\r\nor not.”"], cue: said, source: "Bo Ek",
                    speaker: "s1"),
                quotation(
                    "q2", ["‘never’"], cue: .init(spans: [span("told")], text: "told"), source: "A\u{30A}sa",
                    speaker: nil,
                    inside: "q1"),
                quotation("q3", ["it, and"], cue: denied, source: "Ek also", speaker: "s1"),
                quotation("q4", ["wept"], cue: denied, source: "Ek also", speaker: "s1"),
            ],
            speakers: [.init(id: "s1", kind: .person, name: "Bo Ek", mentions: [], quotations: 3)],
            producer: .init(version: "1", engine: .rules, rules: "sha256:0"), annotatedAt: Timestamp(milliseconds: 0))
    }

    static let scalars = Array(text.unicodeScalars)

    static func words(_ start: Int, _ end: Int) -> String { String(String.UnicodeScalarView(scalars[start..<end])) }

    static let cutter = TokenCutter(rulebooks: Shipped.rulebooks)

    static func json(_ text: String) throws -> [String: Any] {
        guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw CocoaError(.coderReadCorrupt)
        }
        return object
    }
}
