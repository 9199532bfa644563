/// What a model says of names, and of who is meant again, by token. Rules alone have none.
package struct MentionHints: Sendable {
    package enum NameKind: String, Sendable, CaseIterable { case person, organization, place, other }

    /// A word as part of a name.
    package struct NameWord: Sendable {
        package var kind: NameKind
        /// The name's first word.
        package var begins: Bool
        package var probability: Float

        package init(kind: NameKind, begins: Bool, probability: Float) {
            self.kind = kind
            self.begins = begins
            self.probability = probability
        }
    }

    /// Where a word's antecedent stands.
    package struct Link: Sendable {
        package var token: Int
        package var probability: Float

        package init(token: Int, probability: Float) {
            self.token = token
            self.probability = probability
        }
    }

    /// Whether a model has read the article; without one, no word is known to be no name.
    package var areGiven = false
    package private(set) var names: [Int: NameWord] = [:]
    package private(set) var links: [Int: [Link]] = [:]

    package static let none = MentionHints()

    package mutating func note(_ word: NameWord, at token: Int) {
        // A window that begins with another's end says less of that than the other did.
        if names[token] == nil { names[token] = word }
    }

    package mutating func note(_ found: [Link], from token: Int) {
        if links[token] == nil { links[token] = found }
    }

    /// Of a name's words, that a kind has to be said of.
    private static let leastShare: Float = 0.5

    /// What most of a name's words are said to be, where that is said of at least half of them.
    package func kind(of tokens: Range<Int>) -> NameKind? {
        var weights: [NameKind: Float] = [:]
        for word in tokens.compactMap({ names[$0] }) { weights[word.kind, default: 0] += word.probability }
        guard let best = NameKind.allCases.max(by: { weights[$0, default: 0] < weights[$1, default: 0] }),
            let weight = weights[best], weight >= Self.leastShare * Float(tokens.count)
        else { return nil }
        return best
    }

    /// Whether one name goes on from the token before.
    package func goesOn(at token: Int) -> Bool {
        guard let word = names[token], let before = names[token - 1] else { return false }
        return !word.begins && word.kind == before.kind
    }
}
