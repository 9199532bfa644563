import LanguageKit
import Rulebook
import Text

/// Applies the rules to one folded sentence, verb by verb from left to right.
struct SentenceSpotter {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence
    let groups: [VerbGroup]
    let subjects: SubjectFinder
    let complements: ComplementFinder
    let boundary: ContentBoundary
    private(set) var candidates: [Candidate] = []
    /// The first item that no find has used up: contents that precede their cue begin here at the earliest.
    var floor = 0
    /// The same for an attribution that closes its sentence: what it attributes may itself be an attribution.
    var outerFloor = 0
    var lastSource: Range<Int>?

    init(analysis: AnalyzedDocument, sentence: FoldedSentence) {
        self.analysis = analysis
        self.sentence = sentence
        groups = VerbGroupFinder(analysis: analysis).groups(in: sentence)
        subjects = SubjectFinder(analysis: analysis, sentence: sentence)
        complements = ComplementFinder(analysis: analysis, sentence: sentence)
        boundary = ContentBoundary(analysis: analysis, sentence: sentence, groups: groups)
    }

    static func candidates(in sentence: FoldedSentence, _ analysis: AnalyzedDocument) -> [Candidate] {
        var spotter = SentenceSpotter(analysis: analysis, sentence: sentence)
        spotter.spot()
        return spotter.candidates
    }

    private mutating func spot() {
        let disputed = DisputedNounRule(analysis: analysis, sentence: sentence, groups: groups).candidate()
        let end = disputed?.content.first?.lowerBound ?? Int.max
        for (n, group) in groups.enumerated() where group.isReporting && sentence.items[group.head].first < end {
            spot(group, at: n)
        }
        candidates = ExpectedSpeech.joined(candidates, analysis)
        if let disputed {
            for i in candidates.indices { candidates[i].end(before: end) }
            add(disputed)
        }
        for candidate in PhraseRules(analysis: analysis, sentence: sentence, boundary: boundary).candidates() {
            add(candidate)
        }
        if let candidate = DashRule(sentence: sentence).candidate() { add(candidate) }
        if !candidates.contains(where: \.closesSentence),
            let candidate = ColonRule(analysis: analysis, sentence: sentence, groups: groups).candidate()
        {
            add(candidate)
        }
    }

    private mutating func add(_ candidate: Candidate) {
        let overlapping = candidates.contains { other in
            other.cue.contains { cue in candidate.cue.contains { $0.overlaps(cue) } }
                || other.content == candidate.content
        }
        guard !overlapping else { return }
        candidates.append(candidate)
    }

    // MARK: One verb

    private mutating func spot(_ group: VerbGroup, at n: Int) {
        guard !isAdjective(group) else { return }
        let before = subject(of: group, at: n)
        if let candidate = closingQuote(group, before) ?? openingQuote(group, before) ?? complement(group, before)
            ?? parenthetical(group, before)
        {
            add(candidate.candidate)
            floor = max(floor, candidate.end)
            if candidate.candidate.closesSentence { outerFloor = max(outerFloor, candidate.end) }
            lastSource = candidate.source ?? lastSource
        }
    }

    /// "the disputed bank": a participle before its noun reports nothing.
    func isAdjective(_ group: VerbGroup) -> Bool {
        guard group.tag == .participle, group.items.lowerBound > 0 else { return false }
        switch sentence.items[group.items.lowerBound - 1].tag {
        case .determiner, .possessive, .genitive, .preposition: return true
        default: return false
        }
    }

    typealias Result = (candidate: Candidate, end: Int, source: Range<Int>?)

    struct Subject {
        var items: Range<Int>
        /// Stands right before the verb, rather than being that of an earlier verb.
        var own: Bool
    }

    func subject(of group: VerbGroup, at n: Int) -> Subject? {
        if group.tag == .gerund || group.tag == .participle
            || sentence.items[group.head].tag == .infinitive && group.tag == .infinitive
        {
            return implied(for: group, at: n)
        }
        let start = group.items.lowerBound
        if start > 0, sentence.items[start - 1].tag == .coordinator { return implied(for: group, at: n) }
        if start > 0, sentence.items[start - 1].tag == .comma, sharesSubject(group) {
            return implied(for: group, at: n)
        }
        return subjects.subject(endingAt: start).map { Subject(items: $0, own: true) }
    }

    /// "She said A, praised B and warned C", "wins the race, then says": a list of verbs with one subject.
    func sharesSubject(_ group: VerbGroup) -> Bool {
        let first = sentence.items[group.items.lowerBound]
        if first.stretch == nil, analysis.lower(first.first) == "then" { return true }
        guard let lastSource, !isRelative(lastSource) else { return false }
        return groups.contains {
            $0.items.lowerBound > group.items.upperBound && sentence.items[$0.items.lowerBound - 1].tag == .coordinator
        }
    }

    /// The subject of a coordinated verb or participle is that of the last attribution, else of the sentence.
    func implied(for group: VerbGroup, at n: Int) -> Subject? {
        if group.tag == .gerund, let name = nameBefore(group.items.lowerBound) {
            return Subject(items: name, own: false)
        }
        if let lastSource, !isRelative(lastSource) || group.tag != .gerund {
            return Subject(items: lastSource, own: false)
        }
        let opens = group.items.lowerBound <= 1
        for main in opens ? groups[(n + 1)...] : groups[..<n] where main.tag == .finite {
            guard let subject = subjects.subject(endingAt: main.items.lowerBound) else { continue }
            if isRelative(subject), group.tag == .gerund { continue }
            return Subject(items: subject, own: false)
        }
        return nil
    }

    /// "footage of Trump saying", "with both sides accusing": who stands right before the participle.
    func nameBefore(_ end: Int) -> Range<Int>? {
        var start = end
        while start > 0,
            sentence.items[start - 1].tag.isNominal || sentence.items[start - 1].tag == .coordinator
                || sentence.items[start - 1].tag == .determiner
        { start -= 1 }
        guard start < end else { return nil }
        if start > 0, analysis.lower(sentence.items[start - 1].first) == "with" { return start..<end }
        start = end
        while start > 0, sentence.items[start - 1].tag == .name { start -= 1 }
        return start < end ? start..<end : nil
    }

    func isRelative(_ items: Range<Int>) -> Bool {
        items.count == 1
            && (sentence.items[items.lowerBound].tag == .relative || sentence.items[items.lowerBound].tag == .that)
    }

    func make(
        _ construction: Construction, _ group: VerbGroup, source: Range<Int>?, content: [Range<Int>]
    ) -> Candidate {
        let verb = group.match
        return Candidate(
            construction: construction, source: source.map(sentence.tokens), cue: group.cue.map(sentence.tokens),
            content: content.map(sentence.tokens),
            match: verb, verbClass: verb?.verb.verbClass ?? .say, stance: verb?.verb.stance ?? .neutral,
            head: sentence.items[group.head].first, paragraph: sentence.paragraph, within: sentence.within)
    }
}
