import LanguageKit
import Rulebook

/// A part of a sentence between commas and other marks, or between "und" and the next verb.
struct Clause {
    /// Subordinate and relative clauses have their verb last. A fragment has none: an apposition, a name.
    enum Kind { case main, subordinate, relative, infinitive, quote, fragment }

    /// Without the conjunction that it begins with.
    var items: Range<Int>
    var kind: Kind
    /// The verb that agrees with the subject.
    var finite: Int?
    var isCoordinated: Bool
    /// The mark before it.
    var mark: Tag

    var first: Int { items.lowerBound }
    var last: Int { items.upperBound - 1 }
    var isVerbFirst: Bool { kind == .main && finite == first }
}

/// One sentence in clauses.
struct Sentence {
    let analysis: AnalyzedDocument
    let folded: FoldedSentence
    private(set) var clauses: [Clause] = []

    init(_ folded: FoldedSentence, _ analysis: AnalyzedDocument) {
        (self.analysis, self.folded) = (analysis, folded)
        var start = 0
        for i in 0...folded.items.count where i == folded.items.count || parts(at: i, since: start) {
            append(start..<i)
            start = isMark(i) ? i + 1 : i
        }
    }

    private func token(_ i: Int) -> Int? { folded.items.indices.contains(i) ? folded.items[i].first : nil }
    func word(_ i: Int) -> String { token(i).map(analysis.lower) ?? "" }
    func classes(_ i: Int) -> WordClass { token(i).map { analysis.classes[$0] } ?? [] }
    func entry(_ i: Int) -> Lexicon.Entry? { token(i).flatMap(analysis.entry) }
    func tag(_ i: Int) -> Tag { token(i) == nil ? .stop : folded.items[i].tag }
    func hasFinite(_ range: Range<Int>) -> Bool { range.contains { tag($0).isFinite } }
    private func isMark(_ i: Int) -> Bool { [.comma, .colon, .semicolon, .dash, .stop].contains(tag(i)) }

    /// At a mark; at "und" between two verbs; between a quotation and the verb that attributes it.
    private func parts(at i: Int, since start: Int) -> Bool {
        if isMark(i) || i - 1 == start && tag(start) == .quote && tag(i) == .finite { return true }
        guard tag(i) == .coordinator, hasFinite(start..<i) else { return false }
        return hasFinite(i..<(folded.items.indices.dropFirst(i).first(where: isMark) ?? folded.items.count))
    }

    private mutating func append(_ range: Range<Int>) {
        // "und sagte"; "so erzählte er"
        let isCoordinated = tag(range.lowerBound) == .coordinator
        let opens = isCoordinated || word(range.lowerBound) == "so" && tag(range.lowerBound + 1).isFinite
        let items = opens ? range.dropFirst() : range
        guard !items.isEmpty else { return }
        let kind = kind(of: items, isCoordinated), isLast = kind == .subordinate || kind == .relative
        let finite = isLast ? items.last { tag($0).isFinite } : items.first { tag($0).isFinite }
        clauses.append(
            Clause(
                items: items, kind: kind, finite: finite, isCoordinated: isCoordinated, mark: tag(range.lowerBound - 1))
        )
    }

    private func kind(of items: Range<Int>, _ isCoordinated: Bool) -> Clause.Kind {
        let first = items.lowerBound, last = items.upperBound - 1
        if items.allSatisfy({ tag($0) == .quote }) { return .quote }
        guard hasFinite(items) else { return items.contains { tag($0) == .infinitive } ? .infinitive : .fragment }
        let endsInVerb = tag(last).isFinite && !isSubjunctive(last) && last > first
        // "…, der forscht und an der Arbeit nicht beteiligt war"
        if isCoordinated, endsInVerb, let before = clauses.last?.kind, before != .main { return before }
        switch tag(tag(first) == .preposition && [.relative, .wh].contains(tag(first + 1)) ? first + 1 : first) {
        case .that, .subordinator, .wh: return .subordinate
        case .relative: return isSubjunctive(first + 1) ? .main : .relative
        case .determiner:
            return classes(first).contains(.relative) && endsInVerb && tag(first - 1) == .comma ? .relative : .main
        default: return .main
        }
    }

    /// "Er habe nichts gewusst", "sie komme", "die Häuser seien leer": what reporters write of others' words.
    func isSubjunctive(_ i: Int?) -> Bool {
        guard let i, tag(i).isFinite, word(i - 1) != "ich", word(i + 1) != "ich" else { return false }
        if ["sei", "seien", "hätten", "wären", "würden", "könnten", "müssten"].contains(word(i)) { return true }
        let isNone =
            ["te", "wurde", "würde", "wäre"].contains(where: word(i).hasSuffix) || classes(i).contains(.verbPast)
        return word(i).hasSuffix("e") && !isNone
    }
}
