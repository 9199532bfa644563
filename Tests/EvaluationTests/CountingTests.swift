import Newswire
import Testing

@testable import Evaluation

@Suite struct CountingTests {
    /// The words of a text, a blank between them.
    private func words(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        let words = Words(scalars)
        var result = [String](repeating: "", count: words.count)
        for (offset, scalar) in scalars.enumerated() {
            for word in words.covered(by: [Span(offset, offset + 1)]) { result[word].unicodeScalars.append(scalar) }
        }
        return result
    }

    @Test(arguments: [
        ("“Don't,” she’d said.", ["Don't", "she’d", "said"]),
        ("rock'n'roll 'tis 90's'", ["rock'n", "roll", "tis", "90's"]),
        ("snake_case x² Ⅷ ½ ٣", ["snake_case", "x²", "Ⅷ", "½", "٣"]), ("cafe\u{301}s Ⓐ 🇸🇪", ["cafe", "s"]),
        ("說: 괜찮다", ["說", "괜찮다"]), ("", []), ("…", []),
    ])
    func wordsAreThoseOfPythonsExpression(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(arguments: [
        ("“All of it,” and”", [(0, 11)], ContentKind.direct), ("“some” of it", [(0, 12)], .mixed),
        ("none of it", [(0, 10)], .indirect), ("\"open to the end", [(0, 16)], .direct),
        ("“a \" b” c", [(0, 9)], .mixed), ("“a” and “b”", [(0, 3), (8, 11)], .direct), ("“”", [(0, 2)], .indirect),
        ("x", [], .indirect),
    ])
    func aContentsKindGoesByItsLetters(text: String, spans: [(Int, Int)], kind: ContentKind) {
        #expect(ContentKind(of: spans.map { Span($0.0, $0.1) }, in: Array(text.unicodeScalars)) == kind)
    }

    /// Both finds agree with the first mark as well: the better cue gets it, and the other one is left the second.
    @Test func ofContentsThatAgreeAsWellTheBetterCueIsTaken() {
        let text = "he says a b and she says b c"
        let words = Words(Array(text.unicodeScalars))
        func roles(_ cue: Span, _ content: Span) -> RoleWords {
            RoleWords(MarkedAttribution(cue: [cue], content: [content]), in: words)
        }
        let marks = [roles(Span(3, 7), Span(8, 11)), roles(Span(20, 24), Span(25, 28))]
        let finds = [roles(Span(20, 24), Span(8, 11)), roles(Span(3, 7), Span(8, 11))]
        #expect(Pairing(marks: marks, finds: finds).pairs(atLeast: 0.5) == [.init(mark: 0, find: 1)])
        let equal = [finds[1], finds[1]]
        #expect(Pairing(marks: marks, finds: equal).pairs(atLeast: 0.5) == [.init(mark: 0, find: 0)])
    }

    @Test func shareOfNothingIsNothing() {
        let nothing = Scores(Tally())
        #expect(Set(nothing.rows.flatMap(\.figure.numbers)) == [0])
        let empty = Scores(Tally(marks: [], finds: [], in: "Nobody said a word."))
        #expect(empty["alpha"] == .number(1), "both readers saw nothing, and agree")
        #expect(empty["attribution"]?.numbers == [0, 0, 0])
    }

    @Test func talliesOfPartsAddUp() {
        let text = "“Yes,” said Ek. No, he added."
        let mark = MarkedAttribution(source: [Span(12, 14)], cue: [Span(7, 11)], content: [Span(0, 6)])
        let other = MarkedAttribution(source: [Span(20, 22)], cue: [Span(23, 28)], content: [Span(16, 18)])
        var sum = Tally(marks: [mark, other], finds: [mark], in: text)
        sum += Tally(marks: [mark], finds: [mark, other], in: text)
        #expect(sum.articles == 2 && sum.marks == 3 && sum.finds == 3)
        #expect(Scores(sum)["attribution"] == Scores.Figure(Matches(both: 2, finds: 3, marks: 3)))
        #expect(Scores(sum)["direct attribution recall"]?.numbers == [1])
        #expect(Scores(sum)["indirect attribution recall"]?.numbers == [0])
    }

    /// "Ek said he said no": the inner one counts only where somebody marked such.
    @Test func whatStandsWithinOthersCountsWhereItWasMarked() {
        let text = "Ek said he said no."
        let outer = MarkedAttribution(source: [Span(0, 2)], cue: [Span(3, 7)], content: [Span(8, 18)])
        let inner = MarkedAttribution(
            source: [Span(8, 10)], cue: [Span(11, 15)], content: [Span(16, 18)], isNested: true)
        let flat = Scores(Tally(marks: [outer], finds: [outer, inner], in: text))
        #expect(flat["attribution"]?.numbers == [1, 1, 1] && flat["nested attribution recall"] == nil)
        let deep = Scores(Tally(marks: [outer, inner], finds: [outer], in: text, .all))
        #expect(deep["attribution"]?.numbers[1] == 0.5 && deep["outer attribution"]?.numbers == [1, 1, 1])
        #expect(deep["nested attribution recall"]?.numbers == [0] && deep["who"] == nil, "nobody named speakers")
    }

    /// The source of "Lund, who took office in May, said" is marked whole at all levels.
    @Test func aPartOfTheSourceIsRightWhereAllLevelsAreMarked() {
        let text = "Lund, who took office in May, said no."
        let mark = MarkedAttribution(source: [Span(0, 28)], cue: [Span(30, 34)], content: [Span(35, 37)])
        var find = mark
        find.source = [Span(0, 4)]
        #expect(Scores(Tally(marks: [mark], finds: [find], in: text, .all))["attribution"]?.numbers == [1, 1, 1])
        #expect(Scores(Tally(marks: [mark], finds: [find], in: text))["attribution"]?.numbers == [0, 0, 0])
        find.source = []
        #expect(Scores(Tally(marks: [mark], finds: [find], in: text, .all))["attribution"]?.numbers == [0, 0, 0])
    }
}
