import LanguageKit
import Rulebook
import Text

/// Applies the rules to one sentence view, verb by verb from left to right.
struct ViewSpotter {
    let analysis: Analysis
    let view: SentenceView
    let groups: [VerbGroup]
    let subjects: SubjectFinder
    let complements: ComplementFinder
    let boundary: ContentBoundary
    private(set) var finds: [Find] = []
    /// The first item that no find has used up: contents that precede their cue begin here at the earliest.
    var floor = 0
    /// The same for an attribution that closes its sentence: what it attributes may itself be an attribution.
    var outerFloor = 0
    var lastSource: Range<Int>?

    init(analysis: Analysis, view: SentenceView) {
        self.analysis = analysis
        self.view = view
        groups = VerbGroupFinder(analysis: analysis).groups(in: view)
        subjects = SubjectFinder(analysis: analysis, view: view)
        complements = ComplementFinder(analysis: analysis, view: view)
        boundary = ContentBoundary(analysis: analysis, view: view, groups: groups)
    }

    static func finds(in view: SentenceView, _ analysis: Analysis) -> [Find] {
        var spotter = ViewSpotter(analysis: analysis, view: view)
        spotter.spot()
        return spotter.finds
    }

    private mutating func spot() {
        let disputed = DisputedNounRule(analysis: analysis, view: view, groups: groups).find()
        let end = disputed?.content.first?.lowerBound ?? Int.max
        for (n, group) in groups.enumerated() where group.isReporting && view.items[group.head].first < end {
            spot(group, at: n)
        }
        finds = ExpectedSpeech.joined(finds, analysis)
        if let disputed {
            for i in finds.indices { finds[i].end(before: end) }
            add(disputed)
        }
        for find in PhraseRules(analysis: analysis, view: view, boundary: boundary).finds() { add(find) }
        if let find = DashRule(view: view).find() { add(find) }
        if !finds.contains(where: \.closesSentence),
            let find = ColonRule(analysis: analysis, view: view, groups: groups).find()
        {
            add(find)
        }
    }

    private mutating func add(_ find: Find) {
        let overlapping = finds.contains { other in
            other.cue.contains { cue in find.cue.contains { $0.overlaps(cue) } } || other.content == find.content
        }
        guard !overlapping else { return }
        finds.append(find)
    }

    // MARK: One verb

    private mutating func spot(_ group: VerbGroup, at n: Int) {
        guard !isAdjective(group) else { return }
        let before = subject(of: group, at: n)
        if let find = closingQuote(group, before) ?? openingQuote(group, before) ?? complement(group, before)
            ?? parenthetical(group, before)
        {
            add(find.find)
            floor = max(floor, find.end)
            if find.find.closesSentence { outerFloor = max(outerFloor, find.end) }
            lastSource = find.source ?? lastSource
        }
    }

    /// "the disputed bank": a participle before its noun reports nothing.
    func isAdjective(_ group: VerbGroup) -> Bool {
        guard group.tag == .participle, group.items.lowerBound > 0 else { return false }
        switch view.items[group.items.lowerBound - 1].tag {
        case .determiner, .possessive, .genitive, .preposition: return true
        default: return false
        }
    }

    typealias Result = (find: Find, end: Int, source: Range<Int>?)

    struct Subject {
        var items: Range<Int>
        /// Stands right before the verb, rather than being that of an earlier verb.
        var own: Bool
    }

    func subject(of group: VerbGroup, at n: Int) -> Subject? {
        if group.tag == .gerund || group.tag == .participle
            || view.items[group.head].tag == .infinitive && group.tag == .infinitive
        {
            return implied(for: group, at: n)
        }
        let start = group.items.lowerBound
        if start > 0, view.items[start - 1].tag == .coordinator { return implied(for: group, at: n) }
        if start > 0, view.items[start - 1].tag == .comma, sharesSubject(group) { return implied(for: group, at: n) }
        return subjects.subject(endingAt: start).map { Subject(items: $0, own: true) }
    }

    /// "She said A, praised B and warned C", "wins the race, then says": a list of verbs with one subject.
    func sharesSubject(_ group: VerbGroup) -> Bool {
        let first = view.items[group.items.lowerBound]
        if first.stretch < 0, analysis.lower(first.first) == "then" { return true }
        guard let lastSource, !isRelative(lastSource) else { return false }
        return groups.contains {
            $0.items.lowerBound > group.items.upperBound && view.items[$0.items.lowerBound - 1].tag == .coordinator
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
            view.items[start - 1].tag.isNominal || view.items[start - 1].tag == .coordinator
                || view.items[start - 1].tag == .determiner
        { start -= 1 }
        guard start < end else { return nil }
        if start > 0, analysis.lower(view.items[start - 1].first) == "with" { return start..<end }
        start = end
        while start > 0, view.items[start - 1].tag == .name { start -= 1 }
        return start < end ? start..<end : nil
    }

    func isRelative(_ items: Range<Int>) -> Bool {
        items.count == 1 && (view.items[items.lowerBound].tag == .relative || view.items[items.lowerBound].tag == .that)
    }

    func make(
        _ rule: Rule, _ group: VerbGroup, source: Range<Int>?, content: [Range<Int>]
    ) -> Find {
        let verb = group.match
        return Find(
            rule: rule, source: source.map(view.tokens), cue: [view.tokens(group.items)],
            content: content.map(view.tokens),
            match: verb, verbClass: verb?.verb.verbClass ?? .say, stance: verb?.verb.stance ?? .neutral,
            head: view.items[group.head].first, paragraph: view.paragraph, within: view.within)
    }
}
