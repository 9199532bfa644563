import Faults
import Foundation
import Journal
import Logging
import ProgramSupport
import Records
import Setup
import SystemPackage
import TestSupport
import Testing

@testable import Daemon

/// Starting, stopping, crashing, reloading.
@Suite(.serialized) struct LifeTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func drop(_ numbers: Range<Int>) throws {
        for number in numbers { try folder.write(NumberedArticle.text(number), to: "inbox/\(number).txt") }
    }

    @Test func tellsHowItIs() async throws {
        // An answer that takes long on a busy machine would be in the status.
        let daemon = try await RunningDaemon(in: folder, ["--workers", "2", "--status-time", "60s"])
        try drop(0..<3)
        try folder.write("", to: "inbox/empty.txt")
        try await daemon.settled(files: 4)
        let status = try await daemon.status()
        #expect(status.version == Version.current)
        #expect(status.workers == 2)
        #expect(status.files == .init(pending: 0, working: 0, done: 3, failed: 1, repeats: 0))
        #expect(status.articles.written == 3)
        #expect(status.articles.perMinute == 3)
        #expect(status.articles.quotations >= 3)
        #expect(status.rules.languages[0].verbs >= 350)
        #expect(status.rules.languages[0].digest.hasPrefix("sha256:"))
        #expect(status.lastError?.file == "empty.txt")
        #expect(status.lastError?.code == "empty")
        #expect(status.journal.lines == 3)
        #expect(status.journal.bytes == Int64(folder.text("quotes.jsonl").utf8.count))
        for stage in WorkStage.allCases { #expect(status.stages[stage]?.count ?? 0 >= 3, "\(stage)") }
        #expect(status.degraded == [] && status.unhealthy == [])

        let printed = try await Program.run("status", "--status", "s.sock", in: folder)
        #expect(printed.status == 0 && printed.output.contains("3 done"))
        let json = try await Program.run("status", "--json", in: folder, environment: ["QUOTED_STATUS": "s.sock"])
        let report = try StatusReport.decoder.decode(StatusReport.self, from: Data(json.output.utf8))
        #expect(report.articles.written == 3)
        try await daemon.stop()

        let gone = try await Program.run("status", "--status", "s.sock", in: folder)
        #expect(gone.status == 1 && gone.errors.contains("is quoted running?"), "\(gone)")
    }

    @Test func finishesItsWorkBeforeItStops() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try drop(0..<40)
        try await waitUntil("work begins") { try await daemon.status().files.done > 0 }
        try await daemon.stop()
        // What was begun is done, what was not lies where it lay.
        let paths = try folder.paths()
        #expect(folder.files("inbox").count + paths.count == 40)
        #expect(folder.files("done").count == paths.count)
        #expect(folder.files("failed").isEmpty)

        let second = try await RunningDaemon(in: folder)
        try await waitUntil("the rest is done") { folder.files("inbox").isEmpty }
        try await second.settled(files: 40 - paths.count)
        #expect(try folder.paths() == (0..<40).map { "\($0).txt" }.sorted())
        try await second.stop()
    }

    @Test func losesAndRepeatsNothingWhenItIsKilled() async throws {
        for round in 0..<4 {
            let daemon = try await RunningDaemon(in: folder)
            try drop(round * 15..<round * 15 + 15)
            try await waitUntil("work begins in round \(round)") {
                try await daemon.status().articles.written > round
            }
            try await daemon.kill()
            #expect(
                FileManager.default.fileExists(atPath: folder("s.sock").string), "a killed daemon leaves its socket")
        }
        let last = try await RunningDaemon(in: folder)
        try await waitUntil("the rest is done") { folder.files("inbox").isEmpty }
        try await last.stop()
        let failed = folder.files("failed")
        let ids = try folder.idsOfAllJournals()
        #expect(ids.count == 60 - failed.filter { $0.hasSuffix(".txt") }.count, "\(failed)")
        #expect(Set(ids).count == ids.count, "an article was journalled twice")
    }

    /// Where every daemon passes that has plain files to annotate: these give a line a file, so one worker never has two
    /// lines to write.
    private static let usualPoints =
        (FaultPoint.journal + FaultPoint.pipeline + [.beforeMove, .afterMove, .withinTransaction])
        .map(\.name.description).filter { $0 != "between-lines" }

    @Test(.enabled(if: FaultPoint.areCompiled, "fault points are in debug builds only"), arguments: usualPoints)
    func losesAndRepeatsNothingWhereverItCrashes(point: String) async throws {
        try folder.make("inbox")
        try drop(0..<6)
        let crashing = try RunningDaemon.launch(
            in: folder, ["--workers", "1"], environment: ["QUOTED_FAULT": "\(point):2"])
        let ended = try await crashing.result()
        #expect(ended.status == 137, "\(ended)")
        let daemon = try await RunningDaemon(in: folder)
        try await waitUntil("the rest is done") { folder.files("inbox").isEmpty }
        try await daemon.stop()
        let ids = try folder.idsOfAllJournals()
        #expect(ids.count == 6 && Set(ids).count == 6)
        #expect(folder.files("failed").isEmpty)
    }

    /// As if the daemon had died over the file.
    private func beginAttempts(_ counts: ClosedRange<Int>, _ name: String) async throws {
        let ledger = try await Ledger.open(
            folder("quotes.jsonl.ledger"), journal: folder("quotes.jsonl"), logger: Logger(label: "test"))
        let contents = try Data(contentsOf: URL(fileURLWithPath: folder(name).string))
        let digest = try #require(Fingerprint(bytes: Digest.sha256(contents)))
        for count in counts { #expect(try await ledger.beginAttempt(.content(digest)) == count) }
    }

    @Test(arguments: ["drop", "annotate"])
    func doesNotGiveUpAFileWhoseLineIsWritten(repeats: String) async throws {
        try folder.make("inbox")
        try drop(0..<1)
        try await beginAttempts(1...1, "inbox/0.txt")
        let crashing = try RunningDaemon.launch(
            in: folder, ["--repeat", repeats], environment: ["QUOTED_FAULT": "after-sync:1"])
        let ended = try await crashing.result()
        #expect(ended.status == 137, "\(ended)")
        // And it may die again before it comes to the file.
        try await beginAttempts(3...4, "inbox/0.txt")
        let daemon = try await RunningDaemon(in: folder, ["--repeat", repeats])
        try await daemon.settled(files: 1)
        #expect(try folder.paths() == ["0.txt"])
        #expect(folder.files("failed").isEmpty && folder.files("inbox").isEmpty)
        #expect(try await daemon.status().files.repeats == 1)
        try await daemon.stop()
    }

    @Test func givesUpOnAFileThatCrashedItTwice() async throws {
        try folder.make("inbox")
        try drop(0..<1)
        try await beginAttempts(1...2, "inbox/0.txt")
        let daemon = try await RunningDaemon(in: folder)
        try await daemon.settled(files: 1)
        #expect(folder.files("failed").contains("0.txt"))
        let status = try await daemon.status()
        #expect(status.lastError?.code == "crashed")
        #expect(try folder.lines().isEmpty)
        try await daemon.stop()
    }

    @Test func opensTheJournalAnewOnHangup() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try drop(0..<2)
        try await daemon.settled(files: 2)
        try FileManager.default.moveItem(atPath: folder("quotes.jsonl").string, toPath: folder("quotes.jsonl.1").string)
        daemon.program.signal(SIGHUP)
        try await waitUntil("the journal is opened anew") {
            FileManager.default.fileExists(atPath: folder("quotes.jsonl").string)
        }
        // A repeat of what stands in the rotated journal is still one.
        try drop(0..<4)
        try await daemon.settled(files: 6)
        #expect(try folder.paths("quotes.jsonl.1") == ["0.txt", "1.txt"])
        #expect(try folder.paths() == ["2.txt", "3.txt"])
        try await daemon.stop()
    }

    @Test func keepsItsRulesWhileTheirFilesHaveMistakes() async throws {
        try folder.make("rules")
        let daemon = try await RunningDaemon(in: folder, ["--rules", "rules"])
        let before = try await daemon.status().rules
        try folder.write("- [", to: "rules/reporting-verbs.yaml")
        try await waitUntil("the mistake is told") { try await daemon.status().rules.problem != nil }
        let broken = try await daemon.status()
        #expect(broken.rules.languages[0].digest == before.languages[0].digest)
        #expect(broken.rules.problem?.contains("reporting-verbs.yaml:") == true)
        #expect(broken.degraded.count == 1 && broken.unhealthy.isEmpty)
        try drop(0..<1)
        try await daemon.settled(files: 1)

        let check = try await Program.run("rules", "check", "--rules", "rules", in: folder)
        #expect(check.status == 1 && check.output.contains("reporting-verbs.yaml:"), "\(check)")
        try FileManager.default.removeItem(atPath: folder("rules/reporting-verbs.yaml").string)
        try await waitUntil("the mended rules are read") { try await daemon.status().rules.problem == nil }
        #expect(try await daemon.status().degraded.isEmpty)
        try await daemon.stop()
    }

    @Test func refusesASecondInstance() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try folder.make("other")
        let sameInbox = try await Program.run(
            "run", "--inbox", "inbox", "--journal", "other/q.jsonl", "--status", "other/s.sock", in: folder)
        #expect(sameInbox.status == 1)
        #expect(sameInbox.errors.contains("the inbox") && sameInbox.errors.contains("process \(daemon.program.pid)"))
        let sameSocket = try await Program.run(
            "run", "--inbox", "other", "--journal", "other.jsonl", "--status", "s.sock", "--done", "d", "--failed", "f",
            in: folder)
        #expect(sameSocket.status == 1)
        #expect(sameSocket.errors.contains("the socket") && sameSocket.errors.contains("process \(daemon.program.pid)"))
        try folder.make("third")
        let sameJournal = try await Program.run(
            "run", "--inbox", "third", "--journal", "quotes.jsonl", "--status", "third.sock", "--done", "d", "--failed",
            "f",
            in: folder)
        #expect(sameJournal.status == 1 && sameJournal.errors.contains("quotes.jsonl"), "\(sameJournal)")
        #expect(try await daemon.status().pid == Int(daemon.program.pid), "the first one's socket was taken over")
        try await daemon.stop()
    }

    @Test func tellsTheServiceManager() async throws {
        let listener = try DatagramListener(name: folder("notify").string)
        let environment = ["NOTIFY_SOCKET": folder("notify").string, "WATCHDOG_USEC": "400000"]
        let daemon = try await RunningDaemon(in: folder, environment: environment)
        var messages: [String] = []
        try await waitUntil("a sign of life comes") {
            messages += listener.received()
            return messages.contains("WATCHDOG=1")
        }
        let ready = try #require(messages.firstIndex { $0.hasPrefix("READY=1\nSTATUS=0 pending") })
        #expect(try ready < #require(messages.firstIndex(of: "WATCHDOG=1")))
        try drop(0..<1)
        try await waitUntil("the status is kept current") {
            messages += listener.received()
            return messages.contains { $0.hasPrefix("STATUS=") && $0.contains("1 done") }
        }
        daemon.program.signal(SIGHUP)
        try await waitUntil("the reload is told") {
            messages += listener.received()
            let reloading = messages.firstIndex { $0.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") }
            return reloading.map { messages[$0...].contains { $0.hasPrefix("READY=1") } } ?? false
        }
        try await daemon.stop()
        messages += listener.received()
        #expect(messages.contains { $0.hasPrefix("STOPPING=1") })
    }

    @Test func logsForTheJournalOfSystemd() async throws {
        let daemon = try await RunningDaemon(in: folder, environment: ["JOURNAL_STREAM": "8:1"])
        try folder.write(NumberedArticle.text(1), to: "inbox/a\n<3>forged.txt")
        try await daemon.settled(files: 1)
        try await daemon.stop()
        let log = daemon.program.errors.split(separator: "\n")
        #expect(log.allSatisfy { $0.wholeMatch(of: /<[2-7]>.*/) != nil })
        #expect(!log.contains { $0.hasPrefix("<3>") })
        #expect(log.contains { $0.hasPrefix("<6>file annotated") && $0.contains("a\\n<3>forged.txt") })
    }

    @Test func endsAtOnceWithAllMistakesInItsSettings() async throws {
        try folder.make("inbox")
        try folder.write("workers: lots\nsettel: 2s\n", to: "quoted.yaml")
        let result = try await Program.run(
            "run", "--inbox", "inbox", "--config", "quoted.yaml", "--status", "s.sock", in: folder,
            environment: ["QUOTED_AFTER": "burn"])
        #expect(result.status == 78)
        for hint in ["quoted.yaml:1: ", "quoted.yaml:2: ", "QUOTED_AFTER: ", "--journal: is missing"] {
            #expect(result.errors.contains(hint), "\(hint) in \(result.errors)")
        }
    }
}
