import Newswire
import Testing

@testable import Evaluation

@Suite struct ReadingTests {
    private func mistakes(_ text: String) -> [String] {
        do throws(InputMistakes) {
            _ = try MarkedArticle.read(Array(text.utf8), file: "g.jsonl")
            return []
        } catch {
            return error.description.split(separator: "\n").map(String.init)
        }
    }

    @Test func readsMarksAndPassesOverBlankLines() throws {
        let text = """
            {"id": "a", "text": "“No,” 🎈 said Ek.", "attributions": [{"source": [[13, 15]], "cue": null, "content": [[0, 5]]}]}

            {"id": "b", "text": "", "attributions": [], "annotator": "x"}\r

            """
        let articles = try MarkedArticle.read(Array(text.utf8), file: "g.jsonl")
        #expect(articles.map(\.id) == ["a", "b"])
        #expect(articles[0].marks == [MarkedAttribution(source: [Span(13, 15)], content: [Span(0, 5)])])
    }

    @Test(arguments: [
        ("nonsense", "g.jsonl:1: the line is no JSON; write it as {"),
        ("[1]", "g.jsonl:1: the line is no JSON object; write"),
        (#"{"text": "x", "attributions": []}"#, "g.jsonl:1: “id” is missing; write"),
        (#"{"id": "a", "attributions": []}"#, "g.jsonl:1: “text” is missing; write"),
        (#"{"id": 7, "text": "x", "attributions": []}"#, "g.jsonl:1: “id” is no string; write"),
        (#"{"id": "a", "text": "x"}"#, "g.jsonl:1: “attributions” is missing; write"),
        (
            #"{"id": "a", "text": "x", "attributions": [{"cue": [["a", 1]]}]}"#,
            "g.jsonl:1: “attributions[0].cue[0][0]” is no whole number; write"
        ),
        (
            #"{"id": "a", "text": "x", "attributions": [{"cue": [[0]]}]}"#,
            "g.jsonl:1: a span of “cue” is [0]; give each as two numbers"
        ),
        (
            #"{"id": "a", "text": "🎈x", "attributions": [{"cue": [[0, 3]]}]}"#,
            "g.jsonl:1: the cue [0, 3] is no span of its text of 2 code points; count Unicode code points"
        ),
        (
            #"{"id": "a", "text": "xy", "attributions": [{"cue": [[1, 1]]}]}"#,
            "g.jsonl:1: the cue [1, 1] is no span"
        ),
        (
            #"{"id": "a", "text": "x", "attributions": [{"speaker": {"kind": "woman"}}]}"#,
            "g.jsonl:1: a speaker's kind is “woman”; write one of person, group, "
        ),
        (
            #"{"id": "a", "text": "x", "attributions": [{"inside": 1}]}"#,
            "g.jsonl:1: “inside” is 1, which is no attribution of the article; write the place"
        ),
        (
            #"{"id": "a", "text": "x", "attributions": [{"inside": 0.5}]}"#,
            "g.jsonl:1: “inside” is neither a number nor an id; write the place"
        ),
        ("\n\n", "g.jsonl: there is no article in it; give one a line"),
    ])
    func namesTheLineAndTheRemedy(text: String, expected: String) {
        let found = mistakes(text)
        #expect(found.count == 1 && found.first?.hasPrefix(expected) == true, "\(found)")
    }

    @Test func readsNestingAndSpeakers() throws {
        func article(_ attributions: String) throws -> MarkedArticle {
            let line = #"{"id": "a", "text": "xyz", "attributions": ["# + attributions + "]}"
            return try #require(try MarkedArticle.read(Array(line.utf8), file: "g.jsonl").first)
        }
        let silent = try article(#"{"content": [[0, 1]]}"#)
        #expect(!silent.isNestingMarked && MarkedArticle.depth(of: [silent]) == .outer)
        let outer = try article(#"{"content": [[0, 1]], "inside": null, "speaker": null}"#)
        #expect(outer.isNestingMarked && outer.marks == silent.marks)
        #expect(MarkedArticle.depth(of: [silent, outer]) == .all)
        let speaker = #""speaker": {"kind": "person", "name": "Bo Ek", "role": ""}"#
        for inside in ["0", #""q1""#] {
            let nested = try article(#"{"id": "q1", \#(speaker)}, {"inside": \#(inside)}"#)
            #expect(nested.marks.map(\.isNested) == [false, true])
            #expect(nested.marks.map(\.speaker) == [MarkedSpeaker(kind: .person, name: "Bo Ek"), nil])
        }
    }

    @Test func namesEveryLineUpToTen() {
        let good = #"{"id": "a", "text": "x", "attributions": []}"#
        #expect(mistakes("x\n\(good)\ny").map { $0.prefix(9) } == ["g.jsonl:1", "g.jsonl:3"])
        let many = mistakes(String(repeating: "x\n", count: 14))
        #expect(many.count == 11 && many.last == "g.jsonl: and 4 more like these")
    }

    @Test func refusesAnIdThatComesTwice() {
        let line = #"{"id": "a", "text": "x", "attributions": []}"#
        #expect(
            mistakes(line + "\n\n" + line).first?.hasPrefix("g.jsonl:3: the id “a” is that of line 1 too; ") == true)
    }

    // MARK: What was found before

    private let article = MarkedArticle(id: "a", text: "Cafe\u{301} owner: no.", marks: [])

    private func mistake(_ text: String?, _ finds: [MarkedAttribution] = []) -> String? {
        do throws(InputMistakes.Mistake) {
            _ = try Predictions([.init(id: "a", text: text, finds: finds)]).finds(in: article)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func refusesFindsOfAnotherText() {
        #expect(mistake(article.text) == nil)
        #expect(mistake(nil) == nil)
        #expect(mistake("Caf\u{E9} owner: no.")?.contains("“a” is not the one that was marked") == true)
        #expect(
            mistake(nil, [MarkedAttribution(content: [Span(10, 90)])])?.hasPrefix("“a”: the content [10, 90]") == true)
    }

    @Test func takesTheLastOfSeveralFindings() throws {
        let find = MarkedAttribution(content: [Span(0, 2)])
        let predictions = Predictions([.init(id: "a", text: nil, finds: []), .init(id: "a", text: nil, finds: [find])])
        #expect(try predictions.finds(in: article) == [find])
        #expect(try Predictions([]).finds(in: article) == nil)
    }
}
