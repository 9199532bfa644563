import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// The ways in which files come, each with both watchers: what was written is what is handed out, whole.
@Suite(.timeLimit(.minutes(10))) struct DeliveryTests {
    @Test(arguments: WatcherTests.Kind.allCases)
    func copiedMovedAndLinkedFilesAreWorkedOff(_ kind: WatcherTests.Kind) async throws {
        try await RunningInbox.run(watcher: try kind.make()) { bench in
            let scratch = bench.scratch
            try scratch.write("linked", to: scratch.root.appending("original"))
            try scratch.write("copied", to: scratch.inbox.appending("a"))
            try scratch.deliver("moved", to: scratch.inbox.appending("feed/b"))
            try scratch.link(scratch.root.appending("original"), to: scratch.inbox.appending("feed/c"))
            let worked = try await bench.work(3)
            #expect(Set(worked.map(\.text)) == ["copied", "moved", "linked"])
            #expect(Set(worked.map(\.path)) == ["a", "feed/b", "feed/c"])
            #expect(try scratch.files(in: scratch.inbox) == [])
            #expect(try scratch.read(scratch.root.appending("original")) == "linked")
        }
    }

    @Test func aFileThatIsWrittenSlowlyIsTakenWhenItIsClosed() async throws {
        try await RunningInbox.run(watcher: try WatchProcess.find()) { bench in
            try await bench.until { _ in await bench.inbox.isReady }
            let slow = try bench.scratch.open(bench.scratch.inbox.appending("slow"))
            for part in ["one ", "two ", "three"] {
                try await Task.sleep(for: bench.configuration.settleTime * 2)
                _ = try slow.writeAll(part.utf8)
            }
            try slow.close()
            #expect(try await bench.work().map(\.text) == ["one two three"])
        }
    }

    @Test func aSecondWriterIsWaitedFor() async throws {
        try await RunningInbox.run(watcher: try WatchProcess.find(), configure: { $0.settleTime = .seconds(10) }) {
            bench in
            try await bench.until { _ in await bench.inbox.isReady }
            let path = bench.scratch.inbox.appending("shared")
            let second = try bench.scratch.open(path)
            // Between the two openings, of which the kernel would make one event otherwise.
            try bench.scratch.deliver("other", to: bench.scratch.inbox.appending("other"))
            #expect(try await bench.work().map(\.text) == ["other"])
            try bench.scratch.append("begun ", to: path)
            _ = try second.writeAll("and ended".utf8)
            try second.close()
            #expect(try await bench.work().map(\.text) == ["begun and ended"])
            #expect(await bench.inbox.counts.returned == 0)
        }
    }

    @Test func aFileMadeFirstAndWrittenAfterwardsComesWhole() async throws {
        try await RunningInbox.run(watcher: try WatchProcess.find(), configure: { $0.settleTime = .seconds(10) }) {
            bench in
            try await bench.until { _ in await bench.inbox.isReady }
            let path = bench.scratch.inbox.appending("a")
            try bench.scratch.write("", to: path)
            let writer = try bench.scratch.open(path)
            for part in ["one ", "two ", "three"] {
                _ = try writer.writeAll(part.utf8)
                try await Task.sleep(for: .milliseconds(30))
            }
            try writer.close()
            #expect(try await bench.work().map(\.text) == ["one two three"])
        }
    }

    @Test func aWriterWhoWasNotSeenAndGoesOnIsFoundOut() async throws {
        try await RunningInbox.run { bench in
            let path = bench.scratch.inbox.appending("shared")
            let writer = try bench.scratch.open(path)
            _ = try writer.writeAll("begun ".utf8)
            let early = try await bench.work()
            #expect(early.map(\.text) == ["begun "])
            _ = try writer.writeAll("and ended".utf8)
            try writer.close()
            // It was written to in `done/`, is put back, and comes once more.
            #expect(try await bench.work().map(\.text) == ["begun and ended"])
            #expect(await bench.inbox.counts.returned == 1)
            #expect(try bench.scratch.files(in: bench.scratch.done).count == 1)
        }
    }

    @Test func aFileWrittenToWhileItIsWorkedOnComesAgainWhole() async throws {
        try await RunningInbox.run { bench in
            let path = bench.scratch.inbox.appending("a")
            try bench.scratch.write("first", to: path)
            let arrival = try #require(await bench.inbox.next())
            #expect(try bench.inbox.read(arrival).bytes == Array("first".utf8))
            try bench.scratch.append(" and second", to: path)
            #expect(await bench.inbox.finish(arrival, .done()) == .again(reason: "It changed while it was worked on."))
            #expect(try await bench.work().map(\.text) == ["first and second"])
            #expect(try bench.scratch.files(in: bench.scratch.done).count == 1)
        }
    }

    @Test(arguments: WatcherTests.Kind.allCases)
    func aFileRenamedOverOneThatIsWorkedOnIsNotLost(_ kind: WatcherTests.Kind) async throws {
        try await RunningInbox.run(watcher: try kind.make()) { bench in
            let path = bench.scratch.inbox.appending("latest.xml")
            try bench.scratch.deliver("version 1", to: path)
            let arrival = try #require(await bench.inbox.next())
            #expect(try bench.inbox.read(arrival).bytes == Array("version 1".utf8))
            try bench.scratch.deliver("version 2", to: path)
            await bench.inbox.finish(arrival, .done())
            #expect(try await bench.work().map(\.text) == ["version 2"])
        }
    }

    @Test func aFileWrittenToBetweenHandingOutAndReadingIsNotRead() async throws {
        try await RunningInbox.run { bench in
            let path = bench.scratch.inbox.appending("a")
            try bench.scratch.write("first", to: path)
            let arrival = try #require(await bench.inbox.next())
            try bench.scratch.append(" more", to: path)
            #expect(throws: ReadingError.changed) { try bench.inbox.read(arrival) }
            await bench.inbox.finish(arrival, .unread(.changed))
            #expect(try await bench.work().map(\.text) == ["first more"])
        }
    }

    @Test(arguments: WatcherTests.Kind.allCases)
    func touchingAFileLosesNothing(_ kind: WatcherTests.Kind) async throws {
        try await RunningInbox.run(watcher: try kind.make()) { bench in
            let path = bench.scratch.inbox.appending("a")
            try bench.scratch.write("text", to: path)
            for _ in 0..<5 { try bench.scratch.append("", to: path) }
            #expect(try await bench.work().map(\.text) == ["text"])
        }
    }

    @Test func temporaryNamesAreLeftAloneUntilTheyAreRenamed() async throws {
        try await RunningInbox.run(watcher: try WatchProcess.find()) { bench in
            let inbox = bench.scratch.inbox
            try bench.scratch.write("half", to: inbox.appending(".story.Xy12ab"))
            try bench.scratch.write("half", to: inbox.appending("story.part"))
            try bench.scratch.write("half", to: inbox.appending("batch.tmp/inner"))
            try bench.scratch.write("whole", to: inbox.appending("other"))
            #expect(try await bench.work().map(\.text) == ["whole"])
            try bench.scratch.rename(inbox.appending(".story.Xy12ab"), to: inbox.appending("story"))
            #expect(try await bench.work().map(\.path) == ["story"])
            try bench.scratch.rename(inbox.appending("batch.tmp"), to: inbox.appending("batch"))
            #expect(try await bench.work().map(\.path) == ["batch/inner"])
            #expect(try bench.scratch.files(in: inbox) == ["story.part"])
        }
    }

    @Test(arguments: WatcherTests.Kind.allCases)
    func filesArriveAfterTheInboxWasMadeAgain(_ kind: WatcherTests.Kind) async throws {
        try await RunningInbox.run(watcher: try kind.make()) { bench in
            try bench.scratch.write("before", to: bench.scratch.inbox.appending("a"))
            #expect(try await bench.work().map(\.text) == ["before"])
            try bench.scratch.removeFolder(bench.scratch.inbox)
            try await bench.until { counts in counts.degraded.contains { $0.contains("inbox") } }
            try bench.scratch.write("after", to: bench.scratch.inbox.appending("b"))
            #expect(try await bench.work().map(\.text) == ["after"])
            try await bench.until { $0.degraded.isEmpty }
        }
    }

    @Test func manyFilesByManyWaysAreEachWorkedOffOnce() async throws {
        let count = 2000
        try await RunningInbox.run(watcher: try WatchProcess.find(), configure: { $0.heldLimit = 300 }) { bench in
            let inbox = bench.scratch.inbox
            async let writing: Void = {
                for number in 0..<count {
                    let path = inbox.appending("feed\(number % 7)/\(number)")
                    switch number % 3 {
                    case 0: try bench.scratch.write("text \(number)", to: path)
                    case 1: try bench.scratch.deliver("text \(number)", to: path)
                    default:
                        let original = bench.scratch.root.appending("original\(number)")
                        try bench.scratch.write("text \(number)", to: original)
                        try bench.scratch.makeFolder(path.removingLastComponent())
                        try bench.scratch.link(original, to: path)
                    }
                }
            }()
            let worked = try await bench.work(inParallel: 3, count)
            try await writing
            #expect(Set(worked.map(\.text)) == Set((0..<count).map { "text \($0)" }))
            #expect(worked.count == count)
            #expect(try bench.scratch.files(in: inbox) == [])
            #expect(try bench.scratch.files(in: bench.scratch.done).count == count)
            #expect(await bench.inbox.counts.pending == 0)
        }
    }
}
