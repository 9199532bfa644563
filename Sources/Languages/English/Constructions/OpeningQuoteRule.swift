import LanguageKit
import Rulebook
import Text

/// Attributions that open a quotation: X said, “…”
struct OpeningQuoteRule: VerbRule {
    let reading: SentenceReading

    func finding(_ group: VerbGroup, _ subject: VerbSubject?) -> VerbFinding? {
        guard group.frames.contains(.quote), group.tag != .infinitive || subject != nil else { return nil }
        guard let quote = quoteAfter(group), let source = subject?.items ?? invertedColon(group, quote),
            !resumesClause(quote, subject), !isClosedByAnother(quote)
        else { return nil }
        let end = contentEnd(fromQuote: quote)
        return reading.finding(.verbThenQuote, group, source: source, content: [quote..<end], end: end)
    }

    /// "The reports would be published, she said, “whatever they contain.”": the words before belong to it.
    private func resumesClause(_ quote: Int, _ subject: VerbSubject?) -> Bool {
        guard let subject, subject.own, reading.isParted(subject.items.lowerBound),
            reading.startsLowercase(sentence.items[quote])
        else {
            return false
        }
        return (reading.outerFloor..<subject.items.lowerBound).contains { sentence.items[$0].tag.isFinite }
    }

    /// In items, with the comma before it: "…," the minister added. Chosen by hand.
    private static let longestSubject = 4

    /// — “budget permitting”, it added: the quotation has its attribution behind it.
    private func isClosedByAnother(_ quote: Int) -> Bool {
        guard quote > 0, sentence.items[quote - 1].tag == .dash || sentence.items[quote - 1].tag == .comma else {
            return false
        }
        guard let next = groups.first(where: { $0.items.lowerBound > quote }), next.frames.contains(.quote),
            next.tag == .finite
        else { return false }
        return next.items.lowerBound - quote <= Self.longestSubject
            && reading.subjects.subject(endingAt: next.items.lowerBound, notBefore: quote + 1) != nil
            && sentence.items[quote + 1].tag == .comma
    }

    private func invertedColon(_ group: VerbGroup, _ quote: Int) -> Range<Int>? {
        guard group.tag == .finite else { return nil }
        let inverted = InvertedSubject(analysis: analysis, sentence: sentence)
        guard let source = inverted.subject(from: group.items.upperBound), source.upperBound < quote else { return nil }
        return source
    }

    /// In items behind the verb. No addressee, time and place are longer together. Chosen by hand.
    private static let quoteReach = 18

    /// The quotation that a verb opens, over addressee, time and place.
    private func quoteAfter(_ group: VerbGroup) -> Int? {
        var i = group.items.upperBound
        while i < sentence.items.count, i < group.items.upperBound + Self.quoteReach {
            switch sentence.items[i].tag {
            case .quote: return opens(i, group) ? i : nil
            case .finite, .be, .have, .do, .modal, .semicolon, .stop, .that, .to, .infinitive, .subordinator, .wh,
                .relative:
                return nil
            case .gerund where i > group.items.upperBound: return nil
            default: i += 1
            }
        }
        return nil
    }

    private func opens(_ i: Int, _ group: VerbGroup) -> Bool {
        if i == group.items.upperBound { return true }
        switch sentence.items[i - 1].tag {
        case .comma, .colon, .dash: return true
        default:
            return analysis.wordCount(sentence.items[i].tokens) > SentenceReading.longestFragment
                && !group.frames.isDisjoint(with: [.person])
        }
    }

    /// A whole sentence ends with its mark; a few quoted words are part of what goes on.
    private func contentEnd(fromQuote quote: Int) -> Int {
        let next = reading.quotesEnd(quote)
        guard next < sentence.items.count else { return next }
        switch sentence.items[next].tag {
        case .comma, .stop, .semicolon, .dash, .coordinator, .openBracket, .gerund: return next
        default: return isSentence(sentence.items[quote]) ? next : reading.boundary.end(from: quote)
        }
    }

    private func isSentence(_ item: Item) -> Bool {
        guard let last = analysis.last(in: item) else { return false }
        return analysis.tags[last] == .stop || analysis.tags[last] == .comma
    }
}
