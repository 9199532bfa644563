import LanguageKit
import Rulebook

/// Decides where the content of an indirect quotation ends.
///
/// A content mostly runs to its sentence's end. It ends earlier where the sentence goes on in the reporter's own
/// voice: a participle ("…, adding that"), a second reporting verb ("… and said"), a relative clause, a contrast. The
/// places to cut are those at which readers of annotated news ended contents more often than not.
struct ContentBoundary {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence
    let groups: [VerbGroup]

    /// The item after the content that begins at `start`, without trailing marks.
    func end(from start: Int) -> Int {
        var i = start + 1
        while i < sentence.items.count, !cuts(at: i, start: start) { i += 1 }
        while i > start, isTrailing(i - 1) { i -= 1 }
        return i
    }

    private func isTrailing(_ i: Int) -> Bool {
        switch sentence.items[i].tag {
        case .comma, .stop, .semicolon, .colon, .dash, .ellipsis: true
        default: false
        }
    }

    private func cuts(at i: Int, start: Int) -> Bool {
        if i > start, endsWithComma(sentence.items[i - 1]), sentence.items[i].tag == .gerund { return true }
        return switch sentence.items[i].tag {
        case .semicolon: true
        case .comma: !isReopened(i, from: start) && cutsAfterComma(i + 1)
        case .coordinator: cutsAtCoordinator(i)
        case .dash: !closesLater(i)
        case .openBracket: bracketEndsSentence(i)
        case .stop, .ellipsis: i + 1 >= sentence.items.count
        default: false
        }
    }

    /// A quotation with the comma inside its marks.
    private func endsWithComma(_ item: Item) -> Bool {
        guard let last = analysis.last(in: item) else { return false }
        return analysis.tags[last] == .comma
    }

    private func cutsAfterComma(_ i: Int) -> Bool {
        guard i < sentence.items.count else { return true }
        let item = sentence.items[i]
        if item.stretch != nil { return false }
        let word = analysis.lower(item.first)
        switch item.tag {
        case .gerund: return !isPrepositional(word)
        case .relative: return true
        case .subordinator: return ["although", "though", "while", "whereas", "as", "even"].contains(word)
        case .coordinator:
            if word == "but" || word == "yet" { return true }
            return reportsNext(after: i) || startsAttribution(at: i + 1)
        case .adverb:
            if i + 1 < sentence.items.count, sentence.items[i + 1].tag == .gerund { return true }
        case .finite, .be, .have, .do: return true
        default: break
        }
        return isAccordingTo(i) || isParentheticalAttribution(at: i)
    }

    /// "that the cost, put at 128 million, would starve …": a phrase between a subject and its verb.
    private func isReopened(_ comma: Int, from start: Int) -> Bool {
        guard !(start..<comma).contains(where: { sentence.items[$0].tag.isFinite }) else { return false }
        guard let next = sentence.items[(comma + 1)...].firstIndex(where: { $0.tag == .comma || $0.tag == .stop }),
            sentence.items[next].tag == .comma, next + 1 < sentence.items.count
        else { return false }
        return groups.contains { $0.items.lowerBound == next + 1 && $0.tag == .finite }
    }

    private func isPrepositional(_ word: String) -> Bool {
        word == "including" || word == "regarding" || word == "concerning"
    }

    private func cutsAtCoordinator(_ i: Int) -> Bool {
        let word = analysis.lower(sentence.items[i].first)
        guard word == "and" || word == "but" || word == "or" else { return false }
        return reportsNext(after: i) || (word != "or" && startsAttribution(at: i + 1))
    }

    /// "and said", "and also told": a reporting verb in a finite form right behind the conjunction.
    private func reportsNext(after i: Int) -> Bool {
        groups.contains { $0.items.lowerBound == i + 1 && isStrong($0) }
    }

    private func isStrong(_ group: VerbGroup) -> Bool {
        guard let match = group.match, group.tag == .finite || group.tag == .gerund else { return false }
        if sentence.items[group.head].tag == .infinitive { return false }
        return !match.verb.frames.isDisjoint(with: .strong)
    }

    /// In items: a subject of a few words behind "and". Chosen by hand.
    private static let longestJoinedSubject = 5
    /// In items: the subject of ", Smith said", with its appositions. Chosen by hand.
    private static let longestSubject = 24

    /// "and Smith said that": a subject of a few words and a verb of saying with its complement.
    private func startsAttribution(at i: Int) -> Bool {
        guard let group = groups.first(where: { $0.items.lowerBound > i }),
            group.items.lowerBound - i <= Self.longestJoinedSubject,
            isStrong(group), group.frames.contains(.quote)
        else { return false }
        return (i..<group.items.lowerBound).allSatisfy { isOfName(sentence.items[$0].tag) }
    }

    private func isOfName(_ tag: Tag) -> Bool {
        tag.isNominal || tag == .determiner || tag == .possessive || tag == .genitive || tag == .preposition
    }

    /// ", Smith said." or ", the minister said," : closes what stands before it.
    private func isParentheticalAttribution(at i: Int) -> Bool {
        guard let group = groups.first(where: { $0.items.lowerBound > i && $0.tag == .finite }),
            group.items.lowerBound - i <= Self.longestSubject, group.frames.contains(.parenthetical),
            SubjectFinder(analysis: analysis, sentence: sentence).subject(endingAt: group.items.lowerBound)?.lowerBound
                == i
        else { return false }
        guard group.items.upperBound < sentence.items.count else { return true }
        let next = sentence.items[group.items.upperBound].tag
        return next == .comma || next == .stop || next == .time || (group.frames.contains(.person) && next != .that)
    }

    private func isAccordingTo(_ i: Int) -> Bool {
        analysis.lower(sentence.items[i].first) == "according" && i + 1 < sentence.items.count
            && analysis.lower(sentence.items[i + 1].first) == "to"
    }

    private func closesLater(_ i: Int) -> Bool {
        sentence.items[(i + 1)...].contains { $0.tag == .dash }
    }

    private func bracketEndsSentence(_ i: Int) -> Bool {
        guard let close = sentence.items[i...].firstIndex(where: { $0.tag == .closeBracket }) else { return false }
        return close + 2 >= sentence.items.count
    }
}
