import LanguageKit
import Rulebook
import Text

/// Attributions that close a quotation: “…,” X said and “…,” said X.
struct ClosingQuoteRule: VerbRule {
    let reading: SentenceReading

    func finding(_ group: VerbGroup, _ subject: VerbSubject?) -> VerbFinding? {
        guard !group.frames.isDisjoint(with: .closing), group.tag == .finite else { return nil }
        if let subject, subject.own, let quote = quoteBefore(subject.items.lowerBound) {
            return closing(.quoteThenSpeaker, group, subject.items, quote, after: group.items.upperBound)
        }
        if let (quote, source) = spanned(before: group) {
            return closing(.quoteThenSpeaker, group, source, quote, after: group.items.upperBound)
        }
        guard let quote = quoteBefore(group.items.lowerBound) else { return nil }
        let inverted = InvertedSubject(analysis: analysis, sentence: sentence)
        if let source = inverted.subject(from: group.items.upperBound) {
            return closing(.quoteThenVerb, group, source, quote, after: source.upperBound)
        }
        return nil
    }

    /// In items between a quotation and its verb. Chosen by hand: nobody describes a speaker at greater length.
    private static let longestDescription = 40

    /// A quotation to the left that something must follow, with nothing between it and the verb but what can be a long
    /// description of the speaker.
    private func spanned(before group: VerbGroup) -> (Int, Range<Int>)? {
        let start = group.items.lowerBound
        guard
            let quote = sentence.items[reading.floor..<max(start, reading.floor)].lastIndex(where: { $0.tag == .quote }
            ),
            endsOpen(sentence.items[quote]),
            start - quote > 1, start - quote < Self.longestDescription
        else { return nil }
        var range = quote + 1..<start
        while let last = range.last, reading.isMark(sentence.items[last].tag) || sentence.items[last].tag == .adverb {
            range.removeLast()
        }
        while let first = range.first, sentence.items[first].tag == .comma { range.removeFirst() }
        guard let first = range.first, opensNounPhrase(sentence.items[first].tag) else { return nil }
        let interrupted = groups.contains {
            $0.isReporting && range.contains($0.head) && $0.frames.contains(.quote) && $0.tag == .finite
                && !followsRelative($0)
        }
        return interrupted || range.contains { sentence.items[$0].tag == .semicolon } ? nil : (quote, range)
    }

    private func followsRelative(_ group: VerbGroup) -> Bool {
        group.items.lowerBound > 0 && sentence.items[group.items.lowerBound - 1].tag == .relative
    }

    private func opensNounPhrase(_ tag: Tag) -> Bool {
        tag == .name || tag == .determiner || tag == .possessive || tag == .noun || tag == .pronoun || tag == .number
    }

    /// The quote item that ends right before `i`, a comma between them or inside its mark.
    private func quoteBefore(_ i: Int) -> Int? {
        var j = i - 1
        while j >= 0, sentence.items[j].tag == .adverb || sentence.items[j].tag == .coordinator { j -= 1 }
        guard j >= reading.floor else { return nil }
        if sentence.items[j].tag == .comma || sentence.items[j].tag == .dash, j > reading.floor,
            sentence.items[j - 1].tag == .quote
        {
            return j - 1
        }
        guard sentence.items[j].tag == .quote, endsOpen(sentence.items[j]) else { return nil }
        return j
    }

    /// In words. More without a mark at their end are no part of another's phrase. Chosen by hand.
    private static let longestPart = 6

    /// Ends with a comma, question mark or dash inside its marks: something must follow.
    private func endsOpen(_ item: Item) -> Bool {
        guard let last = analysis.last(in: item) else { return false }
        switch analysis.tags[last] {
        case .comma, .dash, .ellipsis: return true
        case .stop:
            return analysis.document.tokens[last].kind != .stop
                || analysis.wordCount(item.tokens) > SentenceReading.longestFragment
        default: return analysis.wordCount(item.tokens) > Self.longestPart
        }
    }

    private func closing(
        _ construction: Construction, _ group: VerbGroup, _ source: Range<Int>, _ quote: Int, after end: Int
    ) -> VerbFinding {
        var content = [segmentStart(quote)..<quote + 1]
        var last = end
        if let next = resumingQuote(from: end) {
            content.append(next)
            last = next.upperBound
        }
        return reading.finding(construction, group, source: source, content: content, end: last)
    }

    /// Where the content that ends with a quotation begins: at the quotation, or with the words before it.
    private func segmentStart(_ quote: Int) -> Int {
        // "He was less kind: “No,” he said.": what stands before a colon or a full stop is the reporter's.
        let opens = quote > reading.floor && sentence.items[quote - 1].tag == .colon
        var i = opens ? quote : (reading.floor..<quote).last { sentence.items[$0].tag == .stop } ?? reading.floor
        while i < quote, reading.isMark(sentence.items[i].tag) || sentence.items[i].tag == .coordinator { i += 1 }
        let words = (i..<quote).count { !reading.isMark(sentence.items[$0].tag) }
        return words == 0 || (words == 1 && !reading.startsLowercase(sentence.items[quote])) ? quote : i
    }

    /// In items behind the attribution: no time and place are longer. Chosen by hand.
    private static let resumingReach = 12

    /// “…,” X said (on Monday), “and …”
    private func resumingQuote(from end: Int) -> Range<Int>? {
        var i = end
        while i < sentence.items.count, i < end + Self.resumingReach {
            switch sentence.items[i].tag {
            case .quote:
                guard
                    sentence.items[i - 1].tag == .comma || sentence.items[i - 1].tag == .colon
                        || sentence.items[i - 1].tag == .dash
                        || sentence.items[i - 1].tag == .coordinator || i == end
                else { return nil }
                return i..<reading.quotesEnd(i)
            case .finite, .gerund, .stop, .semicolon, .that: return nil
            default: i += 1
            }
        }
        return nil
    }
}
