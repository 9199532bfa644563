import Foundation
import ProgramSupport
import TestSupport
import Testing

@testable import Commands

@Suite struct ExportTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func journal(_ arguments: [String] = []) async throws {
        for number in 0..<3 { try folder.write(NumberedArticle.text(number), to: "story-\(number).txt") }
        let files = (0..<3).map { "story-\($0).txt" }
        let lines = try await Program(["annotate", "--engine", "rules"] + arguments + files, in: folder, name: "lines")
            .result()
        try folder.write(lines.output, to: "quotes.jsonl")
    }

    @Test(arguments: [("csv", 7), ("spacy", 3), ("webannotation", 3)])
    func writesAHeaderOnceAndEveryArticle(_ form: String, _ lines: Int) async throws {
        try await journal()
        let result = try await Program.run("export", "--to", form, "quotes.jsonl", in: folder)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        #expect(result.output.split(separator: "\n").count == lines, "\(result.output)")
        let filed = try await Program.run("export", "--to", form, "-o", "out", "quotes.jsonl", in: folder)
        #expect(filed.output.isEmpty && folder.text("out") == result.output)
    }

    @Test func leavesOutWhatIsNotSureEnough() async throws {
        try await journal()
        func confidences(_ arguments: String...) async throws -> [Double] {
            let result = try await Program(
                ["export", "--to", "webannotation"] + arguments, in: folder,
                name: "export-\(UUID().uuidString.prefix(8))"
            ).result()
            return result.output.matches(of: /"quoted:confidence":([0-9.]+)/).compactMap { Double($0.output.1) }
        }
        let all = try await confidences("quotes.jsonl")
        let most = try #require(all.max())
        #expect(all.count == 6 && all.contains { $0 < most }, "\(all)")
        #expect(try await confidences("--min-confidence", "\(most)", "quotes.jsonl") == all.filter { $0 == most })
        let wrong = try await Program.run("export", "--to", "csv", "--min-confidence", "2", "quotes.jsonl", in: folder)
        #expect(wrong.status == 78 && wrong.output.isEmpty, "\(wrong)")
        #expect(wrong.errors.hasPrefix("quoted: --min-confidence: “2” is not a number from 0 to 1, such as 0.7; "))
    }

    @Test func linesAreWrittenWithoutWhatIsNotSureEnough() async throws {
        try folder.write(NumberedArticle.text(1), to: "a.txt")
        func record(_ arguments: String..., environment: [String: String] = [:]) async throws -> [String: Any] {
            let result = try await Program(
                ["annotate", "--engine", "rules"] + arguments + ["a.txt"], in: folder,
                name: "annotate-\(UUID().uuidString.prefix(8))", environment: environment
            ).result()
            return try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        }
        func told(_ record: [String: Any]) -> [String] {
            (record["quotations"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        }
        let all = try await record()
        #expect(told(all) == ["q1", "q2"])
        for record in [
            try await record("--min-confidence", "1"), try await record(environment: ["QUOTED_MIN_CONFIDENCE": "1"]),
        ] {
            #expect(told(record).isEmpty && (record["speakers"] as? [Any])?.isEmpty == true)
            #expect((record["producer"] as? [String: Any])?["min_confidence"] as? Double == 1)
        }
        let wrong = try await Program.run("annotate", "--min-confidence", "seven", "a.txt", in: folder)
        #expect(wrong.status == 78 && wrong.errors.contains("--min-confidence: “seven” is not a number"), "\(wrong)")
    }

    /// Lines of three articles, of which the second takes the place of the first, and a fourth takes the third back.
    private func withdrawnLines() async throws -> [String] {
        // One after the other, so that their times are in order.
        try await journal(["--workers", "1"])
        var lines = folder.text("quotes.jsonl").split(separator: "\n").map(String.init)
        var records = try lines.map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let ids = records.compactMap { $0["id"] as? String }
        lines[1] = lines[1].replacing(#""supersedes":null"#, with: #""supersedes":"\#(ids[0])""#)
        records[2].merge([
            "id": "sha256:" + String(repeating: "a", count: 64), "kind": "withdrawal", "withdraws": ids[2],
            "quotations": [], "speakers": [],
            "set_aside": [],
        ]) { $1 }
        records[2]["text"] = nil
        let withdrawal = try JSONSerialization.data(withJSONObject: records[2], options: .withoutEscapingSlashes)
        return lines + [String(decoding: withdrawal, as: UTF8.self)]
    }

    /// The files of the articles that a table's rows are of.
    private func articles(_ table: String) -> Set<Substring> {
        Set(table.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").dropFirst().first })
    }

    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0]])
    func leavesOutWhatWasWithdrawnOrSuperseded(order: [Int]) async throws {
        let lines = try await withdrawnLines()
        try folder.write(lines[order[0]] + "\n" + lines[order[1]] + "\n", to: "one.jsonl")
        try folder.write(lines[order[2]] + "\n" + lines[order[3]] + "\n", to: "two.jsonl")
        let result = try await Program.run("export", "--to", "csv", "one.jsonl", "two.jsonl", in: folder)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        #expect(articles(result.output) == ["story-1.txt"], "\(result)")
        let all = try await Program.run("export", "--to", "csv", "--all", "one.jsonl", "two.jsonl", in: folder)
        #expect(articles(all.output) == ["story-0.txt", "story-1.txt", "story-2.txt"], "\(all)")
    }

    @Test func ofAStreamLeavesOutWhatIsKnownByThenAndTellsOfTheRest() async throws {
        let lines = try await withdrawnLines()
        func export(_ lines: some Sequence<String>) async throws -> Program.Result {
            try await Program.run("export", "--to", "csv", "-", in: folder, input: lines.joined(separator: "\n"))
        }
        let back = try await export(lines.reversed())
        #expect(back.status == 0 && articles(back.output) == ["story-1.txt"], "\(back)")
        let stream = try await export(lines)
        #expect(stream.status == 0 && articles(stream.output).count == 3, "\(stream)")
        #expect(stream.errors.contains("withdrew or replaced articles that are written already (2)"), "\(stream)")
        let all = try await Program.run(
            "export", "--to", "csv", "--all", "-", in: folder, input: lines.joined(separator: "\n"))
        #expect(all.output == stream.output && all.errors.isEmpty, "\(all)")
    }

    @Test func whatWasExportedToBratIsMeasuredAsTheSame() async throws {
        try await journal()
        let result = try await Program.run("export", "--to", "brat", "-o", "marked", "quotes.jsonl", in: folder)
        #expect(result.status == 0, "\(result)")
        #expect(
            folder.files("marked") == ["annotation.conf"] + (0..<3).flatMap { ["story-\($0).ann", "story-\($0).txt"] }
                + ["visual.conf"])
        #expect(folder.text("marked/story-1.txt") == NumberedArticle.text(1))
        for more in [["--engine", "rules"], ["--predictions", "quotes.jsonl"]] {
            let measured = try await Program(["evaluate", "marked"] + more, in: folder, name: "evaluate").result()
            #expect(measured.output.hasPrefix("3 articles, 6 attributions marked, 6 found"), "\(measured)")
            #expect(measured.output.contains("\nattribution                    100.0   100.0   100.0\n"), "\(measured)")
        }
        try folder.write("T1\tContent 0 9\tsomething else", to: "marked/story-1.ann")
        let broken = try await Program.run("evaluate", "--engine", "rules", "marked", in: folder)
        #expect(broken.status == 1 && broken.errors.contains("marked/story-1.ann:1: the words of T1"), "\(broken)")
    }

    @Test func tellsWhichArticlesHaveNoText() async throws {
        try await journal(["--omit-text"])
        let result = try await Program.run("export", "--to", "conll", "quotes.jsonl", in: folder)
        #expect(result.status == 1 && result.errors.split(separator: "\n").count == 3)
        #expect(
            result.errors.hasPrefix(
                "quoted: story-0.txt: the line has no text; annotate the article without --omit-text\n"))
    }

    @Test(arguments: [
        (
            ["--to", "brat", "-o", "quotes.jsonl"],
            "quoted: quotes.jsonl is a file, or lies below one, but brat needs a folder"
        ),
        (["--to", "csv", "-o", "nodir/x.csv"], "nodir/x.csv cannot be written: there is no folder nodir; make it"),
        (["--to", "csv", "-o", "quotes.jsonl/x.csv"], "cannot be written: quotes.jsonl is not a folder"),
        (["--to", "csv", "-o", "folder"], "quoted: folder cannot be written: Is a directory; name a file"),
    ])
    func saysWhyNothingCanBeWrittenThere(_ arguments: [String], _ told: String) async throws {
        try folder.write("", to: "quotes.jsonl")
        try folder.make("folder")
        let result = try await Program(["export"] + arguments + ["quotes.jsonl"], in: folder, name: "export").result()
        #expect(result.status == 1 && result.errors.contains(told), "\(result)")
        #expect(folder.files("folder").isEmpty)
    }

    @Test(arguments: [
        (["--to", "xml", "a"], "--to is “xml”: write one of brat, webannotation, csv, conll, spacy."),
        (["--to", "brat", "a"], "name a folder for them with -o"),
    ])
    func saysWhichFormsThereAre(_ arguments: [String], _ told: String) async throws {
        let result = try await Program(["export"] + arguments, in: folder, name: "export").result()
        #expect(result.status == 64 && result.errors.contains(told), "\(result)")
    }
}
