import Files
import Foundation
import Hashing
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// Files that were worked off come back by what was journalled of them.
@Suite(.timeLimit(.minutes(10))) struct RestorationTests {
    private static func digest(_ text: String) -> String {
        SHA256.hash(Array(text.utf8)).hexadecimal
    }

    private static func restore(
        _ wanted: Set<Restoration.Wanted>, _ configuration: InboxConfiguration
    ) throws -> Restoration.Result {
        try Restoration(configuration, wanted) { $0.printed }.run()
    }

    @Test func aFileComesBackUnderItsOwnNameByItsContent() async throws {
        let scratch = try InboxFolders()
        try await RunningInbox.run(scratch: scratch) { bench in
            for text in ["first", "second"] {
                try scratch.write(text, to: scratch.inbox.appending("wire/a.xml"))
                try await bench.work(1) { _, _ in .done(notes: Array("{}".utf8)) }
            }
        }
        let configuration = InboxConfiguration(inbox: scratch.inbox)
        let missing = Restoration.Wanted(path: "wire/a.xml", sha256: Self.digest("third"))
        let result = try Self.restore(
            [.init(path: "wire/a.xml", sha256: Self.digest("second")), missing], configuration)
        #expect(result.restored.map(\.path) == ["wire/a.xml"])
        #expect(result.missing == [missing])
        #expect(try scratch.read(scratch.inbox.appending("wire/a.xml")) == "second")
        let left = try scratch.files(in: configuration.done)
        #expect(left.count == 2 && left.allSatisfy { $0.contains("wire/a.xml") }, "the first and its notes: \(left)")
    }

    @Test func whereTheContentIsNotKnownThePathHasToDo() async throws {
        let scratch = try InboxFolders()
        try await RunningInbox.run(scratch: scratch) { bench in
            for name in ["a.txt", "ab.txt"] { try scratch.write(name, to: scratch.inbox.appending(name)) }
            try await bench.work(2)
        }
        let result = try Self.restore([.init(path: "a.txt", sha256: nil)], InboxConfiguration(inbox: scratch.inbox))
        #expect(result.restored.map(\.path) == ["a.txt"])
        #expect(try scratch.files(in: scratch.inbox) == ["a.txt"])
    }

    @Test func aNameThatIsTakenInTheInboxIsLeftAlone() async throws {
        let scratch = try InboxFolders()
        try await RunningInbox.run(scratch: scratch) { bench in
            try scratch.write("old", to: scratch.inbox.appending("a.txt"))
            try await bench.work(1)
        }
        try scratch.write("new", to: scratch.inbox.appending("a.txt"))
        let wanted = Restoration.Wanted(path: "a.txt", sha256: Self.digest("old"))
        let result = try Self.restore([wanted], InboxConfiguration(inbox: scratch.inbox))
        #expect(result.restored.map(\.path) == ["a.again.txt"])
        #expect(try scratch.read(scratch.inbox.appending("a.txt")) == "new")
    }

    @Test func aRunningInboxTakesThemAgain() async throws {
        try await RunningInbox.run(configure: { $0.after = .keep }) { bench in
            try bench.scratch.write("kept", to: bench.scratch.inbox.appending("a.txt"))
            try await bench.work(1)
            let wanted = [Restoration.Wanted(path: "a.txt", sha256: Self.digest("kept"))]
            #expect(try Self.restore(Set(wanted), bench.configuration).waiting == wanted)
            _ = try await bench.inbox.restore([.init(path: "a.txt", sha256: nil)]) { $0.printed }
            #expect(try await bench.work(1).map(\.text) == ["kept"])
        }
    }
}
