import Daemon
import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Commands

@Suite struct CommandLineTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func records(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func path(_ record: [String: Any]) -> String? { (record["file"] as? [String: Any])?["path"] as? String }

    @Test func annotatesStandardInput() async throws {
        let result = try await Program.run("annotate", "-", in: folder, input: NumberedArticle.text(7))
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        let record = try #require(records(result.output).first)
        #expect(record["text"] as? String == NumberedArticle.text(7))
        let quotations = try #require(record["quotations"] as? [[String: Any]])
        #expect(quotations.contains { ($0["text"] as? String)?.contains("We have waited 7 years") == true })
    }

    @Test func givesUpAnArticleAtItsDeadline() async throws {
        let long = String(repeating: "“No,” said the warden, Pia Holm.\n\n", count: 20_000)
        try folder.write(long, to: "long.txt")
        let result = try await Program.run(
            "annotate", "--engine", "rules", "--deadline", "1ms", "long.txt", in: folder)
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.errors.contains("took longer than 1ms; split it"), "\(result.errors)")
    }

    @Test func refusesADeadlineThatIsNoTime() async throws {
        for deadline in ["0", "soon", "-1s"] {
            let result = try await Program.run("annotate", "--deadline=\(deadline)", "a.txt", in: folder)
            #expect(result.status == 64 && result.errors.contains("--deadline is a time"), "\(result)")
        }
    }

    @Test func keepsTheOrderOfItsArguments() async throws {
        var names: [String] = []
        for number in 0..<60 {
            // Long ones among short ones, so that they do not end in the order they began.
            let text = String(
                repeating: NumberedArticle.text(number) + "\n\n", count: number.isMultiple(of: 7) ? 30 : 1)
            names.append(try folder.write(text, to: "\(number).txt").string)
        }
        let program = try Program(["annotate"] + names + [names[0]], in: folder, name: "order")
        let result = try await program.result()
        #expect(result.status == 0)
        #expect(try records(result.output).map(path) == names + [names[0]], "repeats are annotated too")
    }

    @Test func tellsWhichFilesFailedAndWhatToDo() async throws {
        try folder.write(NumberedArticle.text(1), to: "good.txt")
        try folder.write("%PDF-1.7", to: "paper.pdf")
        try folder.write("", to: "empty.txt")
        let result = try await Program.run(
            "annotate", "paper.pdf", "good.txt", "absent.txt", "empty.txt", ".", in: folder)
        #expect(result.status == 1)
        #expect(try records(result.output).map(path) == ["good.txt"])
        let errors = result.errors.split(separator: "\n").map(String.init)
        #expect(errors.count == 4)
        for (error, (name, hint)) in zip(
            errors,
            [("paper.pdf", "pdftotext"), ("absent.txt", "no such file"), ("empty.txt", "empty"), (".", "folder")])
        {
            #expect(error.hasPrefix("quoted: \(name): ") && error.contains(hint), "\(error)")
        }
    }

    @Test func leavesOutTheTextWhereThatIsWanted() async throws {
        let result = try await Program.run("annotate", "--omit-text", "-", in: folder, input: NumberedArticle.text(1))
        let record = try #require(records(result.output).first)
        #expect(record["text"] == nil && record["quotations"] != nil)
    }

    @Test func refusesAModelThatCannotBeUsed() async throws {
        try folder.make("inbox")
        try folder.make("empty")
        try folder.write(#"{"id": "a", "text": "x", "attributions": []}"#, to: "marked.jsonl")
        for command in [
            ["annotate", "absent.txt"], ["evaluate", "marked.jsonl"],
            ["run", "--inbox", "inbox", "--journal", "q", "--status", "s"],
        ] {
            let empty = try await Program(command + ["--model", "empty"], in: folder, name: command[0]).result()
            #expect(empty.status == 78 && empty.errors.contains(folder("empty").string), "\(empty)")
            #expect(empty.errors.contains("config.json") && empty.errors.contains("use --engine rules"), "\(empty)")
            let absent = try await Program(command + ["--model", "./no"], in: folder, name: command[0]).result()
            #expect(absent.status == 78 && absent.errors.hasPrefix("quoted: --model: there is no folder "), "\(absent)")
            #expect(absent.output.isEmpty && empty.output.isEmpty)
        }
    }

    @Test func endsQuietlyWhenItsReaderHasEnough() async throws {
        var arguments = ["-c", "\"$0\" annotate \"$@\" | head -n 1", Program.path.string]
        for number in 0..<200 {
            arguments.append(try folder.write(NumberedArticle.text(number), to: "\(number).txt").string)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(try records(text).count == 1)
        #expect(complaints.isEmpty, "\(String(decoding: complaints, as: UTF8.self))")
    }

    @Test func checksTheRules() async throws {
        let shipped = try await Program.run("rules", "check", in: folder)
        #expect(shipped.status == 0 && shipped.output.contains("The rules can be used"), "\(shipped)")
        try folder.make("mine")
        try folder.write("say:\n  class: sayy\n", to: "mine/reporting-verbs.yaml")
        let wrong = try await Program.run("rules", "check", "--rules", "mine", in: folder)
        #expect(wrong.status == 1)
        #expect(wrong.output.contains(#/mine/reporting-verbs\.yaml:\d+:\d+: /#), "\(wrong)")
        let absent = try await Program.run("rules", "check", "--rules", "absent", in: folder)
        #expect(absent.status == 1 && absent.errors.contains("there is no folder"), "\(absent)")
    }

    @Test func putsFailedFilesBack() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try folder.write("", to: "inbox/late.txt")
        try folder.write("%PDF-1.7", to: "inbox/paper.pdf")
        try await daemon.settled(files: 2)
        let list = try await Program.run("retry", "--inbox", "inbox", "--list", in: folder)
        #expect(list.status == 0 && list.output.contains("late.txt\n    empty: "), "\(list)")
        let retry = try await Program.run("retry", "--inbox", "inbox", "late*", in: folder)
        #expect(retry.status == 0 && retry.output == "late.txt\n", "\(retry)")
        // Nothing was mended, so it fails again; the other one was left where it lay.
        try await daemon.settled(files: 3)
        #expect(try await daemon.status().files.failed == 3)
        #expect(folder.files("failed").filter { !$0.hasSuffix(".json") } == ["late.txt", "paper.pdf"])
        let nothing = try await Program.run("retry", "--inbox", "inbox", "nothing", in: folder)
        #expect(nothing.status == 1 && nothing.errors.contains("--list"), "\(nothing)")
        try await daemon.stop()
    }

    @Test(arguments: [
        [], ["run"], ["annotate"], ["evaluate"], ["status"], ["rules"], ["rules", "check"], ["retry"],
        ["find"], ["index"],
    ])
    func explainsItself(command: [String]) async throws {
        let program = try Program(command + ["--help"], in: folder, name: "help")
        let result = try await program.result()
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: quoted"))
        if command != ["rules"] { #expect(result.output.contains("  quoted "), "an example is missing") }
    }

    @Test(arguments: [
        ["--nothing"], ["run", "--nothing"], ["annotate"], ["annotate", "--workers", "0", "a"], ["export", "a"],
        ["export", "--to", "xml", "a"], ["rules", "check", "--nothing"], ["find", "--limit"], ["top", "here"],
    ])
    func tellsOfMistakesInArgumentsAsOfAllOthers(command: [String]) async throws {
        let result = try await Program(command, in: folder, name: "slip").result()
        #expect(result.status == 64 && result.output.isEmpty && result.errors.hasPrefix("quoted: "), "\(result)")
        #expect(result.errors.contains("--help' for more information."), "\(result)")
    }

    @Test func theWatcherTellsOfMistakesInItsArguments() async throws {
        let process = Process()
        process.executableURL = URL(
            fileURLWithPath: Program.path.removingLastComponent().appending("quoted-watch").string)
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 64)
        let beginning =
            "quoted-watch: give one directory, and how deep to look\nusage: quoted-watch DIRECTORY [DEPTH]\n"
        #expect(text.hasPrefix(beginning), "\(text)")
    }
}
