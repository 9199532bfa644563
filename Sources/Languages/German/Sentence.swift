import LanguageKit
import Rulebook

/// One sentence in clauses. Subordinate and relative ones have their verb last.
struct Sentence: SentenceWords, SentenceGrammar {
    let analysis: AnalyzedDocument
    let folded: FoldedSentence
    private(set) var clauses: [Clause] = []

    init(_ folded: FoldedSentence, _ analysis: AnalyzedDocument) {
        (self.analysis, self.folded) = (analysis, folded)
        var start = 0
        for i in 0...folded.items.count where i == folded.items.count || parts(at: i, since: start) {
            append(start..<i)
            start = tag(i).isClauseMark ? i + 1 : i
        }
    }

    /// At a mark; at "und" between two verbs; between a quotation and the verb that attributes it.
    private func parts(at i: Int, since start: Int) -> Bool {
        if tag(i).isClauseMark || i - 1 == start && tag(start) == .quote && tag(i) == .finite { return true }
        guard tag(i) == .coordinator, hasFinite(start..<i) else { return false }
        return hasFinite(i..<((i..<folded.items.count).first { tag($0).isClauseMark } ?? folded.items.count))
    }

    private mutating func append(_ range: Range<Int>) {
        // "und sagte"
        let isCoordinated = tag(range.lowerBound) == .coordinator
        let items = isCoordinated ? range.dropFirst() : range
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

    func mainSubject() -> Range<Int>? { clauses.indices.lazy.compactMap { mainSubject($0) }.first.map(folded.tokens) }

    /// "Er habe nichts gewusst.": all of it, where no attribution of its own has it.
    func reportedSpeech(beside candidates: [Candidate]) -> Range<Int>? {
        let contents = candidates.flatMap(\.content)
        guard let main = clauses.first(where: { $0.kind == .main })?.finite, isSubjunctive(main),
            !contents.contains(where: { $0.contains(folded.items[main].first) })
        else { return nil }
        return folded.tokens(0..<contentEnd(from: clauses.count - 1))
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
