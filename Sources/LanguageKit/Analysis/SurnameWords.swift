import Newswire
import Rulebook
import Text

/// Surnames that lists have as other words: where "Brian May" is named, "May added that he was tired" is of him, and "in May" is of
/// none.
struct SurnameWords {
    let tokens: [Token]
    let classes: [WordClass]
    /// What the lexicon says of each token.
    let entries: [Lexicon.Entry?]

    private static let others: WordClass = [.modal, .time, .anyVerb]
    private static let noGivenName: WordClass = [.modal, .time]
    private static let behindSubject: WordClass = [.finiteVerb, .be, .have, .do, .modal]

    /// The classes of each token's word, which for such a surname are none.
    func cleared() -> [WordClass] {
        let named = tokens.indices.filter(isNamed)
        guard !named.isEmpty else { return classes }
        var cleared = classes
        let surnames = Set(named.map { tokens[$0].lower })
        for i in tokens.indices where isWordWithCapital(i) && surnames.contains(tokens[i].lower) && isMeant(i) {
            cleared[i] = []
        }
        for i in named { cleared[i] = [] }
        return cleared
    }

    /// "May" of "Brian May said", and no "Brian may have said".
    private func isNamed(_ i: Int) -> Bool {
        guard i > 0, isWordWithCapital(i), !classes[i].isDisjoint(with: Self.others),
            classes[i].isDisjoint(with: .functionWord)
        else { return false }
        return isWordWithCapital(i - 1) && entries[i - 1]?.givenName != nil
            && classes[i - 1].isDisjoint(with: Self.noGivenName)
            && tokens[i - 1].span.end + 1 == tokens[i].span.start && !isCounted(i) && !followsWholeName(i)
    }

    /// "Otto Brandt Thursday called", where Brandt can be a given name too.
    private func followsWholeName(_ i: Int) -> Bool {
        classes[i].contains(.time) && i > 1 && isWordWithCapital(i - 2) && entries[i - 2]?.givenName != nil
    }

    /// "May added", "May, who": behind no preposition, and before a verb.
    private func isMeant(_ i: Int) -> Bool {
        guard i + 2 < tokens.count, i == 0 || !classes[i - 1].contains(.preposition), !isCounted(i) else {
            return false
        }
        let next = tokens[i + 1].kind == .comma ? classes[i + 2].intersection([.relative, .whWord]) : classes[i + 1]
        return tokens[i + 1].kind == .comma ? !next.isEmpty : !next.isDisjoint(with: Self.behindSubject)
    }

    /// "May 5"
    private func isCounted(_ i: Int) -> Bool { i + 1 < tokens.count && tokens[i + 1].kind == .number }

    private func isWordWithCapital(_ i: Int) -> Bool {
        let token = tokens[i]
        return token.kind == .word && token.shape.contains(.capitalized) && !token.shape.contains(.allCaps)
    }
}
