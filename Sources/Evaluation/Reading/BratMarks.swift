import Foundation
import Newswire

/// Attributions that somebody marked in brat: text-bound annotations of the types Content, Cue and Source, tied
/// together by relations or by an event whose trigger is the cue. (https://brat.nlplab.org/standoff.html)
///
/// The names and directions of the relations do not matter, but for "Inside", which goes from a content to the one around
/// it; a cue that stands in another's content tells the same without it. Who speaks is told at the content: the kind by an
/// attribute "Speaker", name and role by a note, as "Ada Lund | foreign minister". All else is ignored.
package enum BratMarks {
    /// - Parameters:
    ///   - annotations: The `.ann` file, in UTF-8.
    ///   - text: The `.txt` file beside it.
    ///   - file: The `.ann` file's name, for messages about mistakes.
    /// - Throws: Every mistake of the file.
    package static func read(
        _ annotations: String, text: String, id: String, file: String
    ) throws(InputMistakes) -> MarkedArticle {
        var reading = BratReading(scalars: Array(text.unicodeScalars))
        var mistakes: [InputMistakes.Mistake] = []
        // By code points: to Swift a carriage return and a newline are one character.
        let lines = annotations.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (n, line) in lines.enumerated() where !line.isEmpty {
            do throws(InputMistakes.Mistake) {
                try reading.take(Substring(line.last == "\r" ? line.dropLast() : line))
            } catch {
                mistakes.append(.init(line: n + 1, error.reason, remedy: error.remedy))
            }
        }
        guard mistakes.isEmpty else { throw InputMistakes(file: file, mistakes) }
        let marks = reading.marks
        return MarkedArticle(id: id, text: text, marks: marks, isNestingMarked: marks.contains(where: \.isNested))
    }
}

/// What was read of a file so far.
private struct BratReading {
    let scalars: [Unicode.Scalar]
    private var bound: [Substring: (role: AttributionRole, spans: [Span])] = [:]
    private var contents: [Substring] = []
    private var ties: [(Substring, Substring)] = []
    private var nested: Set<Substring> = []
    private var kinds: [Substring: MarkedSpeaker.Kind] = [:]
    private var notes: [Substring: Substring] = [:]

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func take(_ line: Substring) throws(InputMistakes.Mistake) {
        switch line.first {
        case "T": try takeBound(line)
        case "R", "E": takeTies(line)
        case "A": try takeAttribute(line)
        case "#": takeNote(line)
        // Normalisations and equivalences.
        default: break
        }
    }

    /// "T1⇥Content 0 5;16 23⇥first second"
    private mutating func takeBound(_ line: Substring) throws(InputMistakes.Mistake) {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        let words = fields.count > 1 ? fields[1].split(separator: " ", maxSplits: 1) : []
        guard fields.count == 3, words.count == 2 else {
            throw .init(
                "the line is no text-bound annotation", remedy: "write it as T1⇥Content 0 5⇥words, with tabulators")
        }
        guard let role = AttributionRole(rawValue: words[0].lowercased()) else { return }
        let spans = words[1].split(separator: ";").map { $0.split(separator: " ").compactMap { Int($0) } }
        guard spans.allSatisfy({ $0.count == 2 && 0 <= $0[0] && $0[0] < $0[1] && $0[1] <= scalars.count }) else {
            throw .init(
                "“\(words[1])” is no span of a text of \(scalars.count) code points",
                remedy: "see whether the .txt file is the one that was marked")
        }
        let taken = spans.map { Span($0[0], $0[1]) }
        try check(fields[2], at: taken, fields[0])
        bound[fields[0]] = (role, taken)
        if role == .content { contents.append(fields[0]) }
    }

    /// Checks that the words beside the offsets are those of the text, white space aside.
    private func check(_ words: Substring, at spans: [Span], _ id: Substring) throws(InputMistakes.Mistake) {
        let there = spans.flatMap { scalars[$0.start..<$0.end] }.filter { !$0.properties.isWhitespace }
        guard there.elementsEqual(words.unicodeScalars.filter { !$0.properties.isWhitespace }) else {
            throw .init(
                "the words of \(id) are not those that stand at its offsets",
                remedy: "count Unicode code points, and keep the .txt file as it was marked")
        }
    }

    /// "R1⇥SaidBy Arg1:T1 Arg2:T3", "E1⇥Cue:T2 Content:T1 Source:T3"
    private mutating func takeTies(_ line: Substring) {
        guard let body = line.split(separator: "\t").dropFirst().first else { return }
        let isNesting = body.hasPrefix("Inside ")
        let ids = body.split(separator: " ").compactMap { word -> Substring? in
            word.lastIndex(of: ":").map { word[word.index(after: $0)...] }
        }
        if isNesting, let inner = ids.first { nested.insert(inner) }
        guard !isNesting else { return }
        for (place, id) in ids.enumerated() {
            for other in ids.dropFirst(place + 1) { ties.append((id, other)) }
        }
    }

    /// "A1⇥Speaker T1 person"
    private mutating func takeAttribute(_ line: Substring) throws(InputMistakes.Mistake) {
        let words = line.split(separator: "\t").dropFirst().first?.split(separator: " ") ?? []
        guard words.count == 3, words[0].lowercased() == "speaker" else { return }
        guard let kind = MarkedSpeaker.Kind(rawValue: words[2].lowercased()) else {
            throw .unknownKind(String(words[2]))
        }
        kinds[words[1]] = kind
    }

    /// "#1⇥AnnotatorNotes T1⇥Ada Lund | foreign minister"
    private mutating func takeNote(_ line: Substring) {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, let place = fields[1].split(separator: " ").dropFirst().first else { return }
        notes[place] = fields[2]
    }

    var marks: [MarkedAttribution] {
        var partners: [Substring: Set<Substring>] = [:]
        for (a, b) in ties {
            partners[a, default: []].insert(b)
            partners[b, default: []].insert(a)
        }
        return contents.map { content in
            let tied = (partners[content] ?? []).compactMap { bound[$0] }
            func spans(_ role: AttributionRole) -> [Span] { tied.filter { $0.role == role }.flatMap(\.spans).sorted() }
            let cue = spans(.cue)
            return MarkedAttribution(
                source: spans(.source), cue: cue, content: bound[content]?.spans.sorted() ?? [],
                isNested: nested.contains(content) || isWithinAnother(cue, than: content), speaker: speaker(content))
        }
    }

    private func isWithinAnother(_ cue: [Span], than content: Substring) -> Bool {
        guard let cue = cue.first else { return false }
        return contents.contains { other in
            other != content
                && bound[other]?.spans.contains { $0.start <= cue.start && cue.end <= $0.end } ?? false
        }
    }

    private func speaker(_ content: Substring) -> MarkedSpeaker? {
        guard let kind = kinds[content] else { return nil }
        let fields = (notes[content] ?? "").split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.hasPrefix("confidence ") }.map { $0 == "-" ? "" : $0 }
        return MarkedSpeaker(kind: kind, name: fields.first, role: fields.dropFirst().first)
    }
}
