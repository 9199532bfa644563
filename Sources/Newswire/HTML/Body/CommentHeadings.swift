/// Headings over what readers wrote: "3 Comments", "Leave a Reply".
struct CommentHeadings: Sendable {
    private let subjects: Set<String>
    private let openings: Set<String>
    private let invitations: [String]

    init(_ vocabulary: NewsVocabulary) {
        subjects = Set(vocabulary.lower(.comments))
        openings = Set(vocabulary.lower(.commentOpening))
        invitations = vocabulary.lower(.commentInvitation)
    }

    func isOne(_ block: PageBlock) -> Bool {
        guard block.size < 50, block.kind != .table, block.kind != .quote else { return false }
        let words = block.text.lowercased().split { !$0.isLetter }.map(String.init)
        let text = words.joined(separator: " ")
        if block.isHeading, let last = words.last, subjects.contains(last) {
            // "The minister's comments" is a part of a story.
            if words.count == 1 || words.count < 5 && openings.contains(words[0]) { return true }
        }
        return words.count <= 6 && invitations.contains { text.hasPrefix($0) }
    }
}
