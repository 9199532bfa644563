import Newswire
import Testing

@testable import Evaluation

@Suite struct BratMarksTests {
    private let text = "🎈 “No,” said Ek.\nWhy? Ann asked."

    private func marks(_ annotations: String) throws -> [MarkedAttribution] {
        try BratMarks.read(annotations, text: text, id: "a", file: "a.ann").marks
    }

    @Test func readsRelationsWhateverTheirNameAndDirection() throws {
        let bound = "T1\tContent 2 7\t“No,”\nT2\tcue 8 12\tsaid\nT3\tSOURCE 13 15\tEk\nT4\tPlace 0 1\t🎈\n"
        let expected = [MarkedAttribution(source: [Span(13, 15)], cue: [Span(8, 12)], content: [Span(2, 7)])]
        #expect(try marks(bound + "R1\tSaidBy Arg1:T1 Arg2:T3\nR2\tcues Arg1:T2 Arg2:T1\n") == expected)
        #expect(try marks(bound + "E1\tCue:T2 Content:T1 Source:T3\n") == expected)
        #expect(try marks("R1\tx Arg1:T1 Arg2:T3\r\n" + bound + "E1\tCue:T2 Content:T1\n") == expected, "in any order")
        #expect(try marks(bound) == [MarkedAttribution(content: [Span(2, 7)])], "nothing ties them")
    }

    @Test func readsPartedAnnotationsAndNestedOnes() throws {
        let annotations = """
            T1\tContent 17 21;22 25\tWhy? Ann
            T2\tContent 17 21\tWhy?
            R1\tInside Arg1:T2 Arg2:T1
            A1\tNegated T1
            #1\tAnnotatorNotes T1\tT9 is not there
            *\tEquiv T1 T2
            """
        let outer = MarkedAttribution(content: [Span(17, 21), Span(22, 25)])
        #expect(try marks(annotations) == [outer, MarkedAttribution(content: [Span(17, 21)], isNested: true)])
    }

    /// "Why? Ann asked" as the content of an attribution that has no cue: within it Ann asks.
    @Test func aCueInAnothersContentIsNestedWithoutARelation() throws {
        let annotations = """
            T1\tContent 17 31\tWhy? Ann asked
            T2\tContent 17 21\tWhy?
            T3\tCue 26 31\tasked
            R1\tCuedBy Arg1:T2 Arg2:T3
            """
        let article = try BratMarks.read(annotations, text: text, id: "a", file: "a.ann")
        #expect(article.marks.map(\.isNested) == [false, true])
        #expect(article.isNestingMarked)
        let alone = annotations.replacing("T1\tContent 17 31\tWhy? Ann asked\n", with: "")
        #expect(try !BratMarks.read(alone, text: text, id: "a", file: "a.ann").isNestingMarked)
    }

    @Test func readsSpeakersAtTheirContents() throws {
        let annotations = """
            T1\tContent 2 7\t“No,”
            A1\tSpeaker T1 person
            #1\tAnnotatorNotes T1\tBo Ek | mayor | confidence 0.93
            T2\tContent 17 21\tWhy?
            A2\tSpeaker T2 group
            #2\tAnnotatorNotes T2\t- | readers
            T3\tContent 22 25\tAnn
            #3\tAnnotatorNotes T3\tconfidence 0.5
            """
        #expect(
            try marks(annotations).map(\.speaker) == [
                MarkedSpeaker(kind: .person, name: "Bo Ek", role: "mayor"),
                MarkedSpeaker(kind: .group, name: nil, role: "readers"), nil,
            ])
    }

    @Test(arguments: [
        ("T1 Content 0 1 x", "a.ann:1: the line is no text-bound annotation; write it as T1⇥Content 0 5⇥words"),
        ("\nT1\tContent 2 99\tx", "a.ann:2: “2 99” is no span of a text of 32 code points; see whether"),
        ("T1\tContent 7 2\tx", "a.ann:1: “7 2” is no span"),
        ("T1\tContent 2 x\tx", "a.ann:1: “2 x” is no span"),
        ("A1\tSpeaker T1 woman", "a.ann:1: a speaker's kind is “woman”; write one of person, group, organization, "),
        (
            "T1\tContent 3 8\t“No,”",
            "a.ann:1: the words of T1 are not those that stand at its offsets; count Unicode code points"
        ),
    ])
    func tellsWhereAMistakeIs(_ annotations: String, _ told: String) {
        do throws(InputMistakes) {
            _ = try BratMarks.read(annotations, text: text, id: "a", file: "a.ann")
            Issue.record("it was taken")
        } catch {
            #expect(error.description.hasPrefix(told), "\(error)")
        }
    }
}
