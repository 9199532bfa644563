/// Lines that sites put between the paragraphs of stories.
final class SiteLines: Sendable {
    /// Chosen by hand, as the next two (docs/pages.md, “Where the numbers come from”). The longest appeals and notices of
    /// rights have some sixty words.
    private static let longest = 330
    /// "Read more: Bridge shut" is a line for its link even if the link is less than half of it …
    private static let linked = 0.4
    /// … and a shorter line if it has any link.
    private static let linkedLine = 60

    /// "Ferry at the quay. © Norvik Pictures / Bo Ek"
    private static let credit = 70

    private let wholes: Set<String>
    private let openings: TextOpenings
    /// Anywhere in a short paragraph: appeals, and the reservation of rights.
    private let phrases: [String]
    /// Only of links.
    private let linkOpenings: TextOpenings
    let stamps: Set<String>
    let stampOpenings: Set<String>
    /// What dates and times are written with, stamps included.
    let clockWords: Set<String>
    let authorPrepositions: Set<String>

    init(_ vocabulary: NewsVocabulary) {
        wholes = Set(vocabulary.lower(.siteLine))
        openings = TextOpenings(vocabulary.lower(.siteLineOpening))
        phrases = vocabulary.lower(.sitePhrase)
        linkOpenings = TextOpenings(vocabulary.lower(.linkOpening))
        stamps = Set(vocabulary.lower(.stamp))
        stampOpenings = Set(vocabulary.lower(.stampOpening))
        authorPrepositions = Set(vocabulary.lower(.authorPreposition))
        clockWords = stamps.union(vocabulary.lower(.stampFiller)).union(vocabulary.calendar.all)
    }

    func isOne(_ block: PageBlock) -> Bool {
        guard block.size <= Self.longest, block.kind != .table, block.kind != .quote else { return false }
        let text = block.text.lowercased()
        if isMarkup(text) || isStamp(block) { return true }
        if block.size < Self.credit, block.kind == .paragraph, text.utf8Contains("©") { return true }
        if wholes.contains(text.trimming { !$0.isLetter }) || openings.open(text) { return true }
        // What somebody said is no line of the site's.
        guard !text.utf8Contains("“"), !text.utf8Contains("\"") else { return false }
        if phrases.contains(where: { text.utf8Contains($0) }) { return true }
        let isLink =
            block.linkShare > Self.linked
            || block.links > 0 && block.size < Self.linkedLine && !block.endsSentence
        return isLink && linkOpenings.open(text)
    }

    /// Markup that was escaped once too often.
    private func isMarkup(_ text: String) -> Bool {
        text.hasPrefix("<") && text.hasSuffix(">") && text.utf8Contains("=")
    }
}

extension String {
    fileprivate func trimming(_ isEdge: (Character) -> Bool) -> String {
        let front = drop(while: isEdge)
        guard let last = front.lastIndex(where: { !isEdge($0) }) else { return "" }
        return String(front[...last])
    }
}

/// Texts that paragraphs begin with, by their first byte: nearly all paragraphs begin with none.
private struct TextOpenings: Sendable {
    private let byFirst: [UInt8: [String]]

    init(_ texts: [String]) { byFirst = Dictionary(grouping: texts) { $0.utf8.first ?? 0 } }

    func open(_ text: String) -> Bool {
        text.utf8.first.flatMap { byFirst[$0] }?.contains(where: text.hasPrefix) ?? false
    }
}
