import Foundation
import Testing

@testable import Daemon

@Suite struct ExportTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func journal(_ arguments: [String] = []) async throws {
        for number in 0..<3 { try folder.write(SampleArticle.text(number), to: "story-\(number).txt") }
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

    @Test func whatWasExportedToBratIsMeasuredAsTheSame() async throws {
        try await journal()
        let result = try await Program.run("export", "--to", "brat", "-o", "marked", "quotes.jsonl", in: folder)
        #expect(result.status == 0, "\(result)")
        #expect(
            folder.files("marked") == ["annotation.conf"] + (0..<3).flatMap { ["story-\($0).ann", "story-\($0).txt"] }
                + ["visual.conf"])
        #expect(folder.text("marked/story-1.txt") == SampleArticle.text(1))
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
            "quoted: quotes.jsonl is a file, or lies in one, and brat takes a folder"
        ),
        (["--to", "csv", "-o", "nodir/x.csv"], "nodir/x.csv cannot be written: there is no folder nodir; make it"),
        (["--to", "csv", "-o", "quotes.jsonl/x.csv"], "cannot be written: quotes.jsonl is no folder"),
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
