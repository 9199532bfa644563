/// How a source mentions a person whose name is known.
enum MentionForm: Int, Sendable, CaseIterable {
    case name, pronoun, description

    private static let pronouns: Set = [
        "he", "she", "they", "him", "her", "his", "them", "their", "i", "me", "my", "we", "you", "who", "himself",
        "herself", "that", "which", "it", "one",
    ]

    /// Nil where there is no mention: "“No,” he said. “Never.”" has none for its second sentence.
    init?(of mention: String, for name: String) {
        let words = Set(NameComparison.words(mention))
        guard !words.isEmpty else { return nil }
        if words.isSubset(of: Self.pronouns) {
            self = .pronoun
        } else {
            self = words.isDisjoint(with: NameComparison.words(name)) ? .description : .name
        }
    }
}
