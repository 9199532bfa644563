import CivilTime
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

@Suite(.timeLimit(.minutes(10))) struct RetryTests {
    @Test func failedFilesGoBackToWhereTheyWere() async throws {
        try await RunningInbox.run { bench in
            for name in ["wire/a.xml", "wire/b.xml", "web/a.html"] {
                try bench.scratch.write(name, to: bench.scratch.inbox.appending(name))
            }
            try await bench.work(3) { _, _ in .failed(Failure(code: "c", reason: "r", remedy: "m")) }
            #expect(
                try FailedFiles.list(bench.configuration).map(\.path) == ["web/a.html", "wire/a.xml", "wire/b.xml"])
            #expect(try FailedFiles.putBack(bench.configuration, matching: ["wire/*", "nothing"]).count == 2)
            #expect(try bench.scratch.files(in: bench.scratch.failed) == ["web/a.html", "web/a.html.json"])
            let again = try await bench.work(2)
            #expect(Set(again.map(\.text)) == ["wire/a.xml", "wire/b.xml"])
            #expect(try FailedFiles.putBack(bench.configuration, matching: ["a.html"]).map(\.path) == ["web/a.html"])
            #expect(try bench.scratch.files(in: bench.scratch.failed) == [])
        }
    }

    @Test func aFileThatCameAgainMeanwhileIsNotOverwritten() throws {
        let scratch = try InboxFolders()
        let configuration = InboxConfiguration(inbox: scratch.inbox)
        try scratch.write("failed", to: scratch.failed.appending("a.txt"))
        try scratch.write("new", to: scratch.inbox.appending("a.txt"))
        let back = try FailedFiles.putBack(configuration)
        #expect(back.map(\.path) == ["a.again.txt"])
        #expect(back.map(\.note) == [nil])
        #expect(try scratch.read(scratch.inbox.appending("a.txt")) == "new")
        #expect(try scratch.read(scratch.inbox.appending("a.again.txt")) == "failed")
    }

    @Test func anotherFilesReasonIsNoFileAndAStrayOneIsRemoved() throws {
        let scratch = try InboxFolders()
        let configuration = InboxConfiguration(inbox: scratch.inbox)
        try scratch.makeFolder(scratch.inbox)
        let stray = FailureNote(Failure(code: "c", reason: "r", remedy: "m"), of: "lost", at: UTCTime(0))
        try scratch.write(String(decoding: stray.encoded, as: UTF8.self), to: scratch.failed.appending("lost.json"))
        try scratch.write("{}", to: scratch.failed.appending("article.json"))
        #expect(try FailedFiles.list(configuration).map(\.path) == ["article.json"])
        #expect(try FailedFiles.putBack(configuration).map(\.path) == ["article.json"])
        #expect(try scratch.files(in: scratch.failed) == [])
        #expect(try scratch.files(in: scratch.inbox) == ["article.json"])
    }
}

struct KeepDoneTests {
    @Test func onlyFoldersOfDaysThatAreLongPastAreRemoved() throws {
        let scratch = try InboxFolders()
        for path in [
            "2024-02-28/wire/a", "2024-02-29/b", "2024-03-01/c", "2024-03-20/d", "mine/e", "2024-02-31/f", "g",
        ] {
            try scratch.write("x", to: scratch.done.appending(path))
        }
        try scratch.symlink(to: "../..", at: scratch.done.appending("2024-02-29/link"))
        // 2024-03-14, one second before midnight.
        let now: Int64 = 1_710_460_799
        #expect(try KeepDone.clear(scratch.done, olderThan: .seconds(14 * 86_400), at: now) == ["2024-02-28"])
        #expect(try KeepDone.clear(scratch.done, olderThan: .seconds(14 * 86_400), at: now + 1) == ["2024-02-29"])
        #expect(
            try scratch.files(in: scratch.done) == ["2024-02-31/f", "2024-03-01/c", "2024-03-20/d", "g", "mine/e"])
        #expect(scratch.exists(scratch.done))
    }

    @Test func theInboxClearsOutWhenItStarts() async throws {
        let scratch = try InboxFolders()
        try scratch.write("x", to: scratch.done.appending("2001-01-01/a"))
        try await RunningInbox.run(scratch: scratch, configure: { $0.keepDone = .seconds(86_400) }) { bench in
            try await bench.until { _ in !scratch.exists(scratch.done.appending("2001-01-01")) }
        }
    }
}
