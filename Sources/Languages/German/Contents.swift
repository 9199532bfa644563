import LanguageKit
import Rulebook

/// What a reporting verb reports: the clause behind it, the one before it, or its object.
extension Sentence {
    typealias Content = (construction: Construction, items: [Range<Int>])

    func content(of predicate: Predicate, _ subject: Range<Int>?) -> Content? {
        if predicate.clause.kind == .subordinate, word(predicate.clause.first) == "wie" {
            return predicate.frames.contains(.parenthetical) ? (.parenthetical, around(predicate.number)) : nil
        }
        if let before = before(predicate, subject) { return before }
        guard let behind = behind(predicate) else { return object(of: predicate, subject) }
        // "warf der Stadt vor, gelogen zu haben"
        guard predicate.frames.contains(.personOf), let object = object(of: predicate, subject) else { return behind }
        return (.personOf, object.items + behind.items)
    }

    /// X sagte, dass S. X sagte, S. X sagte: „S“. X forderte Y auf, zu V.
    private func behind(_ predicate: Predicate) -> Content? {
        let next = clauses.indices.dropFirst(predicate.number + 1).first { n in
            construction(of: clauses[n], predicate.frames) != nil || ![.fragment, .relative].contains(clauses[n].kind)
        }
        return next.flatMap { n in construction(of: clauses[n], predicate.frames).map { ($0, [content(from: n)]) } }
    }

    private func construction(of clause: Clause, _ frames: Frames) -> Construction? {
        let asks = [clause.first, clause.first + 1].contains { classes($0).contains(.whWord) }
        switch clause.kind {
        case .quote where frames.contains(.quote): return .verbThenQuote
        case .infinitive where !frames.isDisjoint(with: [.toInfinitive, .personToInfinitive, .personOf]):
            return .toInfinitive
        case .subordinate where tag(clause.first) == .that: return frames.contains(.that) ? .thatClause : nil
        case .subordinate: return frames.contains(.wh) && asks ? .whClause : nil
        case .main where frames.contains(.clause) && !clause.isCoordinated && !clause.isVerbFirst: return .bareClause
        default: return clause.mark == .colon && frames.contains(.quote) ? .bareClause : nil
        }
    }

    private func content(from n: Int) -> Range<Int> { clauses[n].first..<contentEnd(from: n) }

    /// All that follows in the sentence, but for an attribution that closes it and what the reporter says next.
    func contentEnd(from n: Int) -> Int {
        let next = clauses.indices.dropFirst(n + 1).first { next in
            let clause = clauses[next]
            if clause.isCoordinated { return clause.kind == .main && !isSubjunctive(clause.finite) }
            return clause.mark == .semicolon
                || (clause.isVerbFirst || word(clause.first) == "wie") && !predicates(of: next).isEmpty
        }
        return clauses[(next ?? clauses.endIndex) - 1].items.upperBound
    }

    private func contentBefore(_ n: Int, from first: Int = 0) -> Range<Int> {
        clauses[first].first..<clauses[n - 1].items.upperBound
    }

    /// „S“, sagte X. S, sagte X. Die Lage, sagte X, sei ernst.
    private func before(_ predicate: Predicate, _ subject: Range<Int>?) -> Content? {
        let n = predicate.number
        guard predicate.clause.isVerbFirst, !predicate.clause.isCoordinated, n > 0,
            subject.map({ $0.lowerBound > predicate.finite }) ?? true
        else { return nil }
        let rest = rest(of: n), quotes = clauses[..<n].reversed().prefix { $0.kind == .quote }.count
        if quotes > 0, predicate.frames.contains(.quote) {
            return (.quoteThenVerb, [contentBefore(n, from: n - quotes)] + rest)
        }
        let isCut = !rest.isEmpty && predicate.frames.contains(.clause) && clauses[n - 1].kind == .fragment
        let isWhole = clauses[..<n].contains { construction(of: $0, predicate.frames) != nil }
        return isCut || isWhole ? (.parentheticalInverted, [contentBefore(n)] + rest) : nil
    }

    /// What goes on behind an attribution in the middle: „…“, sagte X, „…“; Die Lage, sagte X, sei ernst.
    private func rest(of n: Int) -> [Range<Int>] {
        let others = clauses.indices.dropFirst(n + 1)
        let next = others.first { clauses[$0].kind != .fragment || tag(clauses[$0].last) == .participle }
        guard let next, ![.relative, .subordinate].contains(clauses[next].kind) else { return [] }
        return clauses[next].kind != .main || isSubjunctive(clauses[next].finite) ? [content(from: next)] : []
    }

    /// S, wie X mitteilte. Wie X mitteilte, S.
    func around(_ n: Int) -> [Range<Int>] {
        let goesOn = n + 1 < clauses.count && (n == 0 || clauses[n + 1].isVerbFirst)
        return (n > 0 ? [contentBefore(n)] : []) + (goesOn ? [content(from: n + 1)] : [])
    }

    // MARK: Objects

    /// X forderte mehr Geld. Mehr Geld forderte X. X warf Y Z vor. X nannte Y Z. X will Y tun. Y soll Z getan haben.
    private func object(of predicate: Predicate, _ subject: Range<Int>?) -> Content? {
        let (clause, frames, finite) = (predicate.clause, predicate.frames, predicate.finite)
        let isModal = tag(predicate.head) == .modal, isMain = clause.kind == .main
        let takes: Frames = [.object, .personOf, .personAs, .objectComplement, .preposition]
        guard !frames.isDisjoint(with: isModal ? [.toInfinitive, .passiveToInfinitive] : takes),
            !predicate.isPassive || predicate.match.verb.verbClass == .predict
        else { return nil }
        let end = isModal && isMain ? contentEnd(from: predicate.number) : nil
        if frames.contains(.passiveToInfinitive) {
            guard endsInPerfect(clause) else { return nil }
            return (.passive, [clause.first..<finite, finite + 1..<(end ?? clause.items.upperBound)])
        }
        let isBehind = isMain && subject.map { $0.lowerBound > finite } == true
        if isBehind, isOpening(clause.first) { return (.object, [clause.first..<finite]) }
        let start = isBehind ? finite : isMain ? clause.first : clause.first + 1
        let items = (start..<clause.items.upperBound).filter {
            !predicate.cue.contains($0) && subject?.contains($0) != true
        }
        let preposition = frames.contains(.preposition) ? predicate.match.verb.rest.words.first : nil
        let object =
            preposition.map { word in items.drop { self.word($0) != word } }
            ?? (isModal ? items[...] : withoutAdjuncts(items[...]))
        guard let first = object.first, let last = object.last else { return nil }
        return (isModal ? .toInfinitive : .object, [first..<(end ?? last + 1)])
    }

    /// Without "am Montag", "in Berlin", "daraufhin", "sich" in front.
    private func withoutAdjuncts(_ items: ArraySlice<Int>) -> ArraySlice<Int> {
        guard let first = items.first else { return [] }
        let isLight = [.adverb, .time, .negation, .coordinator].contains(tag(first)) || word(first) == "sich"
        guard isLight || tag(first) == .preposition else { return items }
        let end = isLight ? first + 1 : nounPhrase(from: first + 1)?.upperBound ?? first + 1
        return withoutAdjuncts(items.drop { $0 < end })
    }
}
