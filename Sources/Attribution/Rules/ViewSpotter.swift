import Language
import Rulebook

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
    private var floor = 0
    /// The same for an attribution that closes its sentence: what it attributes may itself be an attribution.
    private var outerFloor = 0
    private var lastSource: Range<Int>?

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
        for (n, group) in groups.enumerated() where group.isReporting && view.items[group.head].first < end { spot(group, at: n) }
        if let disputed {
            for i in finds.indices { finds[i].end(before: end) }
            add(disputed)
        }
        for find in PhraseRules(analysis: analysis, view: view, boundary: boundary).finds() { add(find) }
        if let find = DashRule(view: view).find() { add(find) }
        if !finds.contains(where: \.rule.closesSentence), let find = ColonRule(analysis: analysis, view: view, groups: groups).find() { add(find) }
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
            if find.find.rule.closesSentence { outerFloor = max(outerFloor, find.end) }
            lastSource = find.source ?? lastSource
        }
    }

    /// "the disputed bank": a participle before its noun reports nothing.
    private func isAdjective(_ group: VerbGroup) -> Bool {
        guard group.tag == .participle, group.items.lowerBound > 0 else { return false }
        switch view.items[group.items.lowerBound - 1].tag {
        case .determiner, .possessive, .genitive, .preposition: return true
        default: return false
        }
    }

    private typealias Result = (find: Find, end: Int, source: Range<Int>?)

    private struct Subject {
        var items: Range<Int>
        /// Stands right before the verb, rather than being that of an earlier verb.
        var own: Bool
    }

    private func subject(of group: VerbGroup, at n: Int) -> Subject? {
        if group.tag == .gerund || group.tag == .participle || view.items[group.head].tag == .infinitive && group.tag == .infinitive {
            return implied(for: group, at: n)
        }
        let start = group.items.lowerBound
        if start > 0, view.items[start - 1].tag == .coordinator { return implied(for: group, at: n) }
        if start > 0, view.items[start - 1].tag == .comma, sharesSubject(group) { return implied(for: group, at: n) }
        return subjects.subject(endingAt: start).map { Subject(items: $0, own: true) }
    }

    /// "She said A, praised B and warned C", "wins the race, then says": a list of verbs with one subject.
    private func sharesSubject(_ group: VerbGroup) -> Bool {
        let first = view.items[group.items.lowerBound]
        if first.stretch < 0, analysis.lower(first.first) == "then" { return true }
        guard let lastSource, !isRelative(lastSource) else { return false }
        return groups.contains { $0.items.lowerBound > group.items.upperBound && view.items[$0.items.lowerBound - 1].tag == .coordinator }
    }

    /// The subject of a coordinated verb or participle is that of the last attribution, else of the sentence.
    private func implied(for group: VerbGroup, at n: Int) -> Subject? {
        if group.tag == .gerund, let name = nameBefore(group.items.lowerBound) { return Subject(items: name, own: false) }
        if let lastSource, !isRelative(lastSource) || group.tag != .gerund { return Subject(items: lastSource, own: false) }
        let opens = group.items.lowerBound <= 1
        for main in opens ? groups[(n + 1)...] : groups[..<n] where main.tag == .finite {
            guard let subject = subjects.subject(endingAt: main.items.lowerBound) else { continue }
            if isRelative(subject), group.tag == .gerund { continue }
            return Subject(items: subject, own: false)
        }
        return nil
    }

    /// "footage of Trump saying", "with both sides accusing": who stands right before the participle.
    private func nameBefore(_ end: Int) -> Range<Int>? {
        var start = end
        while start > 0, view.items[start - 1].tag.isNominal || view.items[start - 1].tag == .coordinator
            || view.items[start - 1].tag == .determiner { start -= 1 }
        guard start < end else { return nil }
        if start > 0, analysis.lower(view.items[start - 1].first) == "with" { return start..<end }
        start = end
        while start > 0, view.items[start - 1].tag == .name { start -= 1 }
        return start < end ? start..<end : nil
    }

    private func isRelative(_ items: Range<Int>) -> Bool {
        items.count == 1 && (view.items[items.lowerBound].tag == .relative || view.items[items.lowerBound].tag == .that)
    }

    private func make(
        _ rule: Rule, _ group: VerbGroup, source: Range<Int>?, content: [Range<Int>],
        addressee: Range<Int>? = nil
    ) -> Find {
        let verb = group.match
        return Find(
            rule: rule, source: source.map(view.tokens), cue: [view.tokens(group.items)], content: content.map(view.tokens),
            match: verb, verbClass: verb?.verb.verbClass ?? .say, stance: verb?.verb.stance ?? .neutral,
            head: view.items[group.head].first, paragraph: view.paragraph, within: view.within,
            addressee: addressee.map(view.tokens), target: nil)
    }

    // MARK: “…,” X said and “…,” said X

    private func closingQuote(_ group: VerbGroup, _ subject: Subject?) -> Result? {
        guard !group.frames.isDisjoint(with: [.quote, .parenthetical]), group.tag == .finite else { return nil }
        if let subject, subject.own, let quote = quoteBefore(subject.items.lowerBound) {
            return closing(.quoteThenSpeaker, group, subject.items, quote, after: group.items.upperBound)
        }
        if let (quote, source) = spanned(before: group) {
            return closing(.quoteThenSpeaker, group, source, quote, after: group.items.upperBound)
        }
        guard let quote = quoteBefore(group.items.lowerBound) else { return nil }
        let inverted = InvertedSubject(analysis: analysis, view: view)
        if let source = inverted.subject(from: group.items.upperBound) {
            return closing(.quoteThenVerb, group, source, quote, after: source.upperBound)
        }
        return nil
    }

    /// A quotation to the left that something must follow, with nothing between it and the verb but what can be a long
    /// description of the speaker.
    private func spanned(before group: VerbGroup) -> (Int, Range<Int>)? {
        let start = group.items.lowerBound
        guard let quote = view.items[floor..<max(start, floor)].lastIndex(where: { $0.tag == .quote }), endsOpen(view.items[quote]),
            start - quote > 1, start - quote < 40
        else { return nil }
        var range = quote + 1..<start
        while let last = range.last, isMark(view.items[last].tag) || view.items[last].tag == .adverb { range.removeLast() }
        while let first = range.first, view.items[first].tag == .comma { range.removeFirst() }
        guard let first = range.first, opensNounPhrase(view.items[first].tag) else { return nil }
        let interrupted = groups.contains { $0.isReporting && range.contains($0.head) && $0.frames.contains(.quote) && $0.tag == .finite && !followsRelative($0) }
        return interrupted || range.contains { view.items[$0].tag == .semicolon } ? nil : (quote, range)
    }

    private func followsRelative(_ group: VerbGroup) -> Bool {
        group.items.lowerBound > 0 && view.items[group.items.lowerBound - 1].tag == .relative
    }

    private func opensNounPhrase(_ tag: Tag) -> Bool {
        tag == .name || tag == .determiner || tag == .possessive || tag == .noun || tag == .pronoun || tag == .number
    }

    /// The quote item that ends right before `i`, a comma between them or inside its mark.
    private func quoteBefore(_ i: Int) -> Int? {
        var j = i - 1
        while j >= 0, view.items[j].tag == .adverb || view.items[j].tag == .coordinator { j -= 1 }
        guard j >= floor else { return nil }
        if view.items[j].tag == .comma || view.items[j].tag == .dash, j > floor, view.items[j - 1].tag == .quote { return j - 1 }
        guard view.items[j].tag == .quote, endsOpen(view.items[j]) else { return nil }
        return j
    }

    /// Ends with a comma, question mark or dash inside its marks: something must follow.
    private func endsOpen(_ item: Item) -> Bool {
        guard let last = analysis.stretches[item.stretch].inner.last else { return false }
        switch analysis.tags[last] {
        case .comma, .dash, .ellipsis: return true
        case .stop: return analysis.document.tokens[last].kind != .stop || analysis.wordCount(item.tokens) > 4
        default: return analysis.wordCount(item.tokens) > 6
        }
    }

    private func closing(
        _ rule: Rule, _ group: VerbGroup, _ source: Range<Int>, _ quote: Int, after end: Int
    ) -> Result {
        var content = [segmentStart(quote)..<quote + 1]
        var last = end
        if let next = resumingQuote(from: end) {
            content.append(next)
            last = next.upperBound
        }
        return (make(rule, group, source: source, content: content), last, source)
    }

    /// Where the content that ends with a quotation begins: at the quotation, or with the words before it.
    private func segmentStart(_ quote: Int) -> Int {
        var i = floor
        while i < quote, isMark(view.items[i].tag) || view.items[i].tag == .coordinator { i += 1 }
        let words = (i..<quote).count { !isMark(view.items[$0].tag) }
        return words == 0 || (words == 1 && !startsLowercase(view.items[quote])) ? quote : i
    }

    private func startsLowercase(_ item: Item) -> Bool {
        guard let first = analysis.stretches[item.stretch].inner.first else { return false }
        return analysis.document.tokens[first].kind == .word && !analysis.document.tokens[first].shape.contains(.capitalized)
    }

    /// “…,” X said (on Monday), “and …”
    private func resumingQuote(from end: Int) -> Range<Int>? {
        var i = end
        while i < view.items.count, i < end + 12 {
            switch view.items[i].tag {
            case .quote:
                guard view.items[i - 1].tag == .comma || view.items[i - 1].tag == .colon || view.items[i - 1].tag == .dash
                    || view.items[i - 1].tag == .coordinator || i == end else { return nil }
                return i..<quotesEnd(i)
            case .finite, .gerund, .stop, .semicolon, .that: return nil
            default: i += 1
            }
        }
        return nil
    }

    private func isMark(_ tag: Tag) -> Bool {
        switch tag {
        case .comma, .colon, .semicolon, .dash, .stop, .ellipsis, .quoteMark, .symbol, .openBracket, .closeBracket: true
        default: false
        }
    }

    // MARK: X said, “…”

    private func openingQuote(_ group: VerbGroup, _ subject: Subject?) -> Result? {
        guard group.frames.contains(.quote), group.tag != .infinitive || subject != nil else { return nil }
        guard let quote = quoteAfter(group), let source = subject?.items ?? invertedColon(group, quote),
            !resumesClause(quote, subject), !isClosedByAnother(quote)
        else { return nil }
        let end = contentEnd(fromQuote: quote)
        return (
            make(
                .verbThenQuote, group, source: source, content: [quote..<end],
                addressee: addressee(group, quote)), end, source
        )
    }

    /// "The reports would be published, she said, “whatever they contain.”": the words before belong to it.
    private func resumesClause(_ quote: Int, _ subject: Subject?) -> Bool {
        guard let subject, subject.own, isParted(subject.items.lowerBound), startsLowercase(view.items[quote]) else { return false }
        return (outerFloor..<subject.items.lowerBound).contains { view.items[$0].tag.isFinite }
    }

    /// — “budget permitting”, it added: the quotation has its attribution behind it.
    private func isClosedByAnother(_ quote: Int) -> Bool {
        guard quote > 0, view.items[quote - 1].tag == .dash || view.items[quote - 1].tag == .comma else { return false }
        guard let next = groups.first(where: { $0.items.lowerBound > quote }), next.frames.contains(.quote), next.tag == .finite
        else { return false }
        return next.items.lowerBound - quote <= 4 && subjects.subject(endingAt: next.items.lowerBound, notBefore: quote + 1) != nil
            && view.items[quote + 1].tag == .comma
    }

    private func invertedColon(_ group: VerbGroup, _ quote: Int) -> Range<Int>? {
        guard group.tag == .finite else { return nil }
        let inverted = InvertedSubject(analysis: analysis, view: view)
        guard let source = inverted.subject(from: group.items.upperBound), source.upperBound < quote else { return nil }
        return source
    }

    /// The quotation that a verb opens, over addressee, time and place.
    private func quoteAfter(_ group: VerbGroup) -> Int? {
        var i = group.items.upperBound
        while i < view.items.count, i < group.items.upperBound + 18 {
            switch view.items[i].tag {
            case .quote: return opens(i, group) ? i : nil
            case .finite, .be, .have, .do, .modal, .semicolon, .stop, .that, .to, .infinitive, .subordinator, .wh, .relative: return nil
            case .gerund where i > group.items.upperBound: return nil
            default: i += 1
            }
        }
        return nil
    }

    private func opens(_ i: Int, _ group: VerbGroup) -> Bool {
        if i == group.items.upperBound { return true }
        switch view.items[i - 1].tag {
        case .comma, .colon, .dash: return true
        default: return analysis.wordCount(view.items[i].tokens) > 4 && !group.frames.isDisjoint(with: [.person])
        }
    }

    /// A whole sentence ends with its mark; a few quoted words are part of what goes on.
    private func contentEnd(fromQuote quote: Int) -> Int {
        let next = quotesEnd(quote)
        guard next < view.items.count else { return next }
        switch view.items[next].tag {
        case .comma, .stop, .semicolon, .dash, .coordinator, .openBracket, .gerund: return next
        default: return isSentence(view.items[quote]) ? next : boundary.end(from: quote)
        }
    }

    /// “…” and “…”: quotations joined by a comma or conjunction.
    private func quotesEnd(_ quote: Int) -> Int {
        var end = quote + 1
        var i = end
        while i < view.items.count, view.items[i].tag == .comma || view.items[i].tag == .coordinator {
            i += 1
            if i < view.items.count, view.items[i].tag == .quote {
                end = i + 1
                i = end
            }
        }
        return end
    }

    private func isSentence(_ item: Item) -> Bool {
        guard let last = analysis.stretches[item.stretch].inner.last else { return false }
        return analysis.tags[last] == .stop || analysis.tags[last] == .comma
    }

    private func addressee(_ group: VerbGroup, _ end: Int) -> Range<Int>? {
        guard group.frames.contains(.person), group.items.upperBound < end else { return nil }
        var stop = end
        while stop > group.items.upperBound, isMark(view.items[stop - 1].tag) { stop -= 1 }
        var i = group.items.upperBound
        while i < stop, view.items[i].tag.isNominal && view.items[i].tag != .time || view.items[i].tag == .determiner
            || view.items[i].tag == .genitive || view.items[i].tag == .possessive { i += 1 }
        return i > group.items.upperBound ? group.items.upperBound..<i : nil
    }

    // MARK: X said that …

    private func complement(_ group: VerbGroup, _ subject: Subject?) -> Result? {
        guard let complement = complements.complement(of: group) else { return nil }
        let end = min(boundary.end(from: complement.start), mainClause(after: group) ?? clauseEnd(of: subject) ?? view.items.count)
        guard end > complement.start else { return nil }
        if complement.rule == .passive || isRaising(group, complement) { return passive(group, subject, complement, end) }
        guard !group.passive || complement.rule == .thatClause || complement.rule == .whClause else { return nil }
        if isOpeningParticiple(group), [.whClause, .preposition].contains(complement.rule) {
            let content = [complement.start..<end]
            return (make(complement.rule, group, source: nil, content: content), complement.start, nil)
        }
        guard let source = group.passive ? nil : subject?.items else { return nil }
        guard isSpeaker(source, complement.rule) else { return nil }
        return (
            make(
                complement.rule, group, source: source, content: [complement.start..<end], addressee: complement.addressee), complement.start, source
        )
    }

    /// "Claiming that S, X told …": where a participle opens the sentence, its content ends before the main clause.
    private func mainClause(after group: VerbGroup) -> Int? {
        guard group.tag == .gerund || group.tag == .participle || isOpeningParticiple(group), group.items.lowerBound <= 1
        else { return nil }
        for later in groups where later.items.lowerBound > group.items.upperBound && later.tag == .finite {
            guard let subject = subjects.subject(endingAt: later.items.lowerBound), subject.lowerBound > 0,
                view.items[subject.lowerBound - 1].tag == .comma
            else { continue }
            return subject.lowerBound - 1
        }
        return nil
    }

    /// "When X says S, Y demands more": what is said inside a dependent clause ends with that clause.
    private func clauseEnd(of subject: Subject?) -> Int? {
        guard let start = subject?.items.lowerBound, subject?.own == true, start > 0,
            view.items[start - 1].tag == .subordinator || view.items[start - 1].tag == .wh
        else { return nil }
        for comma in view.items.indices where comma > start && view.items[comma].tag == .comma {
            let main = groups.first { $0.items.lowerBound > comma && $0.tag == .finite }
            if let main, subjects.subject(endingAt: main.items.lowerBound)?.lowerBound == comma + 1 { return comma }
        }
        return nil
    }

    /// "Asked whether …, she said": who asked is not told.
    private func isOpeningParticiple(_ group: VerbGroup) -> Bool {
        group.items.lowerBound == 0 && group.match?.verb.verbClass == .ask && group.match?.forms.contains(.participle) == true
    }

    /// "It seems that", "there": nobody speaks.
    private func isSpeaker(_ source: Range<Int>, _ rule: Rule) -> Bool {
        guard source.count == 1 else { return true }
        let word = analysis.lower(view.items[source.lowerBound].first)
        return word != "there" && !(word == "it" && rule != .thatClause && rule != .bareClause)
    }

    /// "The talks seem to stall": it is the writer to whom they seem to.
    private func isRaising(_ group: VerbGroup, _ complement: Complement) -> Bool {
        complement.rule == .toInfinitive && group.match?.verb.verbClass == .show
    }

    /// "The talks are expected to resume": what is expected is subject and infinitive together.
    private func passive(_ group: VerbGroup, _ subject: Subject?, _ complement: Complement, _ end: Int) -> Result? {
        guard let subject, subject.own, !isRelative(subject.items) else { return nil }
        return (
            make(
                .passive, group, source: nil, content: [subject.items, complement.start..<end]), complement.start, nil
        )
    }

    // MARK: …, X said.

    private func parenthetical(_ group: VerbGroup, _ subject: Subject?) -> Result? {
        guard group.frames.contains(.parenthetical), group.tag == .finite, !group.passive else { return nil }
        if let subject, subject.own, isParted(subject.items.lowerBound), isClosed(group.items.upperBound) {
            return around(.parenthetical, group, subject.items, from: subject.items.lowerBound, to: group.items.upperBound)
        }
        guard subject?.own != true || !closesApposition(group), group.frames.contains(.inversion), isParted(group.items.lowerBound)
        else { return nil }
        let inverted = InvertedSubject(analysis: analysis, view: view)
        guard let source = inverted.subject(from: group.items.upperBound) else { return nil }
        return around(.parentheticalInverted, group, source, from: group.items.lowerBound, to: source.upperBound)
    }

    /// "The union, whose members strike, said": the comma before the verb closes a relative clause of its subject.
    private func closesApposition(_ group: VerbGroup) -> Bool {
        view.items[..<group.items.lowerBound].contains { $0.tag == .relative }
    }

    /// A comma, dash or quotation stands before the attribution.
    private func isParted(_ i: Int) -> Bool {
        guard i > outerFloor else { return false }
        switch view.items[i - 1].tag {
        case .comma, .dash: return true
        case .quote: return true
        default: return false
        }
    }

    /// After the verb: the sentence's end, a comma, or an adjunct.
    private func isClosed(_ i: Int) -> Bool {
        guard i < view.items.count else { return true }
        switch view.items[i].tag {
        case .finite, .that, .wh, .to: return false
        default: return true
        }
    }

    private func around(_ rule: Rule, _ group: VerbGroup, _ source: Range<Int>, from: Int, to: Int) -> Result? {
        var start = outerFloor
        while start < from, isMark(view.items[start].tag) || view.items[start].tag == .coordinator { start += 1 }
        var end = from
        while end > start, isMark(view.items[end - 1].tag) { end -= 1 }
        guard end > start else { return nil }
        let left = start..<end
        let whole = left.contains { view.items[$0].tag.isFinite || view.items[$0].tag == .quote }
        var content = [left]
        var last = to
        if let right = resuming(from: to, whole: whole) {
            content.append(right)
            last = right.upperBound
        } else if !whole {
            return nil
        }
        let words = left.count { !isMark(view.items[$0].tag) }
        guard words > 1 || content.count > 1 || view.items[left.lowerBound].tag == .quote else { return nil }
        return (make(rule, group, source: source, content: content), last, source)
    }

    /// "The plan, he said, will fail": the clause goes on after the attribution.
    private func resuming(from to: Int, whole: Bool) -> Range<Int>? {
        var i = to
        while i < view.items.count, view.items[i].tag == .time || view.items[i].tag == .adverb { i += 1 }
        guard i + 1 < view.items.count, view.items[i].tag == .comma else { return nil }
        let next = view.items[i + 1].tag
        if next == .gerund || next == .stop { return nil }
        if whole, next != .coordinator && next != .that && next != .quote && next != .subordinator { return nil }
        if next == .coordinator, groups.contains(where: { $0.items.lowerBound == i + 2 && $0.isReporting }) { return nil }
        let end = boundary.end(from: i + 1)
        return end > i + 1 ? i + 1..<end : nil
    }
}
