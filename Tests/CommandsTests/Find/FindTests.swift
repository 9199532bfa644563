import Daemon
import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Commands

/// `quoted find` and `quoted index` beside a daemon.
@Suite struct FindTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func lines(_ arguments: [String]) async throws -> [[String: Any]] {
        let result = try await Program(
            ["find", "--json"] + arguments, in: folder, name: "find-\(UUID().uuidString.prefix(8))"
        ).result()
        return try result.output.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    private func drop(_ numbers: ClosedRange<Int>) throws {
        for number in numbers { try folder.write(NumberedArticle.text(number), to: "inbox/\(number).txt") }
    }

    @Test func findsWhatTheDaemonHasWritten() async throws {
        let daemon = try await RunningDaemon(in: folder, ["--engine", "rules"])
        try drop(1...3)
        try await daemon.settled(files: 3)
        try await waitUntil("the index has it") {
            try await lines(["--status", "s.sock", "waited", "years"]).count == 3
        }
        #expect(try await lines(["--status", "s.sock", "--min-confidence", "1"]).isEmpty, "the daemon is asked for it")
        let found = try await lines(["--status", "s.sock", "--speaker", "aldana", "\"2 years\""])
        #expect(found.count == 1)
        #expect(found.first?["speaker"] as? String == "Ines Aldana")
        #expect(found.first?["title"] as? String == "Harbour wall to be rebuilt, part 2")
        let ids = try folder.lines().map { $0["id"] as? String }
        #expect(ids.contains(found.first?["article"] as? String))
        // The file itself, while the daemon has it and after.
        #expect(try await lines(["--journal", "quotes.jsonl", "waited"]).count == 3)
        try await daemon.stop()
        #expect(try await lines(["--journal", "quotes.jsonl", "waited", "--limit", "2"]).count == 2)
        let confidences = try await lines(["--journal", "quotes.jsonl"]).compactMap { $0["confidence"] as? Double }
        let most = try #require(confidences.max())
        let sure = try await lines(["--journal", "quotes.jsonl", "--min-confidence", "\(most)"])
        #expect(confidences.count == 6 && sure.count == confidences.count { $0 == most }, "\(confidences)")
        let none = try await Program.run("find", "--journal", "quotes.jsonl", "unicorn", in: folder)
        #expect(none.status == 1 && none.errors.contains("nothing was found"), "\(none)")
        let gone = try await Program.run("find", "--status", "s.sock", "waited", in: folder)
        #expect(gone.status == 1 && gone.errors.contains("s.sock"), "\(gone)")
    }

    @Test func makesALostIndexAgain() async throws {
        var daemon = try await RunningDaemon(in: folder, ["--engine", "rules", "--index", "none"])
        try drop(1...2)
        try await daemon.settled(files: 2)
        #expect(!FileManager.default.fileExists(atPath: folder("quotes.jsonl.index").string))
        let refused = try await Program.run("find", "--status", "s.sock", "waited", in: folder)
        #expect(refused.status == 1 && refused.errors.contains("--index none"), "\(refused)")
        try await daemon.stop()
        let missing = try await Program.run("find", "--journal", "quotes.jsonl", "waited", in: folder)
        #expect(missing.status == 1 && missing.errors.contains("quoted index"), "\(missing)")
        // By the command, and by a daemon that finds none.
        let made = try await Program.run("index", "--journal", "quotes.jsonl", in: folder)
        #expect(made.status == 0 && made.output.contains("2 records"), "\(made)")
        #expect(try await lines(["--journal", "quotes.jsonl", "waited"]).count == 2)
        for name in folder.files(".") where name.contains(".index") {
            try FileManager.default.removeItem(atPath: folder(name).string)
        }
        daemon = try await RunningDaemon(in: folder, ["--engine", "rules"])
        for round in 0...2 {
            try await waitUntil("the index is made again") {
                try await lines(["--status", "s.sock", "waited"]).count == 2
            }
            let madeAgain = try #require(try await daemon.status().index?.madeAgain)
            // Its files go one after the other, and a new one may go with the last of the old.
            #expect(round == 0 ? madeAgain == 0 : madeAgain >= round)
            // While it runs, and nothing comes in.
            for name in folder.files(".") where name.contains(".index") {
                try FileManager.default.removeItem(atPath: folder(name).string)
            }
        }
        try await daemon.stop()
    }

    @Test func saysWhatIsWrong() async throws {
        let mistaken = try await Program.run(
            "find", "--verb", "shouted", "--since", "soon", "--min-confidence", "2", in: folder)
        #expect(mistaken.status == 78, "\(mistaken)")
        #expect(mistaken.errors.contains("--verb") && mistaken.errors.contains("--since"), "\(mistaken)")
        #expect(
            mistaken.errors.contains("--min-confidence: “2” cannot be used; give a number from 0 to 1"), "\(mistaken)")
        let placeless = try await Program.run("index", in: folder)
        #expect(placeless.status == 78 && placeless.errors.contains("--journal"), "\(placeless)")
        let nowhere = try await Program.run("index", "--journal", "nowhere/q.jsonl", in: folder)
        #expect(nowhere.status == 78 && nowhere.errors.contains("nowhere"), "\(nowhere)")
    }
}
