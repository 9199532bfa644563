import Foundation
import SystemPackage
import Testing

@testable import Daemon

@Suite struct SurroundingsTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        try folder.make("inbox")
    }

    private func mistakes(_ flags: [Setting: String]) async throws -> [Mistake] {
        let required: [Setting: String] = [
            .inbox: folder("inbox").string, .journal: folder("q.jsonl").string, .status: folder("s.sock").string,
        ]
        let sources = try await SettingsSources(flags: required.merging(flags) { $1 }, environment: [:], file: nil)
        do throws(SettingsError) {
            _ = try Settings(sources, cores: 1)
            return []
        } catch {
            return error.mistakes
        }
    }

    private func expect(_ mistake: String, at setting: Setting, _ flags: [Setting: String]) async throws {
        let found = try await mistakes(flags)
        #expect(found.map(\.place) == [setting.flag], "\(found)")
        #expect(found.first?.reason.contains(mistake) == true, "\(found)")
    }

    @Test func findsWhatIsWrongWithTheInbox() async throws {
        try await expect("there is no folder", at: .inbox, [.inbox: folder("nowhere/inbox").string])
        try folder.write("", to: "file")
        try await expect("is no folder", at: .inbox, [.inbox: folder("file").string])
    }

    @Test func findsFoldersWithinTheInbox() async throws {
        try await expect("within the inbox", at: .done, [.done: folder("inbox/done").string])
        try await expect("within the inbox", at: .failed, [.failed: folder("inbox/x/../failed").string])
        try await expect("within the inbox", at: .journal, [.journal: folder("inbox/q.jsonl").string])
        try await expect("within the inbox", at: .ledger, [.ledger: folder("inbox/ledger").string])
        try await expect("within the inbox", at: .status, [.status: folder("inbox/s.sock").string])
    }

    @Test func findsPlacesThatAreTheSame() async throws {
        try await expect("same folder", at: .failed, [.done: folder("x").string, .failed: folder("x").string])
        try await expect("same file", at: .ledger, [.ledger: folder("q.jsonl").string])
    }

    @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm"), "there is no second file system"))
    func findsFoldersOnAnotherFileSystem() async throws {
        try await expect("another file system", at: .done, [.done: "/dev/shm/quoted-done"])
    }

    @Test func findsFoldersThatAreMissing() async throws {
        try await expect(
            "there is no folder", at: .journal, [.journal: folder("logs/q.jsonl").string, .ledger: folder("l").string])
        try await expect("there is no folder", at: .status, [.status: folder("run/s.sock").string])
        try await expect("there is no folder", at: .rules, [.rules: folder("rules").string])
    }

    @Test func findsSocketsThatCannotBe() async throws {
        let long = folder(String(repeating: "s", count: 100)).string
        try await expect("bytes long", at: .status, [.status: long])
        try folder.write("notes", to: "notes.txt")
        try await expect("is no socket", at: .status, [.status: folder("notes.txt").string])
    }

    @Test func takesRelativePathsFromTheWorkingFolder() async throws {
        let found = try await mistakes([.inbox: "surely/not/there"])
        #expect(found.first?.reason.contains(FileManager.default.currentDirectoryPath + "/surely/not/there") == true)
    }
}

@Suite struct QuantityTests {
    @Test(arguments: [
        ("0", Duration.zero), ("500ms", .milliseconds(500)), ("2s", .seconds(2)), ("5m", .seconds(300)),
        ("36h", .seconds(129_600)), ("14d", .seconds(1_209_600)), ("1w", .seconds(604_800)), ("1h30m", .seconds(5400)),
    ])
    func readsTimes(text: String, duration: Duration) {
        #expect(Quantity.duration(text) == duration)
        #expect(Quantity.duration(Quantity.text(duration)) == duration)
    }

    @Test(arguments: ["", "s", "5", "5 s", "-5s", "5y", "1.5h", "5s ", "99999999999999999999s", "101w999999999d", "٣s"])
    func refusesWhatIsNoTime(text: String) {
        #expect(Quantity.duration(text) == nil)
    }

    @Test(arguments: [
        ("0", 0), ("1048576", 1 << 20), ("512K", 512 << 10), ("64M", 64 << 20), ("64MiB", 64 << 20), ("1gb", 1 << 30),
    ])
    func readsSizes(text: String, bytes: Int) {
        #expect(Quantity.size(text) == bytes)
    }

    @Test(arguments: ["", "M", "-1", "64T", "1.5G", "9999999999999G", "1G1M"])
    func refusesWhatIsNoSize(text: String) {
        #expect(Quantity.size(text) == nil)
    }
}
