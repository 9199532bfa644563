import LanguageKit
import Rulebook
import Text

/// Reads addressee, setting and time where news puts them: behind the verb, between its subject and it, before both,
/// and behind the content.
struct CueAdjunctReader {
    let analysis: AnalyzedDocument
    let candidate: Candidate
    let verb: ReportingVerb
    let chain: VerbChain

    var surroundings: CueAdjuncts {
        var result = behindVerb
        if let source = candidate.source, source.upperBound <= chain.tokens.lowerBound {
            var before = behindSource(source)
            before.complete(by: beforeSource(source))
            // What was said again stands beside its own verb.
            before.repeated = false
            result.complete(by: before)
        }
        result.complete(by: behindContent)
        result.addressee = result.addressee.flatMap(trimmed)
        if isHeadlinePassive { result.addressee = candidate.source }
        if chain.isPassive, takesPerson { result.addressee = PassiveSubject(analysis: analysis).tokens(of: chain) }
        return result
    }

    /// "Carer stole from widow, jury told": nobody tells nobody.
    private var isHeadlinePassive: Bool {
        guard verb.verbClass == .tell, verb.rest.isEmpty, verb.frames.contains(.person),
            let source = candidate.source, source.upperBound == chain.tokens.lowerBound
        else { return false }
        return chain.head + 1 == sentenceEnd(chain.head)
    }

    private var verbEnd: Int { candidate.end(of: verb, at: chain.head) }

    private func sentenceEnd(_ token: Int) -> Int { analysis.sentenceTokens(of: token).upperBound }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var range = range
        while let last = range.last, analysis.document.tokens[last].kind == .comma { range.removeLast() }
        // "asked not to be named"
        return range.allSatisfy { analysis.tags[$0] == .negation || analysis.tags[$0] == .adverb } ? nil : range
    }

    // MARK: Behind the verb

    private static let speaking: Set<VerbClass> = [
        .tell, .ask, .demand, .warn, .promise, .answer, .suggest, .say, .write,
    ]

    /// Whether the verb's object is who hears it: "told X", "urged X to", but not "wants X to".
    private var takesPerson: Bool {
        !verb.frames.isDisjoint(with: [.person, .personToInfinitive]) && Self.speaking.contains(verb.verbClass)
    }

    /// What nobody need have heard: "wants to triple it", "belongs to him".
    private var isThought: Bool {
        [.want, .predict, .believe, .feel, .show, .learn, .agree, .disagree, .describe].contains(verb.verbClass)
    }

    private var behindVerb: CueAdjuncts {
        var start = verbEnd
        if let source = candidate.source, (start...start + 1).contains(source.lowerBound) { start = source.upperBound }
        let end = sentenceEnd(chain.head)
        guard start < end else { return CueAdjuncts() }
        if let content = candidate.content.first(where: { $0.lowerBound >= verbEnd && $0.lowerBound < end }) {
            if content.lowerBound <= start { return within(content) }
            return adjuncts(from: start, before: content.lowerBound)
        }
        return adjuncts(from: start, before: end)
    }

    /// In tokens: "asked the governments of both neighbouring states to close". Chosen by hand.
    private static let longestObject = 8

    private func adjuncts(from start: Int, before limit: Int) -> CueAdjuncts {
        var adjuncts = Adjuncts(analysis: analysis, from: start, before: limit)
        guard takesPerson, !chain.isPassive else {
            adjuncts.read(isThought ? .places : [.addressee, .places])
            return adjuncts.found
        }
        adjuncts.read([.object, .addressee, .places])
        // "asked neighbouring states | to close": whatever stands before the infinitive.
        if adjuncts.end == start, start < limit, analysis.tags[limit - 1] != .adverb, limit < analysis.tags.count,
            analysis.tags[limit] == .to, limit - start <= Self.longestObject, analysis.tags[start] != .preposition
        {
            return CueAdjuncts(addressee: start..<limit)
        }
        return adjuncts.found
    }

    /// "urged **drivers** to stay away": the content begins with who is addressed.
    private func within(_ content: Range<Int>) -> CueAdjuncts {
        let start = content.lowerBound
        var result = CueAdjuncts()
        result.addressee = addresseeOpening(content)
        if result.addressee == nil, let opening = adjunctsOpening(content) { return opening }
        guard takesPerson, !chain.isPassive, result.addressee == nil else { return result }
        if verb.frames.contains(.personToInfinitive), let to = infinitive(in: content) {
            result.addressee = start..<to
        } else if let object = NounPhrase(analysis: analysis).tokens(from: start, before: content.upperBound),
            object.upperBound < content.upperBound, parts(object.upperBound) || isOfTwo(object)
        {
            result.addressee = object
        }
        return result
    }

    /// "said **late on Friday** that": they stand before what is said, whatever the candidate has.
    private func adjunctsOpening(_ content: Range<Int>) -> CueAdjuncts? {
        var adjuncts = Adjuncts(analysis: analysis, from: content.lowerBound, before: content.upperBound)
        adjuncts.read(.places)
        guard adjuncts.end > content.lowerBound, adjuncts.end < content.upperBound, analysis.tags[adjuncts.end] == .that
        else { return nil }
        return adjuncts.found
    }

    /// "complained **to the board** about prices"
    private func addresseeOpening(_ content: Range<Int>) -> Range<Int>? {
        let start = content.lowerBound
        guard analysis.lower(start) == "to", analysis.tags[start] == .preposition, verb.rest.isEmpty, !isThought,
            let object = NounPhrase(analysis: analysis).tokens(from: start + 1, before: content.upperBound),
            object.upperBound < content.upperBound,
            parts(object.upperBound) || analysis.tags[object.upperBound] == .preposition
        else { return nil }
        return object
    }

    /// The "to" behind a noun phrase, with what negates it.
    private func infinitive(in content: Range<Int>) -> Int? {
        guard analysis.tags[content.lowerBound] != .to else { return nil }
        let places = ObjectTerminator(analysis: analysis).terminators(["to"], from: content.lowerBound)
        guard var to = places.first(where: { opensInfinitive($0) && $0 < content.upperBound }) else { return nil }
        while to > content.lowerBound + 1, [.negation, .adverb, .wh].contains(analysis.tags[to - 1]) { to -= 1 }
        return to
    }

    /// "promised **them** rivers"
    private func isOfTwo(_ object: Range<Int>) -> Bool {
        analysis.tags[object.lowerBound] == .pronoun && verb.frames.contains(.person)
            && [.noun, .name, .number].contains(analysis.tags[object.upperBound])
    }

    private func opensInfinitive(_ to: Int) -> Bool {
        analysis.tags[to] == .to || (to + 1 < analysis.tags.count && analysis.tags[to + 1] == .quoteMark)
    }

    /// What stands between who is told and what: "that", "why", "against hasty conclusions", "a second meeting".
    private func parts(_ token: Int) -> Bool {
        switch analysis.tags[token] {
        case .that, .wh, .to, .negation, .determiner, .quoteMark, .comma, .colon: true
        case .preposition:
            verb.frames.contains(.person) && ["against", "about", "of", "on", "for"].contains(analysis.lower(token))
        case .subordinator: ["whether", "if"].contains(analysis.lower(token))
        default: false
        }
    }

    // MARK: Before the verb

    /// "Orrland **on Tuesday** accused", "the minister, **in a letter**, demanded": holds for the verbs that follow
    /// too.
    private func behindSource(_ source: Range<Int>) -> CueAdjuncts {
        var adjuncts = Adjuncts(analysis: analysis, from: source.upperBound, before: sentenceEnd(source.lowerBound))
        adjuncts.read([])
        // "the premier, whose majority fell in April, said": the time is the clause's that the source was cut from.
        let hasComma = { (token: Int) in analysis.document.tokens[token].kind == .comma }
        let isOfSource =
            source.dropLast().contains(where: hasComma) && adjuncts.end < analysis.tags.count
            && hasComma(adjuncts.end) && !hasComma(source.upperBound)
        return isOfSource ? CueAdjuncts() : adjuncts.found
    }

    /// In tokens: how far before a subject its clause is looked for. Chosen by hand.
    private static let clauseReach = 40

    /// "**In a letter to the board**, the mayor demanded", "**Speaking to reporters**, she": from where a clause begins
    /// to its subject.
    private func beforeSource(_ source: Range<Int>) -> CueAdjuncts {
        let sentence = analysis.sentenceTokens(of: source.lowerBound)
        let near = max(sentence.lowerBound, source.lowerBound - Self.clauseReach)
        let starts = (near..<source.lowerBound).reversed().filter { opensClause($0, sentence.lowerBound) }
        for start in starts {
            var adjuncts = Adjuncts(analysis: analysis, from: overSpeaking(start), before: source.lowerBound)
            adjuncts.read([.addressee, .places])
            if reaches(source, from: adjuncts.end) { return adjuncts.found }
        }
        return CueAdjuncts()
    }

    private func opensClause(_ token: Int, _ sentenceStart: Int) -> Bool {
        if token == sentenceStart { return true }
        return analysis.tags[token - 1] == .coordinator || analysis.tags[token - 1] == .quoteMark
    }

    /// "Speaking", "Giving evidence": what the adjuncts behind it say holds for what follows.
    private func overSpeaking(_ start: Int) -> Int {
        guard let entry = analysis.entry(start), entry.classes.contains(.verbGerund) else { return start }
        if let (match, place) = PhraseMatcher(analysis).verb(at: start), speaks(match) { return place.all.upperBound }
        return entry.verbs.contains(where: speaks) ? start + 1 : start
    }

    private func speaks(_ match: VerbLexicon.Match) -> Bool {
        [.say, .tell, .write].contains(match.verb.verbClass)
    }

    /// In tokens: ", Prime Minister". Chosen by hand.
    private static let longestTitle = 3

    /// A comma may stand between, and a title that the source was found without.
    private func reaches(_ source: Range<Int>, from end: Int) -> Bool {
        guard end <= source.lowerBound else { return false }
        let gap = end..<source.lowerBound
        return gap.count <= Self.longestTitle
            && gap.allSatisfy { [.comma, .name, .determiner].contains(analysis.tags[$0]) }
    }

    // MARK: Behind the content

    /// "condemned the attack **on Monday**": where the content that follows the verb ends before its sentence does.
    private var behindContent: CueAdjuncts {
        guard let content = candidate.content.first(where: { $0.lowerBound >= verbEnd }) else { return CueAdjuncts() }
        if let time = timeEnding(content) { return CueAdjuncts(time: time) }
        guard content.upperBound < sentenceEnd(chain.head) else { return CueAdjuncts() }
        var adjuncts = Adjuncts(
            analysis: analysis, from: content.upperBound, before: sentenceEnd(chain.head))
        adjuncts.read([])
        return adjuncts.found
    }

    /// In tokens: a longer content is no object. Chosen by hand.
    private static let longestContent = 39

    /// "criticized officials **this season**": an object has no time of its own.
    private func timeEnding(_ content: Range<Int>) -> Range<Int>? {
        guard [.accuse, .praise, .criticize].contains(verb.verbClass), content.lowerBound == verbEnd,
            content.count <= Self.longestContent,
            !content.contains(where: { analysis.tags[$0].isVerb || analysis.tags[$0] == .quoteMark })
        else { return nil }
        return content.lazy.compactMap { TimePhrase(analysis: analysis).tokens(from: $0, before: content.upperBound) }
            .first.flatMap { $0.upperBound == content.upperBound ? $0 : nil }
    }
}
