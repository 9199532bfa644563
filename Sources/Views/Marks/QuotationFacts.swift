import Newswire
package import Records
import Rulebook

/// Facts about a quotation, in words for readers.
package struct QuotationFacts: Equatable, Sendable {
    package struct Fact: Equatable, Sendable {
        package var name: String
        package var value: String
    }

    /// The speaker's name, or else the words that stand for them.
    package var who: String
    /// Index of the speaker in the record; nil if there is none.
    package var speaker: Int?
    /// The cue's words; nil if there are none.
    package var verb: String?
    /// Most important first.
    package var facts: [Fact]

    package init(of quotation: Record.Quotation, in record: Record) {
        speaker = quotation.speaker.flatMap { id in record.speakers.firstIndex { $0.id == id } }
        let entry = speaker.map { record.speakers[$0] }
        who = entry?.name ?? quotation.source?.text ?? entry?.role ?? "nobody named"
        verb = quotation.cue?.text
        facts = Self.facts(quotation, who: who, entry).compactMap { name, value in
            value.map { Fact(name: name, value: $0) }
        }
    }

    private static func facts(
        _ quotation: Record.Quotation, who: String, _ entry: Record.Speaker?
    ) -> [(String, String?)] {
        let cue = quotation.cue
        return [
            ("Speaker", [who, entry?.role].compactMap(\.self).uniqued.joined(separator: ", ")),
            ("Words for them", quotation.source.flatMap { $0.text == who ? nil : "“\($0.text)”" }),
            ("Verb", cue.map(verb) ?? "none"),
            ("Class", cue?.verbClass?.rawValue),
            ("Stance", cue?.stance?.rawValue),
            ("Told to", quotation.addressee?.text),
            ("Aimed at", quotation.target?.text),
            ("Where", quotation.setting?.text),
            ("When", quotation.time?.text),
            ("Quoted", quotation.type.explanation),
            ("Confidence", percent(quotation.confidence)),
            ("Found by", quotation.foundBy.rule.map { "the rule \($0)" } ?? "the \(quotation.foundBy.engine.rawValue)"),
        ]
    }

    /// "has repeatedly said (say), present, more than once"
    private static func verb(_ cue: Record.Cue) -> String {
        let lemma = cue.lemma.flatMap { $0 == cue.text.lowercased() ? nil : " (\($0))" } ?? ""
        let signs = [
            cue.tense?.rawValue, cue.negated ? "negated" : nil, cue.repeated ? "more than once" : nil,
            cue.hedged.map { "uncertain: “\($0.text)”" },
        ]
        return ([cue.text + lemma] + signs.compactMap(\.self)).joined(separator: ", ")
    }

    static func percent(_ share: Double) -> String {
        "\(Int((min(max(share, 0), 1) * 100).rounded()))%"
    }
}

extension Record.QuotationType {
    var explanation: String {
        switch self {
        case .direct: "in their own words (direct)"
        case .mixed: "partly in their own words (mixed)"
        case .indirect: "in the writer’s words (indirect)"
        }
    }
}

extension Array where Element: Equatable {
    /// Leaves out what is shown already.
    var uniqued: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
