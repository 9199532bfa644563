import Newswire
import Rulebook
import TestSupport

/// The words of English that no code outside of `Sources/Languages` may know: those of the rules' closed classes, and the
/// commonest of all.
struct LanguageWords {
    private let words: Set<String>

    static let english = LanguageWords(Shipped.rulebook)

    init(_ rulebook: Rulebook) {
        let closed = WordClass.listed.map(\.wordClass).filter { $0 != .adverb }.reduce(into: WordClass()) {
            $0.insert($1)
        }
        let calendar = rulebook.news.calendar
        var all = Set(rulebook.wordClasses.filter { !$0.value.isDisjoint(with: closed) }.keys)
        all.formUnion(rulebook.grammarWords.keys)
        all.formUnion(calendar.weekdays.union(calendar.months.keys))
        all.formUnion(calendar.beforeNoon.union(calendar.afterNoon))
        all.formUnion(Self.commonest.split(separator: " ").map(String.init))
        words = all.filter { word in word.contains { $0.isLetter } }
    }

    /// Whether a literal is nothing but such words. What is interpolated, or several words that end a sentence, is a message.
    func makeUp(_ literal: SwiftLiterals.Literal) -> Bool {
        let parts = literal.text.lowercased().replacing("’", with: "'").split(whereSeparator: \.isWhitespace)
            .filter { $0.contains(where: \.isLetter) }
        guard !literal.isInterpolated, !parts.isEmpty, parts.allSatisfy(isWord) else { return false }
        return parts.count == 1 || !(literal.text.last.map(".!?".contains) ?? false)
    }

    /// Marks at its ends aside: "by:" is one as "n't" is.
    private func isWord(_ text: Substring) -> Bool {
        words.contains(Self.trimmed(text) { $0.isLetter || $0 == "'" })
            || words.contains(Self.trimmed(text, \.isLetter))
    }

    private static func trimmed(_ text: Substring, _ isKept: (Character) -> Bool) -> String {
        guard let first = text.firstIndex(where: isKept), let last = text.lastIndex(where: isKept) else { return "" }
        return String(text[first...last])
    }

    /// The 150 commonest words of written English.
    static let commonest = """
        the be to of and a in that have i it for not on with he as you do at this but his by from they we say her \
        she or an will my one all would there their what so up out if about who get which go me when make can like \
        time no just him know take people into year your good some could them see other than then now look only come \
        its over think also back after use two how our work first well way even new want because any these give day \
        most us is are was were been has had said did got made went more very much many where here why through down \
        should may off before between both each few own same such too under last long great little old big high \
        small large next early young man woman child world
        """
}
