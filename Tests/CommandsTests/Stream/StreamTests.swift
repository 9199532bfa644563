import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Commands

@Suite struct StreamTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func object(_ line: some StringProtocol) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }

    private func request(_ members: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
    }

    private func answers(_ lines: [String], _ arguments: [String] = []) async throws -> [[String: Any]] {
        let result = try await Program(
            ["annotate", "--stream", "--engine", "rules"] + arguments, in: folder, name: "stream",
            input: lines.map { $0 + "\n" }.joined()
        ).result()
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        return try result.output.split(separator: "\n").map(object)
    }

    private func records(_ answer: [String: Any]) -> [[String: Any]] { answer["records"] as? [[String: Any]] ?? [] }
    private func errors(_ answer: [String: Any]) -> [[String: Any]] { answer["errors"] as? [[String: Any]] ?? [] }

    @Test func answersEveryLineInItsOrder() async throws {
        let lines = try (0..<80).map { number in
            // Long ones among short ones, so that they do not end in the order they began.
            let text = String(
                repeating: NumberedArticle.text(number) + "\n\n", count: number.isMultiple(of: 7) ? 30 : 1)
            return try request(["id": number, "text": text])
        }
        let answers = try await answers(lines)
        #expect(answers.map { $0["id"] as? Int } == Array(0..<80))
        #expect(answers.allSatisfy { records($0).count == 1 && errors($0).isEmpty })
    }

    @Test func saysWhichArticlesMetTheirDeadline() async throws {
        let long = String(repeating: "“No,” said the warden, Pia Holm.\n\n", count: 20_000)
        let answer = try #require(
            try await answers([try request(["id": 1, "text": long])], ["--deadline", "1ms"]).first)
        #expect(records(answer).isEmpty)
        #expect(errors(answer).map { $0["code"] as? String } == ["too-slow"])
    }

    @Test func takesTheTextToTheCharacterAndWhatIsKnownOfIt() async throws {
        let text = "🌉 A\u{30A}sa\r\n\r\n“No,” said Ek.\n"
        let line = try request([
            "id": "urn:a", "text": text, "title": "Bridge", "byline": ["Bo Ek"], "language": "en",
            "published": "2026-11-20T08:00:00Z",
        ])
        let record = try #require(records(try await answers([line])[0]).first)
        #expect(Array((record["text"] as? String ?? "").unicodeScalars) == Array(text.unicodeScalars))
        let article = try #require(record["article"] as? [String: Any])
        #expect(article["title"] as? String == "Bridge" && article["item"] as? String == "urn:a")
        #expect(
            article["byline"] as? [String] == ["Bo Ek"] && article["published"] as? String == "2026-11-20T08:00:00Z")
        #expect((record["file"] as? [String: Any])?["path"] as? String == "urn:a")
        let omitted = try await answers([line], ["--omit-text"])
        #expect(records(omitted[0])[0]["text"] == nil)
    }

    @Test func givesTheLineThatAnnotateGives() async throws {
        try folder.write(NumberedArticle.text(3), to: "story.txt")
        let line = try await Program.run("annotate", "--engine", "rules", "story.txt", in: folder).output
        var expected = try object(line)
        expected["annotated_at"] = nil
        for request in ["\"story.txt\"", #"{"path": "story.txt"}"#] {
            var record = try #require(records(try await answers([request])[0]).first)
            record["annotated_at"] = nil
            #expect(record as NSDictionary == expected as NSDictionary)
        }
    }

    @Test func tellsOfErrorsInTheAnswer() async throws {
        try folder.write("%PDF-1.7", to: "paper.pdf")
        let feed = """
            <rss version="2.0"><channel><item><title>A</title><description>“No,” said Ek.</description></item></channel></rss>
            """
        try folder.write(feed, to: "feed.xml")
        let answers = try await answers([
            "nonsense", #"{"id": 5, "txt": "x"}"#, "[1]", "", #"{"id": "e", "text": " \n"}"#,
            #"{"path": "paper.pdf", "id": 9}"#,
            "\"absent.txt\"", "\".\"", "\"feed.xml\"", #"{"id": {"a": 1}, "text": "x"}"#,
        ])
        #expect(answers.count == 9, "blank lines are none")
        let codes = answers.map { errors($0).first?["code"] as? String }
        #expect(
            codes == [
                "malformed-line", "malformed-line", "malformed-line", "empty", "unknown-format", "unreadable",
                "unreadable",
                nil,
                "malformed-line",
            ], "\(codes)")
        #expect(answers[1]["id"] as? Int == 5 && answers[3]["id"] as? String == "e" && answers[4]["id"] as? Int == 9)
        #expect(answers[5]["id"] as? String == "absent.txt" && answers[0]["id"] is NSNull)
        #expect(errors(answers[0])[0]["remedy"] as? String == "write it as \(StreamRequest.form)")
        #expect(records(answers[7]).count == 1)
    }

    @Test func answersBeforeTheNextLineComes() async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path.string)
        process.arguments = ["annotate", "--stream", "--engine", "rules"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer { process.terminate() }
        for number in 0..<3 {
            try input.fileHandleForWriting.write(
                contentsOf: Data("{\"id\": \(number), \"text\": \"“No,” said Ek.\"}\n".utf8))
            var line = Data()
            while line.last != UInt8(ascii: "\n") { line += output.fileHandleForReading.availableData }
            #expect(try object(String(decoding: line, as: UTF8.self))["id"] as? Int == number)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func aSingleWorkerGivesTheSameAnswers() async throws {
        let lines = try (0..<9).map { try request(["id": $0, "text": NumberedArticle.text($0)]) }
        let (one, all) = (try await answers(lines, ["--workers", "1"]), try await answers(lines))
        #expect(one.map { $0["id"] as? Int } == Array(0..<9))
        #expect(one.map { records($0)[0]["id"] as? String } == all.map { records($0)[0]["id"] as? String })
    }

    @Test(arguments: [["annotate"], ["annotate", "--stream", "a.txt"], ["annotate", "--workers", "0", "a.txt"]])
    func wantsFilesOrAStream(_ arguments: [String]) async throws {
        let result = try await Program(arguments, in: folder, name: "usage").result()
        #expect(result.status == 64, "\(result)")
    }
}
