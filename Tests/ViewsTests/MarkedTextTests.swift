import Newswire
import Records
import Testing

@testable import Views

@Suite struct MarkedTextTests {
    private func words(_ paragraph: MarkedText.Paragraph) -> [String] {
        paragraph.stretches.map { stretch in
            stretch.marks.map { "\($0.role)\($0.quotation)" }.joined(separator: "+") + "|" + stretch.text
        }
    }

    @Test func cutsTheTextWhereverAMarkBeginsOrEnds() {
        let paragraphs = MarkedText(Samples.nested).paragraphs
        #expect(paragraphs.count == 2)
        #expect(
            words(paragraphs[0]) == [
                "|🌉 ", "content0|“", "content0+source1|A\u{30A}sa", "content0| ", "content0+cue1|told", "content0| me ",
                "content0+content1|‘never’", "content0|,”", "| ", "cue0|said", "| ", "source0|Bo Ek", "|. ",
                "content0|“So be it.”",
            ])
        #expect(paragraphs[0].begun == [0, 1])
        #expect(words(paragraphs[1]) == ["|Nothing more."])
    }

    @Test func showsPartsThatCrossEachOther() {
        let text = "abcdef"
        var record = Samples.record(
            text,
            [
                Samples.quotation("q1", in: text, content: ["abcd"]),
                Samples.quotation("q2", in: text, content: ["cdef"]),
            ])
        record.setAside = [.init(span: Span(0, 6), reason: "caption")]
        let paragraph = MarkedText(record).paragraphs[0]
        #expect(words(paragraph) == ["content0|ab", "content0+content1|cd", "content1|ef"])
        #expect(paragraph.setAside == "caption")
    }

    @Test func survivesSpansThatAreNotOfTheText() {
        var record = Samples.record("short", [Samples.quotation("q1", in: "short", content: ["short"])])
        record.quotations[0].content = [Span(3, 900), Span(-4, 2), Span(4, 1), Span(700, 800)]
        record.quotations[0].inside = "q1"
        #expect(words(MarkedText(record).paragraphs[0]) == ["content0|sh", "|o", "content0|rt"])
    }

    @Test func showsTheQuotationsOfARecordWithoutText() {
        var record = Samples.nested
        record.text = nil
        let paragraphs = MarkedText(record).paragraphs
        #expect(paragraphs.map(\.stretches.first?.text) == record.quotations.map(\.text))
        #expect(paragraphs.map(\.begun) == [[0], [1]])
    }
}
