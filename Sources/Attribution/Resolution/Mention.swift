import Language
import Rulebook

/// A source mention: its words, and what kind of mention it is.
struct Mention {
    enum Shape {
        case pronoun(String)
        case relative
        case named(person: Int, byFullName: Bool)
        /// A name that nothing else is known of.
        case name(Range<Int>)
        case organization(Range<Int>)
        case nominal(head: Int)
        case group
        case unknown
    }

    var tokens: Range<Int>
    var shape: Shape
}

/// Tells what kind of mention a range of tokens is.
struct MentionReader {
    let analysis: Analysis
    let people: People
    let runs: [NameRun]

    func mention(_ tokens: Range<Int>) -> Mention { Mention(tokens: tokens, shape: shape(tokens)) }

    private func shape(_ tokens: Range<Int>) -> Mention.Shape {
        if tokens.count == 1, let pronoun = pronoun(tokens.lowerBound) { return pronoun }
        let head = head(tokens)
        let inside = runs(startingIn: tokens)
        if let person = person(inside, head), !isCoordinated(tokens, inside) { return person }
        if isCoordinated(tokens, inside) { return .group }
        if let run = inside.last(where: { head.contains($0.tokens.upperBound - 1) && !isGenitive($0) }) {
            let last = run.tokens.upperBound - 1
            if run.tokens.count == 1, analysis.entry(last)?.role != nil, analysis.entry(last)?.givenName == nil {
                return .nominal(head: last)
            }
            if run.kind == .unknown, run.tokens == head, run.tokens.count <= 3 { return .name(run.tokens) }
            return named(run, head)
        }
        guard let noun = headNoun(head) else { return .unknown }
        return .nominal(head: noun)
    }

    private func runs(startingIn tokens: Range<Int>) -> [NameRun] {
        let first = runs.sortedIndex(where: { $0.tokens.lowerBound >= tokens.lowerBound })
        return Array(runs[first...].prefix { $0.tokens.lowerBound < tokens.upperBound })
    }

    private func pronoun(_ i: Int) -> Mention.Shape? {
        switch analysis.tags[i] {
        case .relative, .that: .relative
        case .pronoun, .possessive: .pronoun(analysis.lower(i))
        default: nil
        }
    }

    /// Up to the first comma, relative pronoun or preposition: where the head of the phrase is.
    private func head(_ tokens: Range<Int>) -> Range<Int> {
        for i in tokens.dropFirst() {
            switch analysis.tags[i] {
            case .comma, .relative, .preposition, .that, .gerund, .openBracket, .wh, .dash, .finite, .participle:
                return tokens.lowerBound..<i
            default: break
            }
        }
        return tokens
    }

    /// The person in the head of the phrase, or in the apposition behind it: "the spokeswoman, Ann Lee".
    private func person(_ inside: [NameRun], _ head: Range<Int>) -> Mention.Shape? {
        for run in inside where head.contains(run.tokens.lowerBound) && !isGenitive(run) {
            guard let i = people.byToken[run.tokens.lowerBound],
                head.upperBound == run.tokens.upperBound || run.tokens.count > 1
            else { continue }
            return .named(person: i, byFullName: run.tokens.count > 1)
        }
        for run in inside where !isGenitive(run) && run.tokens.lowerBound > head.upperBound {
            guard analysis.tags[head.upperBound] == .comma, run.titles.lowerBound == head.upperBound + 1,
                let i = people.byToken[run.tokens.lowerBound], headNoun(head) != nil
            else { continue }
            return .named(person: i, byFullName: run.tokens.count > 1)
        }
        return nil
    }

    private func isGenitive(_ run: NameRun) -> Bool {
        run.tokens.upperBound < analysis.tags.count && analysis.tags[run.tokens.upperBound] == .genitive
    }

    /// "A and B": two heads with a conjunction between them.
    private func isCoordinated(_ tokens: Range<Int>, _ inside: [NameRun]) -> Bool {
        guard let i = tokens.first(where: { analysis.lower($0) == "and" || analysis.lower($0) == "&" }) else {
            return false
        }
        guard i > tokens.lowerBound, i + 1 < tokens.upperBound else { return false }
        if let comma = tokens.first(where: { analysis.tags[$0] == .comma }), comma < i,
            analysis.tags[comma + 1] == .determiner
        {
            return false
        }
        if tokens.prefix(while: { $0 < i }).contains(where: {
            analysis.tags[$0] == .preposition || analysis.tags[$0] == .relative
        }) {
            return false
        }
        let left = inside.contains { $0.tokens.upperBound == i }
        return left
            ? analysis.tags[i + 1] == .name || analysis.tags[i + 1] == .determiner
            : analysis.tags[i + 1] != .name && !isAdjective(i + 1)
    }

    private func isAdjective(_ i: Int) -> Bool { analysis.entry(i)?.nationality != nil }

    private func named(_ run: NameRun, _ head: Range<Int>) -> Mention.Shape {
        if run.tokens.upperBound < head.upperBound, let noun = headNoun(run.tokens.upperBound..<head.upperBound) {
            return .nominal(head: noun)
        }
        // "American officials": a plural noun at the end is the head.
        let last = run.tokens.upperBound - 1
        if let role = analysis.entry(last)?.role, role.plural, analysis.document.tokens[last].lower.hasSuffix("s") {
            return .nominal(head: last)
        }
        return .organization(head.lowerBound..<run.tokens.upperBound)
    }

    /// The last noun of the head.
    private func headNoun(_ head: Range<Int>) -> Int? {
        head.last { i in
            let tag = analysis.tags[i]
            return tag == .noun || tag == .name || analysis.entry(i)?.role != nil || tag == .number
                || tag == .determiner
        }
    }
}
