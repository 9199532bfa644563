import Newswire
package import Records
import Rulebook
import Text

/// An article for brat (https://brat.nlplab.org/standoff.html): its text, and the annotations of it.
///
/// Content, cue, source and the others are text-bound annotations, tied together by relations that begin at the
/// content. Offsets are code points. brat's annotations cannot cross the end of a line, so they are split there.
package struct BratArticle: Sendable {
    package let text: String
    package let annotations: String

    /// - Throws: If the record has no text.
    package init(_ record: Record) throws(ExportError) {
        var lines = BratLines(try ExportText(record))
        for quotation in record.quotations { lines.add(quotation, of: record) }
        lines.tie(record)
        text = record.text ?? ""
        annotations = lines.text
    }
}

/// Builds the lines of an `.ann` file.
private struct BratLines {
    private struct Key: Hashable {
        var part: Part
        var spans: [Span]
    }

    private let source: ExportText
    private var lines: [String] = []
    /// Words shared by two quotations are one annotation.
    private var places: [Key: String] = [:]
    private var contents: [String: String] = [:]
    private var sources: [String: [String]] = [:]
    private var counts: [Character: Int] = [:]

    init(_ source: ExportText) { self.source = source }

    var text: String { lines.map { $0 + "\n" }.joined() }

    private mutating func id(_ kind: Character) -> String {
        counts[kind, default: 0] += 1
        return "\(kind)\(counts[kind, default: 0])"
    }

    mutating func add(_ quotation: Record.Quotation, of record: Record) {
        guard !quotation.content.isEmpty else { return }
        let content = bind(.content, quotation.content, shared: false)
        contents[quotation.id] = content
        attribute("Type", content, quotation.type.rawValue)
        let speaker = record.speakers.first { $0.id == quotation.speaker }
        if let speaker { attribute("Speaker", content, speaker.kind.rawValue) }
        let names = speaker.map { [$0.name ?? "-", $0.role ?? "-"] } ?? []
        note(content, names + ["confidence \(quotation.confidence)"])
        for (part, spans) in quotation.parts where part != .content {
            let place = bind(part, spans, shared: true)
            relate(BratScheme.relation(part), content, place)
            if part == .source, let speaker { sources[speaker.id, default: []].append(place) }
            if part == .cue, let cue = quotation.cue { describe(cue, place) }
        }
    }

    /// Quotations within others, and mentions of one speaker.
    mutating func tie(_ record: Record) {
        for quotation in record.quotations {
            guard let inner = contents[quotation.id], let outer = quotation.inside.flatMap({ contents[$0] }) else {
                continue
            }
            relate(BratScheme.inside, inner, outer)
        }
        for speaker in record.speakers {
            let mentions = (sources[speaker.id] ?? []).reduce(into: [String]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            if mentions.count > 1 { lines.append("*\tEquiv " + mentions.joined(separator: " ")) }
        }
    }

    private mutating func bind(_ part: Part, _ spans: [Span], shared: Bool) -> String {
        let key = Key(part: part, spans: spans)
        if shared, let known = places[key] { return known }
        let pieces = spans.flatMap(unbroken)
        let id = id("T")
        let offsets = pieces.map { "\($0.start) \($0.end)" }.joined(separator: ";")
        lines.append("\(id)\t\(BratScheme.type(part)) \(offsets)\t" + pieces.map { source[$0] }.joined(separator: " "))
        places[key] = id
        return id
    }

    /// The stretches of a span between line ends.
    private func unbroken(_ span: Span) -> [Span] {
        let ends = (span.start..<span.end).filter { "\n\r".unicodeScalars.contains(source.scalars[$0]) }
        return zip([span.start] + ends.map { $0 + 1 }, ends + [span.end]).map { Span($0, $1) }.filter { !$0.isEmpty }
    }

    private mutating func relate(_ name: String, _ from: String, _ to: String) {
        lines.append("\(id("R"))\t\(name) Arg1:\(from) Arg2:\(to)")
    }

    private mutating func attribute(_ name: String, _ place: String, _ value: String?) {
        lines.append("\(id("A"))\t\(name) \(place)" + (value.map { " " + $0 } ?? ""))
    }

    private mutating func describe(_ cue: Record.Cue, _ place: String) {
        if let verbClass = cue.verbClass { attributeOnce("Class", place, verbClass.rawValue) }
        if let stance = cue.stance { attributeOnce("Stance", place, stance.rawValue) }
        if cue.negated { attributeOnce("Negated", place, nil) }
        if cue.repeated { attributeOnce("Repeated", place, nil) }
    }

    /// A cue shared by two quotations is described once.
    private mutating func attributeOnce(_ name: String, _ place: String, _ value: String?) {
        guard !lines.contains(where: { $0.contains("\t\(name) \(place) ") || $0.hasSuffix("\t\(name) \(place)") })
        else { return }
        attribute(name, place, value)
    }

    private mutating func note(_ place: String, _ words: [String]) {
        let note = words.joined(separator: " | ").onOneLine
        lines.append("\(id("#"))\tAnnotatorNotes \(place)\t\(note)")
    }
}
