import Faults
import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Daemon

/// An article that takes too long costs itself, and no other.
@Suite(.serialized, .timeLimit(.minutes(10))) struct SlowArticleTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func anArticleThatMeetsItsDeadlineFailsWithAReason() async throws {
        try folder.make("inbox")
        // The deadline is asked for at each paragraph, and no machine gets through all of these in a millisecond.
        let long = (0..<5_000).map { "“Number \($0) is ready,” said the warden, Pia Holm." }.joined(separator: "\n\n")
        try folder.write(long, to: "inbox/long.txt")
        let daemon = try await RunningDaemon(in: folder, ["--deadline", "1ms"])
        try await daemon.settled(files: 1)
        let note = try folder.failureNote("long.txt.json")
        #expect(note["code"] as? String == "too-slow")
        #expect(note["reason"] as? String == "The article took longer than 1ms.")
        #expect((note["remedy"] as? String)?.contains("--deadline") == true)
        #expect(try folder.lines().isEmpty)
        #expect(try await daemon.status().articles.written == 0)
        try await daemon.stop()
    }

    /// It went on until the process was ended by force: "Cancellation took longer than allowed".
    @Test func anArticleInWorkDoesNotKeepTheDaemonFromStopping() async throws {
        try folder.make("inbox")
        // No machine gets through all of these within the grace.
        try folder.write(String(repeating: "\"It is bad,\" Holm said. ", count: 400_000), to: "inbox/long.txt")
        let daemon = try await RunningDaemon(in: folder, ["--engine", "rules", "--grace", "100ms"])
        try await waitUntil("somebody begins with the article") { try await daemon.status().files.working == 1 }
        try await daemon.stop()
        #expect(try folder.lines().isEmpty)
        #expect(FileManager.default.fileExists(atPath: folder("inbox/long.txt").string), "the next start has it to do")
    }

    /// The test does what a service manager does that waits in vain for signs of life.
    @Test(.enabled(if: FaultPoint.areCompiled, "fault points are in debug builds only"))
    func anArticleThatNeverComesBackIsCountedOut() async throws {
        try folder.make("inbox")
        try folder.write(NumberedArticle.text(1), to: "inbox/hangs.txt")
        for _ in 1...2 {
            let daemon = try await RunningDaemon(
                in: folder, ["--deadline", "200ms"],
                environment: ["QUOTED_FAULT": "within-annotation:1:hang", "WATCHDOG_USEC": "400000"])
            try await waitUntil("the daemon says that a worker hangs") {
                try await daemon.status().unhealthy.contains { $0.contains("busy with one file") }
            }
            try await daemon.kill()
        }
        try folder.write(NumberedArticle.text(2), to: "inbox/other.txt")
        let daemon = try await RunningDaemon(in: folder)
        try await daemon.settled(files: 2)
        #expect(try folder.failureNote("hangs.txt.json")["code"] as? String == "crashed")
        #expect(try folder.paths() == ["other.txt"])
        #expect(try await daemon.status().unhealthy.isEmpty)
        try await daemon.stop()
    }
}
