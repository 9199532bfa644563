import LanguageKit
import Rulebook
import Text

/// Attributions by a verb with its complement: X said that …
struct ComplementRule: VerbRule {
    let reading: SentenceReading

    func finding(_ group: VerbGroup, _ subject: VerbSubject?) -> VerbFinding? {
        guard let complement = ComplementFinder(analysis: analysis, sentence: sentence).complement(of: group) else {
            return nil
        }
        let end = min(
            reading.boundary.end(from: complement.start),
            mainClause(after: group) ?? clauseEnd(of: subject) ?? sentence.items.count
        )
        guard end > complement.start else { return nil }
        if complement.construction == .passive || isRaising(group, complement) {
            return passive(group, subject, complement, end)
        }
        guard !group.passive || complement.construction == .thatClause || complement.construction == .whClause else {
            return nil
        }
        if isOpeningParticiple(group), [.whClause, .preposition].contains(complement.construction) {
            let content = [complement.start..<end]
            return reading.finding(complement.construction, group, source: nil, content: content, end: complement.start)
        }
        if group.passive { return told(group, subject, complement, end) }
        guard let source = subject?.items else { return nil }
        guard isSpeaker(source, complement.construction) else { return nil }
        return reading.finding(
            complement.construction, group, source: source, content: [complement.start..<end], end: complement.start)
    }

    /// "Claiming that S, X told …": where a participle opens the sentence, its content ends before the main clause.
    private func mainClause(after group: VerbGroup) -> Int? {
        guard group.tag == .gerund || group.tag == .participle || isOpeningParticiple(group),
            group.items.lowerBound <= 1
        else { return nil }
        for later in groups where later.items.lowerBound > group.items.upperBound && later.tag == .finite {
            guard let subject = reading.subjects.subject(endingAt: later.items.lowerBound), subject.lowerBound > 0,
                sentence.items[subject.lowerBound - 1].tag == .comma
            else { continue }
            return subject.lowerBound - 1
        }
        return nil
    }

    /// "When X says S, Y demands more": what is said inside a dependent clause ends with that clause.
    private func clauseEnd(of subject: VerbSubject?) -> Int? {
        guard let start = subject?.items.lowerBound, subject?.own == true, start > 0,
            sentence.items[start - 1].tag == .subordinator || sentence.items[start - 1].tag == .wh
        else { return nil }
        for comma in sentence.items.indices where comma > start && sentence.items[comma].tag == .comma {
            let main = groups.first { $0.items.lowerBound > comma && $0.tag == .finite }
            if let main, reading.subjects.subject(endingAt: main.items.lowerBound)?.lowerBound == comma + 1 {
                return comma
            }
        }
        return nil
    }

    /// "Asked whether …, she said": who asked is not told.
    private func isOpeningParticiple(_ group: VerbGroup) -> Bool {
        group.items.lowerBound == 0 && group.match?.verb.verbClass == .ask
            && group.match?.forms.contains(.participle) == true
    }

    /// "It seems that", "there": nobody speaks.
    private func isSpeaker(_ source: Range<Int>, _ construction: Construction) -> Bool {
        guard source.count == 1 else { return true }
        let word = analysis.lower(sentence.items[source.lowerBound].first)
        return word != "there" && !(word == "it" && construction != .thatClause && construction != .bareClause)
    }

    /// "The talks seem to stall": it is the writer to whom they seem to.
    private func isRaising(_ group: VerbGroup, _ complement: Complement) -> Bool {
        complement.construction == .toInfinitive && group.match?.verb.verbClass == .show
    }

    /// "Jurors were told that", "the panel was told by a roofer that"
    private func told(_ group: VerbGroup, _ subject: VerbSubject?, _ complement: Complement, _ end: Int) -> VerbFinding?
    {
        guard subject?.own == true, group.frames.contains(.person) else { return nil }
        return reading.finding(
            complement.construction, group, source: nil, content: [complement.start..<end], end: complement.start)
    }

    /// "The talks are expected to resume": what is expected is subject and infinitive together.
    private func passive(_ group: VerbGroup, _ subject: VerbSubject?, _ complement: Complement, _ end: Int)
        -> VerbFinding?
    {
        guard let subject, subject.own, !reading.isRelative(subject.items) else { return nil }
        return reading.finding(
            .passive, group, source: nil, content: [subject.items, complement.start..<end], end: complement.start)
    }
}
