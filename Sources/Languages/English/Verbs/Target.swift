import LanguageKit
import Rulebook
import Text

/// At whom or what an accusation, blame, criticism, praise or description is aimed.
struct Target {
    let analysis: AnalyzedDocument
    let candidate: Candidate
    let verb: ReportingVerb
    let chain: VerbChain

    var tokens: Range<Int>? {
        guard aims else { return nil }
        if chain.isPassive { return PassiveSubject(analysis: analysis).tokens(of: chain) }
        let start = candidate.end(of: verb, at: chain.head)
        guard start < analysis.tags.count, opensObject(start) else { return nil }
        return terminated(start) ?? described(start) ?? object(start)
    }

    private static let classes: Set<VerbClass> = [.accuse, .praise, .criticize, .describe]

    /// Verbs that judge, and those that say what something is taken for: "dismissed it as".
    private var aims: Bool {
        guard verb.verbClass != .quote else { return false }
        return Self.classes.contains(verb.verbClass) || verb.frames.contains(.personAs)
            || verb.frames.contains(.objectComplement)
    }

    private func opensObject(_ i: Int) -> Bool {
        switch analysis.tags[i] {
        case .noun, .name, .number, .pronoun, .determiner, .possessive, .gerund, .participle: true
        default: false
        }
    }

    /// In tokens: how long the object of a verb may be that no content tells the end of. Chosen by hand.
    private static let longestObject = 16
    /// In tokens: how much of a content is looked through for where its object ends. Chosen by hand.
    private static let objectReach = 40

    // MARK: Up to a preposition

    /// "accused X of", "blamed X for", "described X as"
    private func terminated(_ start: Int) -> Range<Int>? {
        var words: Set<String> = []
        if verb.frames.contains(.personOf) { words.insert("of") }
        if verb.frames.contains(.personFor) { words.formUnion(["for", "over"]) }
        if verb.frames.contains(.personAs) || Self.classes.contains(verb.verbClass) { words.insert("as") }
        if verb.verbClass == .praise { words.insert("on") }
        guard !words.isEmpty, let end = closing(ObjectTerminator(analysis: analysis).terminators(words, from: start))
        else {
            return nil
        }
        return trimmed(start..<end)
    }

    /// Of several "of", the one before what somebody did: "the head of the bank of lying".
    private func closing(_ places: [Int]) -> Int? {
        places.first { place in
            let next = place + 1
            return next < analysis.tags.count
                && (analysis.tags[next] == .gerund || analysis.tags[next] == .quoteMark
                    || analysis.lower(place) != "of")
        } ?? places.first
    }

    // MARK: Before what it is called

    /// "called X a disaster", "called X “…”"
    private func described(_ start: Int) -> Range<Int>? {
        guard verb.frames.contains(.objectComplement) else { return nil }
        let limit = min(contentEnd(from: start) ?? start + Self.longestObject, analysis.tags.count)
        guard let object = NounPhrase(analysis: analysis).tokens(from: start, before: limit) else { return nil }
        // "called the plan dangerous": nothing parts the two.
        let whole = object.upperBound >= limit && object.count > 1
        let described = beforeQuote(whole ? object.dropLast() : object)
        // "what they called Falk's “one-off”": it is the quoted thing that is called so.
        return described.last.map { analysis.tags[$0] == .genitive } ?? true ? nil : described
    }

    /// Without the quoted words that a noun phrase could end with.
    private func beforeQuote(_ object: Range<Int>) -> Range<Int> {
        guard let quote = object.first(where: { analysis.tags[$0] == .quoteMark }), quote > object.lowerBound else {
            return object
        }
        return object.lowerBound..<quote
    }

    // MARK: The whole object

    /// "condemned the plan": all of the content, if it is no clause and stands right behind the verb.
    private func object(_ start: Int) -> Range<Int>? {
        guard Self.classes.contains(verb.verbClass), verb.verbClass != .describe else { return nil }
        guard let end = contentEnd(from: start) else {
            guard verb.frames.contains(.object) || verb.frames.contains(.personFor) else { return nil }
            return NounPhrase(analysis: analysis).tokens(
                from: start, before: min(start + Self.longestObject, analysis.tags.count))
        }
        let times = TimePhrase(analysis: analysis)
        let stop = (start + 1..<max(end, start + 1)).prefix(Self.objectReach).first {
            times.tokens(from: $0, before: end) != nil || beginsVerb($0, before: end)
        }
        return trimmed(start..<(stop ?? end))
    }

    /// "but stopped short": another verb of the same subject.
    private func beginsVerb(_ i: Int, before end: Int) -> Bool {
        guard analysis.tags[i] == .coordinator else { return false }
        let next = (i + 1..<end).first { analysis.tags[$0] != .adverb }
        return next.map { analysis.tags[$0].isFinite } ?? false
    }

    /// Where the content that begins at the object ends.
    private func contentEnd(from start: Int) -> Int? { candidate.content.first { $0.contains(start) }?.upperBound }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var range = range
        while let last = range.last, analysis.document.tokens[last].kind == .comma || analysis.tags[last] == .adverb {
            range.removeLast()
        }
        return range.isEmpty ? nil : range
    }
}
