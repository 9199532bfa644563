import Newswire

/// What a mention is the source of, and what it stands in.
struct MentionContext {
    /// Whether it stands within quoted words of another quotation.
    var isInQuotes = false
    /// The speaker of those.
    var outer: Int?
    /// What it is the source of.
    var content: [Span] = []

    static let none = MentionContext()
}
