import LanguageKit
import Rulebook
import Text

/// Attributions that close or break an indirect quotation: …, X said.
struct ParentheticalRule: VerbRule {
    let reading: SentenceReading

    func finding(_ group: VerbGroup, _ subject: VerbSubject?) -> VerbFinding? {
        guard group.frames.contains(.parenthetical), group.tag == .finite, !group.passive else { return nil }
        if let subject, subject.own, reading.isParted(subject.items.lowerBound), isClosed(group.items.upperBound) {
            return around(
                .parenthetical, group, subject.items, from: subject.items.lowerBound, to: group.items.upperBound)
        }
        guard subject?.own != true || !closesApposition(group), group.frames.contains(.inversion),
            reading.isParted(group.items.lowerBound)
        else { return nil }
        let inverted = InvertedSubject(analysis: analysis, sentence: sentence)
        guard let source = inverted.subject(from: group.items.upperBound) else { return nil }
        return around(.parentheticalInverted, group, source, from: group.items.lowerBound, to: source.upperBound)
    }

    /// "The union, whose members strike, said": the comma before the verb closes a relative clause of its subject.
    private func closesApposition(_ group: VerbGroup) -> Bool {
        sentence.items[..<group.items.lowerBound].contains { $0.tag == .relative }
    }

    /// After the verb: the sentence's end, a comma, or an adjunct.
    private func isClosed(_ i: Int) -> Bool {
        guard i < sentence.items.count else { return true }
        switch sentence.items[i].tag {
        case .finite, .that, .wh, .to: return false
        default: return true
        }
    }

    private func around(_ construction: Construction, _ group: VerbGroup, _ source: Range<Int>, from: Int, to: Int)
        -> VerbFinding?
    {
        var start = reading.outerFloor
        while start < from, reading.isMark(sentence.items[start].tag) || sentence.items[start].tag == .coordinator {
            start += 1
        }
        var end = from
        while end > start, reading.isMark(sentence.items[end - 1].tag) { end -= 1 }
        guard end > start else { return nil }
        let left = start..<end
        let whole = left.contains { sentence.items[$0].tag.isFinite || sentence.items[$0].tag == .quote }
        var content = [left]
        var last = to
        if let right = resuming(from: to, whole: whole) {
            content.append(right)
            last = right.upperBound
        } else if !whole, construction != .parenthetical || !isHeadline(endingAt: to) {
            return nil
        }
        let words = left.count { !reading.isMark(sentence.items[$0].tag) }
        guard words > 1 || content.count > 1 || sentence.items[left.lowerBound].tag == .quote else { return nil }
        return reading.finding(construction, group, source: source, content: content, end: last)
    }

    /// "Schools safe, ministry says": nothing closes a headline, and its verb is left out.
    private func isHeadline(endingAt end: Int) -> Bool {
        end == sentence.items.count && sentence.within == nil && sentence.startsParagraph
    }

    /// "The plan, he said, will fail": the clause goes on after the attribution.
    private func resuming(from to: Int, whole: Bool) -> Range<Int>? {
        var i = to
        while i < sentence.items.count, sentence.items[i].tag == .time || sentence.items[i].tag == .adverb { i += 1 }
        guard i + 1 < sentence.items.count, sentence.items[i].tag == .comma else { return nil }
        let next = sentence.items[i + 1].tag
        if next == .gerund || next == .stop { return nil }
        if whole, next != .coordinator && next != .that && next != .quote && next != .subordinator { return nil }
        if next == .coordinator, groups.contains(where: { $0.items.lowerBound == i + 2 && $0.isReporting }) {
            return nil
        }
        let end = reading.boundary.end(from: i + 1)
        return end > i + 1 ? i + 1..<end : nil
    }
}
