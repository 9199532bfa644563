import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Daemon

/// A daemon at work as a process of its own, and files that come in every way there is.
@Suite(.serialized) struct DeliveryTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func makesALineOfEveryFileHoweverItCame() async throws {
        // Longer than any pause that a busy machine makes between a slow writer's pieces.
        let daemon = try await RunningDaemon(in: folder, ["--settle", "5s"])
        try folder.make("elsewhere")
        for number in 0..<12 { try folder.write(NumberedArticle.text(number), to: "elsewhere/\(number).txt") }
        let files = FileManager.default
        for number in 0..<4 {
            try files.copyItem(
                atPath: folder("elsewhere/\(number).txt").string, toPath: folder("inbox/\(number).txt").string)
        }
        for number in 4..<8 {
            try files.moveItem(
                atPath: folder("elsewhere/\(number).txt").string, toPath: folder("inbox/\(number).txt").string)
        }
        for number in 8..<11 {
            try files.linkItem(
                atPath: folder("elsewhere/\(number).txt").string, toPath: folder("inbox/\(number).txt").string)
        }
        try folder.make("inbox/reuters/europe")
        try await writeSlowly(NumberedArticle.text(11), to: "inbox/reuters/europe/11.txt")

        try await daemon.settled(files: 12)
        #expect(try Set(folder.paths()) == Set((0..<11).map { "\($0).txt" } + ["reuters/europe/11.txt"]))
        #expect(try folder.lines().count == 12)
        #expect(folder.files("inbox").isEmpty)
        #expect(folder.files("done").count == 12)
        #expect(folder.files("failed").isEmpty)
        for line in try folder.lines() {
            let quotations = try #require(line["quotations"] as? [[String: Any]])
            #expect(!quotations.isEmpty)
        }
        try await daemon.stop()
    }

    @Test func takesWhatLaySinceBeforeItStarted() async throws {
        try folder.make("inbox")
        for number in 0..<5 { try folder.write(NumberedArticle.text(number), to: "inbox/\(number).txt") }
        let daemon = try await RunningDaemon(in: folder)
        try await daemon.settled(files: 5)
        #expect(try folder.paths() == (0..<5).map { "\($0).txt" })
        try await daemon.stop()
    }

    @Test func leavesAloneWhatIsNotComplete() async throws {
        let daemon = try await RunningDaemon(in: folder)
        for name in [".hidden", "a.tmp", "b.part"] { try folder.write(NumberedArticle.text(1), to: "inbox/" + name) }
        try folder.write(NumberedArticle.text(2), to: "inbox/c.txt")
        try await daemon.settled(files: 1)
        #expect(try folder.paths() == ["c.txt"])
        #expect(folder.files("inbox") == [".hidden", "a.tmp", "b.part"])
        try FileManager.default.moveItem(atPath: folder("inbox/a.tmp").string, toPath: folder("inbox/a.txt").string)
        try await daemon.settled(files: 2)
        #expect(try folder.paths() == ["a.txt", "c.txt"])
        try await daemon.stop()
    }

    @Test func journalsAnArticleOnceHoweverOftenItComes() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try folder.write(NumberedArticle.text(1), to: "inbox/a.txt")
        try await daemon.settled(files: 1)
        try folder.write(NumberedArticle.text(1), to: "inbox/b.txt")
        try folder.write("\u{FEFF}" + NumberedArticle.text(1), to: "inbox/c.txt")
        try await daemon.settled(files: 3)
        #expect(try folder.paths() == ["a.txt"])
        let status = try await daemon.status()
        #expect(status.files.repeats == 2)
        #expect(status.articles.repeats == 2)
        #expect(folder.files("done").count == 3)
        try await daemon.stop()
    }

    @Test func takesNoCopiesThatComeTogetherForAFileThatCrashesIt() async throws {
        try folder.make("inbox")
        for number in 0..<24 { try folder.write(NumberedArticle.text(1), to: "inbox/\(number).txt") }
        let daemon = try await RunningDaemon(in: folder, ["--workers", "8"])
        try await daemon.settled(files: 24)
        #expect(try folder.lines().count == 1)
        #expect(folder.files("failed").isEmpty)
        let files = try await daemon.status().files
        #expect(files.done == 1 && files.repeats == 23, "\(files)")
        try await daemon.stop()
    }

    @Test func journalsRepeatsWhereThatIsWanted() async throws {
        let daemon = try await RunningDaemon(in: folder, ["--repeat", "annotate"])
        for (count, name) in ["a.txt", "b.txt", "a.txt"].enumerated() {
            try folder.write(NumberedArticle.text(1), to: "inbox/" + name)
            try await daemon.settled(files: count + 1)
        }
        #expect(try folder.paths() == ["a.txt", "a.txt", "b.txt"])
        try await daemon.stop()
    }

    @Test func leavesFilesWhereTheyAreToBeKept() async throws {
        let first = try await RunningDaemon(in: folder, ["--after", "keep"])
        try folder.write(NumberedArticle.text(1), to: "inbox/a.txt")
        try await first.settled(files: 1)
        try await first.stop()
        let second = try await RunningDaemon(in: folder, ["--after", "keep"])
        try folder.write(NumberedArticle.text(2), to: "inbox/b.txt")
        try await second.settled(files: 2)
        #expect(try folder.paths() == ["a.txt", "b.txt"])
        #expect(folder.files("inbox") == ["a.txt", "b.txt"])
        try await second.stop()
    }

    @Test func deletesFilesWhereThatIsWanted() async throws {
        let daemon = try await RunningDaemon(in: folder, ["--after", "delete", "--omit-text"])
        try folder.write(NumberedArticle.text(1), to: "inbox/a.txt")
        try await daemon.settled(files: 1)
        #expect(folder.files("inbox").isEmpty && folder.files("done").isEmpty)
        let line = try #require(folder.lines().first)
        #expect(line["text"] == nil)
        try await daemon.stop()
    }

    /// Opened once, as by a slow upload. (A file that is closed is complete: making it first and opening it again
    /// would be two writers.)
    private func writeSlowly(_ text: String, to name: String) async throws {
        let file = try FileDescriptor.open(
            FilePath(folder(name).string), .writeOnly, options: [.create], permissions: [.ownerReadWrite, .groupRead])
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 40) {
            _ = try file.writeAll(bytes[start..<min(start + 40, bytes.count)])
            try await Task.sleep(for: .milliseconds(30))
        }
        try file.close()
    }
}
