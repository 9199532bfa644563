/// What a model says of names, and of who is meant again, by token. Rules alone have none.
struct MentionHints: Sendable {
    enum NameKind: String, Sendable, CaseIterable { case person, organization, place, other }

    /// A word as part of a name.
    struct NameWord: Sendable {
        var kind: NameKind
        /// The name's first word.
        var begins: Bool
        var probability: Float
    }

    /// Where a word's antecedent stands.
    struct Link: Sendable {
        var token: Int
        var probability: Float
    }

    /// Whether a model has read the article; without one, no word is known to be no name.
    var areGiven = false
    private(set) var names: [Int: NameWord] = [:]
    private(set) var links: [Int: [Link]] = [:]

    static let none = MentionHints()

    mutating func note(_ word: NameWord, at token: Int) {
        // A window that begins with another's end says less of that than the other did.
        if names[token] == nil { names[token] = word }
    }

    mutating func note(_ found: [Link], from token: Int) {
        if links[token] == nil { links[token] = found }
    }

    /// What most of a name's words are said to be, where that is said of at least half of them.
    func kind(of tokens: Range<Int>) -> NameKind? {
        var weights: [NameKind: Float] = [:]
        for word in tokens.compactMap({ names[$0] }) { weights[word.kind, default: 0] += word.probability }
        guard let best = NameKind.allCases.max(by: { weights[$0, default: 0] < weights[$1, default: 0] }),
            let weight = weights[best], weight >= 0.5 * Float(tokens.count)
        else { return nil }
        return best
    }

    /// Whether one name goes on from the token before.
    func goesOn(at token: Int) -> Bool {
        guard let word = names[token], let before = names[token - 1] else { return false }
        return !word.begins && word.kind == before.kind
    }
}
