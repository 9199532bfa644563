/// Headings over what readers wrote: "3 Comments", "Leave a Reply".
struct CommentHeadings: Sendable {
    private let subjects: Set<String>
    private let openings: Set<String>
    private let invitations: [String]

    /// Chosen by hand, as the next two (docs/pages.md, “Where the numbers come from”). A longer line is told, not a heading.
    private static let longest = 50
    /// "Join the 12 comments" has three words that are no numbers.
    private static let mostWords = 4
    /// "Leave a Reply to Bo Ek" has six.
    private static let mostOfInvitation = 6

    init(_ vocabulary: NewsVocabulary) {
        subjects = Set(vocabulary.lower(.comments))
        openings = Set(vocabulary.lower(.commentOpening))
        invitations = vocabulary.lower(.commentInvitation)
    }

    func isOne(_ block: PageBlock) -> Bool {
        guard block.size < Self.longest, block.kind != .table, block.kind != .quote else { return false }
        return isOne(block.text, isHeading: block.isHeading)
    }

    /// - Parameter isHeading: Whether the text stands in an element for headings.
    func isOne(_ text: String, isHeading: Bool) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        let text = words.joined(separator: " ")
        if isHeading, let last = words.last, subjects.contains(last) {
            // "The minister's comments" is a part of a story.
            if words.count == 1 || words.count <= Self.mostWords && openings.contains(words[0]) { return true }
        }
        return words.count <= Self.mostOfInvitation && invitations.contains { text.hasPrefix($0) }
    }
}
