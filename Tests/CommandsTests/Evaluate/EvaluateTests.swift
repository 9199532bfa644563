import Foundation
import ProgramSupport
import TestSupport
import Testing

@testable import Commands

@Suite struct EvaluateTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// A line for each article, with its direct quotation marked as a reader would.
    private func marked(_ numbers: Range<Int>) throws -> String {
        try numbers.map { number in
            let text = NumberedArticle.text(number)
            func span(_ words: String) throws -> [Int] {
                let range = try #require(text.range(of: words)).lowerBound
                let start = text.unicodeScalars.distance(from: text.startIndex, to: range)
                return [start, start + words.unicodeScalars.count]
            }
            func cue(_ span: [Int]) -> [Int] { [span[0], span[0] + 4] }
            let attribution = [
                "source": [try span("Mayor Ines Aldana")], "cue": [try cue(span("said Mayor"))],
                "content": [
                    try span("“We have waited \(number) years for this,”"), try span("“We shall not wait another.”"),
                ],
            ]
            let object: [String: Any] = ["id": "story-\(number)", "text": text, "attributions": [attribution]]
            return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
        }.joined()
    }

    private func figures(_ result: Program.Result) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any], "\(result)")
    }

    @Test func measuresWhatItFindsItself() async throws {
        try folder.write(try marked(0..<30), to: "marked.jsonl")
        let table = try await Program.run("evaluate", "--engine", "rules", "marked.jsonl", in: folder)
        #expect(table.status == 0 && table.errors.isEmpty, "\(table)")
        #expect(table.output.hasPrefix("30 articles, 30 attributions marked, 60 found (rules); in per cent\n"))
        #expect(table.output.contains("\nNobody marked what stands within others: finds there are left out.\n\n"))
        // Each article has an indirect quotation too, which is not marked here.
        #expect(table.output.contains("\nattribution                     50.0   100.0    66.7\n"), "\(table.output)")
        #expect(table.output.contains("\ndirect attribution recall              100.0\n"), "\(table.output)")
        let json = try figures(
            try await Program.run("evaluate", "--engine", "rules", "--json", "marked.jsonl", in: folder))
        let attribution = try #require((json["scores"] as? [String: Any])?["attribution"] as? [String: Double])
        #expect(attribution == ["precision": 0.5, "recall": 1, "f1": 2.0 / 3])
        #expect(json["depth"] as? String == "outer")
    }

    @Test func measuresNestedOnesAndSpeakersWhereTheyAreMarked() async throws {
        let text = "Mayor Ines Aldana said that Bo Ek had promised to leave."
        let line = """
            {"id": "a", "text": "\(text)", "attributions": [
            {"source": [[0, 17]], "cue": [[18, 22]], "content": [[23, 55]], "inside": null,
            "speaker": {"kind": "person", "name": "Ines Aldana", "role": "mayor"}},
            {"source": [[28, 33]], "cue": [[34, 46]], "content": [[47, 55]], "inside": 0,
            "speaker": {"kind": "person", "name": "Bo Ek", "role": null}}]}
            """
        try folder.write(line.replacing("\n", with: " "), to: "marked.jsonl")
        let table = try await Program.run("evaluate", "--engine", "rules", "marked.jsonl", in: folder).output
        #expect(table.hasPrefix("1 article, 2 attributions marked, 2 found (rules); in per cent\n\n"), "\(table)")
        for row in ["attribution", "outer attribution", "nested attribution recall", "who", "names right by name"] {
            let line = try #require(table.split(separator: "\n").first { $0.hasPrefix(row + " ") })
            #expect(line.split(separator: " ").suffix(1) == ["100.0"], "\(line)")
        }
        let json = try figures(
            try await Program.run("evaluate", "--engine", "rules", "--json", "marked.jsonl", in: folder))
        #expect(json["depth"] as? String == "all")
        #expect((json["scores"] as? [String: Any])?["names right"] as? Double == 1)
    }

    @Test func measuresAJournalAsItMeasuresItself() async throws {
        try folder.write(try marked(0..<3), to: "marked.jsonl")
        try folder.make("wire")
        for number in 0..<3 { try folder.write(NumberedArticle.text(number), to: "wire/story-\(number).txt") }
        let files = (0..<3).map { "wire/story-\($0).txt" }
        let journal = try await Program(["annotate", "--engine", "rules"] + files, in: folder, name: "journal").result()
            .output
        try folder.write(journal, to: "q.jsonl")
        let own = try figures(
            try await Program.run("evaluate", "--engine", "rules", "--json", "marked.jsonl", in: folder))
        let theirs = try figures(
            try await Program.run("evaluate", "--json", "marked.jsonl", "--predictions", "q.jsonl", in: folder))
        #expect(theirs["scores"] as? NSDictionary == own["scores"] as? NSDictionary)
        #expect(theirs["unannotated"] as? Int == 0)

        try folder.write(String(journal.split(separator: "\n")[1]), to: "one.jsonl")
        let one = try await Program.run("evaluate", "marked.jsonl", "--predictions", "one.jsonl", in: folder)
        #expect(one.status == 0 && one.errors.contains("one.jsonl has no finds for 2 of the 3 articles"), "\(one)")
        #expect(one.output.contains("\nattribution                     50.0    33.3    40.0\n"), "\(one.output)")
    }

    @Test func saysWhatIsWrongWithItsInput() async throws {
        try folder.write(try marked(0..<1) + #"{"id": "b", "attributions": []}"#, to: "marked.jsonl")
        let marks = try await Program.run("evaluate", "marked.jsonl", in: folder)
        #expect(marks.status == 1 && marks.errors.hasPrefix("quoted: marked.jsonl:2: “text” is missing; write it as "))
        let absent = try await Program.run("evaluate", "absent.jsonl", in: folder)
        #expect(absent.status == 1 && absent.errors == "quoted: absent.jsonl: there is no such file; check its name\n")

        try folder.write(try marked(0..<1), to: "marked.jsonl")
        try folder.write("\n{\"schema\": \"x\"}\n", to: "q.jsonl")
        let journal = try await Program.run("evaluate", "marked.jsonl", "--predictions", "q.jsonl", in: folder)
        #expect(journal.status == 1)
        #expect(
            journal.errors.hasPrefix("quoted: q.jsonl:2: “schema”: another schema; write it as a line of"), "\(journal)"
        )

        try folder.write(#"{"id": "story-0", "text": "Another.", "attributions": []}"#, to: "p.jsonl")
        let other = try await Program.run("evaluate", "marked.jsonl", "--predictions", "p.jsonl", in: folder)
        #expect(other.status == 1)
        #expect(other.errors.hasPrefix("quoted: p.jsonl: the text of “story-0” is not the one that was marked; "))
    }

    @Test(arguments: [
        ("a.txt", "a"), ("wire/2026/a.b.txt", "a.b"), ("a", "a"), (".hidden", ".hidden"), ("x/..a.txt", "..a"),
        ("wire/", ""),
    ])
    func namesAnArticleByItsFile(path: String, id: String) {
        #expect(PredictionFile.id(ofFile: path) == id)
    }
}
