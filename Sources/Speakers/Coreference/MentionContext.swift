import Newswire

/// What a mention is the source of, and what it stands in.
struct MentionContext {
    /// Whether it stands within quoted words of another quotation.
    var isInQuotes = false
    /// The speaker of those.
    var outer: Int?
    /// The speaker of the quotation that it stands in, of his or her words or not: "Ek said that she hoped".
    var within: Int?
    /// What it is the source of.
    var content: [Span] = []

    static let none = MentionContext()
}
