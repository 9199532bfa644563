import Files
import Foundation
import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// Folders within folders: a walk costs by the entry, and ends at a depth.
@Suite(.timeLimit(.minutes(10))) struct DeepFolderTests {
    /// Makes folders called "e" within one another, step by step, since their path may be longer than a path can be.
    ///
    /// - Parameter file: put into the last of them.
    private static func dig(_ folder: FilePath, _ levels: Int, file: String? = nil) throws {
        var directory = try Directory.open(folder)
        for _ in 0..<levels {
            try directory.make(Array("e".utf8), mode: 0o755)
            directory = try directory.enter(Array("e".utf8))
        }
        guard let file else { return }
        let descriptor = unsafe openat(directory.descriptor, file, O_CREAT | O_WRONLY, 0o644)
        try #require(descriptor >= 0)
        close(descriptor)
    }

    /// What FileManager cannot: paths that are too long.
    private static func remove(_ folder: FilePath) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/rm")
        process.arguments = ["-rf", folder.string]
        try process.run()
        process.waitUntilExit()
    }

    private static func path(_ levels: Int, _ name: String) -> RelativePath {
        RelativePath(String(repeating: "e/", count: levels) + name)!
    }

    @Test func filesAreFoundDownToTheDepthAndWhatLiesDeeperIsToldOf() throws {
        let scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        defer { try? Self.remove(scratch.inbox) }
        try Self.dig(scratch.inbox, 4000)
        let last = String(repeating: "/e", count: RelativePath.deepest)
        try scratch.touch(scratch.inbox.string + last + "/seen")
        try scratch.touch(scratch.inbox.string + last + "/e/unseen")
        var sweep = Sweep(scratch.inbox)
        var (found, steps): ([RelativePath], Int) = ([], 0)
        while let slice = sweep.next(1) {
            found += slice.map(\.path)
            steps += 1
        }
        #expect(found == [Self.path(RelativePath.deepest, "seen")])
        #expect(sweep.findings.tooDeep == Self.path(RelativePath.deepest, "e") && sweep.findings.tooDeepCount == 1)
        #expect(sweep.findings.unreadableCount == 0)
        // Each folder is entered, has one entry and an end; the last has two.
        #expect(steps == 3 * (RelativePath.deepest + 1) + 1)
        let told = try #require(UnseenFolders(sweep.findings).sentences.first)
        #expect(told.hasPrefix("The folder e/e/") && told.contains("of the inbox lies in more than 32 others."))
    }

    @Test func aTreeOfManyBranchesIsWalkedWhole() throws {
        let scratch = try InboxFolders()
        var expected: Set<RelativePath> = []
        for folder in ["a/b/c", "a/b/d", "a/e", "f", "a/b/c/g/h", "f/i"] {
            for name in ["1", "2"] {
                expected.insert(RelativePath("\(folder)/\(name)")!)
                try scratch.write("x", to: scratch.inbox.appending("\(folder)/\(name)"))
            }
        }
        for limit in [1, 2, 7, 1000] {
            var sweep = Sweep(scratch.inbox)
            var found: [RelativePath] = []
            while let slice = sweep.next(limit) {
                #expect(slice.count <= limit)
                found += slice.map(\.path)
            }
            #expect(found.count == expected.count && Set(found) == expected)
        }
    }

    /// By either watcher.
    @Test(arguments: WatcherTests.Kind.allCases)
    func oneDeepTreeKeepsNobodyWaiting(_ kind: WatcherTests.Kind) async throws {
        try await RunningInbox.run(watcher: try kind.make()) { bench in
            let inbox = bench.scratch.inbox
            defer { try? Self.remove(inbox) }
            try Self.dig(inbox, 1990)
            try bench.scratch.deliver("others", to: inbox.appending("a"))
            #expect(try await bench.work().map(\.text) == ["others"])
            await bench.inbox.rescan()
            try await bench.until { counts in counts.degraded.contains { $0.contains("lies in more than 32 others") } }
            try bench.scratch.deliver("more", to: inbox.appending("e/e/b"))
            #expect(try await bench.work().map(\.path) == ["e/e/b"])
            try Self.remove(inbox.appending("e"))
            await bench.inbox.rescan()
            try await bench.until { $0.degraded.isEmpty }
        }
    }
}
