import Newswire
import Records

/// What must hold of every record, whatever its text.
struct RecordCheck {
    private let record: Record
    private let scalars: [Unicode.Scalar]

    init(_ record: Record) {
        self.record = record
        scalars = Array((record.text ?? "").unicodeScalars)
    }

    /// A sentence for each rule that the record breaks.
    func mistakes() -> [String] {
        var mistakes: [String] = []
        for (n, quotation) in record.quotations.enumerated() { mistakes += self.mistakes(in: quotation, at: n) }
        let counts = record.quotations.reduce(into: [String: Int]()) { counts, quotation in
            if let speaker = quotation.speaker { counts[speaker, default: 0] += 1 }
        }
        for (n, speaker) in record.speakers.enumerated() {
            if speaker.id != "s\(n + 1)" { mistakes.append("speaker \(n + 1) is called \(speaker.id)") }
            if !speaker.mentions.allSatisfy(isInside) {
                mistakes.append("\(speaker.id): a mention lies outside of the text")
            }
            if counts[speaker.id, default: 0] != speaker.quotations { mistakes.append("\(speaker.id): wrong count") }
        }
        if counts.keys.contains(where: {
            !$0.hasPrefix("s") || Int($0.dropFirst()).map { $0 > record.speakers.count } ?? true
        }) {
            mistakes.append("a speaker is in no list")
        }
        if !inOrder(record.setAside.map(\.span)) { mistakes.append("what is set aside is out of order") }
        return mistakes
    }

    private func mistakes(in quotation: Record.Quotation, at n: Int) -> [String] {
        let id = quotation.id
        var mistakes: [String] = []
        if id != "q\(n + 1)" { mistakes.append("quotation \(n + 1) is called \(id)") }
        if quotation.content.isEmpty { mistakes.append("\(id): no content") }
        if !holds(quotation.content, quotation.text) { mistakes.append("\(id): content \(quotation.content)") }
        for (name, mention) in [
            ("source", quotation.source), ("addressee", quotation.addressee), ("target", quotation.target),
            ("hedge", quotation.cue?.hedged),
        ] {
            if let mention, !holds(mention.spans, mention.text) { mistakes.append("\(id): \(name) \(mention)") }
        }
        if let cue = quotation.cue, !holds(cue.spans, cue.text) { mistakes.append("\(id): cue \(cue.spans)") }
        if let inside = quotation.inside {
            let place = Int(inside.dropFirst()) ?? 0
            if inside == id || !record.quotations.indices.contains(place - 1) {
                mistakes.append("\(id): inside \(inside)")
            }
        }
        if isInsideItself(n) { mistakes.append("\(id): inside itself") }
        let confidences = [
            quotation.confidence, quotation.contentConfidence ?? -1, quotation.sourceConfidence ?? -1,
            quotation.speakerConfidence ?? (quotation.speaker == nil ? 0 : -1),
        ]
        for confidence in confidences where !(0...1).contains(confidence) {
            mistakes.append("\(id): confidence \(confidence)")
        }
        return mistakes
    }

    private func isInsideItself(_ n: Int) -> Bool {
        var steps = 0
        var next = record.quotations[n].inside
        while let inside = next.flatMap({ Int($0.dropFirst()) }), record.quotations.indices.contains(inside - 1) {
            steps += 1
            if inside - 1 == n || steps > record.quotations.count { return true }
            next = record.quotations[inside - 1].inside
        }
        return false
    }

    /// The spans are in order and apart, and their words are these.
    private func holds(_ spans: [Span], _ text: String) -> Bool {
        guard !spans.isEmpty, inOrder(spans) else { return false }
        let words = spans.map { Array(scalars[$0.start..<$0.end]) }.joined(separator: [" " as Unicode.Scalar])
        return words.elementsEqual(text.unicodeScalars)
    }

    private func inOrder(_ spans: [Span]) -> Bool {
        spans.allSatisfy(isInside) && zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
    }

    private func isInside(_ span: Span) -> Bool {
        span.start >= 0 && span.start < span.end && span.end <= scalars.count
    }
}
