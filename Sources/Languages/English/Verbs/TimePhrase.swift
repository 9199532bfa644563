import LanguageKit
import Rulebook
import Text

/// Reads phrases that say when: "on Friday", "late Tuesday", "two years ago", "in 2017", "after the match".
struct TimePhrase {
    let analysis: AnalyzedDocument

    /// The phrase that begins at a token, or nil. "Later" and "recently" are none by themselves.
    func tokens(from start: Int, before limit: Int) -> Range<Int>? {
        guard start < limit, canBegin(start) else { return nil }
        let end = calendar(from: start, before: limit) ?? event(from: start, before: limit)
        return end.map { start..<$0 }
    }

    /// Most words are turned down here, by their tag alone.
    private func canBegin(_ i: Int) -> Bool {
        switch analysis.tags[i] {
        case .preposition, .determiner, .number, .adverb, .time: true
        case .noun, .name: isTimeWord(i) || isNumeral(i) || Self.openings.contains(analysis.lower(i))
        default: false
        }
    }

    private static let openings: Set<String> = [
        "on", "in", "at", "by", "since", "until", "from", "before", "after", "late", "early", "earlier", "later",
        "during",
        "shortly", "just", "as",
    ]
    private static let relative: Set<String> = ["earlier", "later", "ago", "last", "next", "recently", "time"]

    private static let units: Set<String> = [
        "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century",
    ]

    // MARK: Calendar and clock

    /// In words before a time: "since as early as May". Chosen by hand.
    private static let mostOpenings = 3

    private func calendar(from start: Int, before limit: Int) -> Int? {
        var i = start
        while i < limit, i < start + Self.mostOpenings, Self.openings.contains(analysis.lower(i)) { i += 1 }
        let preposition = i > start && analysis.tags[i - 1] == .preposition
        if i < limit, isYear(i), preposition { return i + 1 }
        let core = i
        var fixed = false
        while i < limit, isOfTime(i, from: core) {
            fixed = fixed || names(i)
            i += 1
        }
        let end = over(i, limit)
        guard fixed || (preposition && atTheTime(core..<i)), !opensNoun(core..<i, limit) else { return nil }
        return preposition || end > i || !isDuration(core..<i) ? end : nil
    }

    /// "a Friday evening rally": the time is part of the name of something.
    private func opensNoun(_ range: Range<Int>, _ limit: Int) -> Bool {
        guard analysis.tags[range.lowerBound] == .determiner, range.upperBound < limit else { return false }
        return analysis.tags[range.upperBound] == .noun
            && ["a", "an", "the"].contains(analysis.lower(range.lowerBound))
    }

    /// "four days", "hours": how long rather than when.
    private func isDuration(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        let word = analysis.lower(last)
        let isUnit = Self.units.contains(word) || Self.units.contains(String(word.dropLast()))
        return isUnit && range.dropLast().allSatisfy(isNumeral)
    }

    private static let numerals: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several",
    ]

    private func isNumeral(_ i: Int) -> Bool {
        analysis.tags[i] == .number || Self.numerals.contains(analysis.lower(i))
    }

    /// In four figures: smaller numbers are of people or money.
    private func isYear(_ i: Int) -> Bool {
        analysis.tags[i] == .number && analysis.lower(i).utf8.count == 4
            && ("1000"..."2999").contains(analysis.lower(i))
    }

    /// A time word, or what stands before and behind one: "this", "the same", "Dec. 3".
    private func isOfTime(_ i: Int, from core: Int) -> Bool {
        if isTimeWord(i) || (i == core && isNumeral(i)) { return true }
        switch analysis.tags[i] {
        // "every week" is how often.
        case .determiner: return i == core && !["every", "each"].contains(analysis.lower(i))
        case .number: return isTimeWord(i - 1) || analysis.tags[i - 1] == .comma
        case .noun, .adverb:
            return ["same", "early", "late", "previous", "following", "past", "few"].contains(analysis.lower(i))
        case .comma: return i > core && analysis.tags[i - 1] == .number && i + 1 < analysis.tags.count && isYear(i + 1)
        default: return false
        }
    }

    private func isTimeWord(_ i: Int) -> Bool {
        // "May", but not "may"; "Sat.", but not "sat"; nor the newspaper "USA Today".
        guard analysis.tags[i] != .modal, !analysis.tags[i].isVerb, !endsName(i) else { return false }
        if analysis.classes[i].contains(.time) || analysis.tags[i] == .time { return true }
        if analysis.tags[i] == .noun, analysis.lower(i).hasSuffix("s"),
            analysis.lexicon.classes(of: String(analysis.lower(i).dropLast())).contains(.time)
        {
            return true
        }
        return Modifiers(analysis: analysis).mark(beginningAt: i, of: .time) != nil
    }

    private func endsName(_ i: Int) -> Bool {
        analysis.document.tokens[i].shape.contains(.capitalized) && i > 0 && analysis.tags[i - 1] == .name
            && ["today", "tonight", "week", "month", "day", "night", "morning", "hour"].contains(analysis.lower(i))
    }

    /// Says by itself when it was, as "Friday" does and "later" does not.
    private func names(_ i: Int) -> Bool { isTimeWord(i) && !Self.relative.contains(analysis.lower(i)) }

    private func atTheTime(_ range: Range<Int>) -> Bool { range.map(analysis.lower) == ["the", "time"] }

    /// "ago", "earlier" or an event may close it: "two days after the vote".
    private func over(_ end: Int, _ limit: Int) -> Int {
        var i = end
        while i < limit, ["ago", "earlier", "later"].contains(analysis.lower(i)) { i += 1 }
        guard i < limit else { return i }
        return event(from: i, before: limit) ?? i
    }

    // MARK: Events

    /// "after the match", "before the vote"; no clause, and not "before the judges".
    private func event(from start: Int, before limit: Int) -> Int? {
        guard ["after", "before", "following"].contains(analysis.lower(start)), analysis.tags[start] == .preposition,
            let object = NounPhrase(analysis: analysis).tokens(from: start + 1, before: limit)
        else { return nil }
        if object.upperBound < analysis.tags.count, analysis.tags[object.upperBound].isFinite { return nil }
        if analysis.lower(start) == "before", object.contains(where: { analysis.entry($0)?.role != nil }) { return nil }
        return object.upperBound
    }
}
