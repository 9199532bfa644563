import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Setup

@Suite struct SettingsPreflightTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
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
        try await expect("is not a folder", at: .inbox, [.inbox: folder("file").string])
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

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder(name).string, withDestinationPath: target)
    }

    /// Such a journal was taken for an article and moved away.
    @Test func findsWhatLeadsIntoTheInboxByALink() async throws {
        try link("q.jsonl", to: "inbox/q.jsonl")
        try await expect("which leads to \(folder("inbox/q.jsonl")), lies within the inbox", at: .journal, [:])
        try folder.write("", to: "inbox/q.jsonl")
        try await expect("within the inbox", at: .journal, [:])
        try FileManager.default.removeItem(atPath: folder("q.jsonl").string)
        try folder.make("inbox/deep")
        try link("side", to: "inbox/deep")
        try await expect("within the inbox", at: .journal, [.journal: folder("side/q.jsonl").string])
        try await expect("within the inbox", at: .done, [.done: folder("side/done").string])
        try link("rules", to: "inbox")
        try await expect("within the inbox", at: .rules, [.rules: folder("rules").string])
        // The inbox by a link, and the rest by its own name.
        try link("door", to: "inbox")
        let inbox = folder("door").string
        try await expect("within the inbox", at: .ledger, [.inbox: inbox, .ledger: folder("inbox/ledger").string])
    }

    @Test func findsTheSettingsFileInTheInbox() async throws {
        let file = try folder.write("workers: 2\n", to: "inbox/quoted.yaml")
        let required: [Setting: String] = [
            .inbox: folder("inbox").string, .journal: folder("q.jsonl").string, .status: folder("s.sock").string,
        ]
        let sources = try await SettingsSources(flags: required, environment: [:], file: file)
        let error = #expect(throws: SettingsError.self) { try Settings(sources, cores: 1) }
        #expect(error?.description.contains("\(file) lies within the inbox") == true)
    }

    /// `quoted retry` would put it into the inbox.
    @Test func findsWhatLiesAmongTheFailedFiles() async throws {
        try await expect("the folder for failed files", at: .journal, [.journal: folder("failed/q.jsonl").string])
        try await expect("the folder for failed files", at: .done, [.done: folder("failed/done").string])
        let found = try await mistakes([.failed: folder.path.string])
        #expect(found.map(\.place) == ["--inbox", "--journal", "--status"], "\(found)")
    }

    @Test(arguments: [
        (Setting.ledger, "s.sock", Setting.status, "--status"), (.index, "s.sock", .status, "--status"),
        (.ledger, "s.sock.lock", .status, "--status"), (.status, "q.jsonl.ledger", .status, "--ledger"),
        (.status, "q.jsonl.lock", .status, "--journal"), (.index, "q.jsonl.ledger-wal", .index, "--ledger"),
        (.index, "q.jsonl", .index, "--journal"), (.done, "q.jsonl", .journal, "--done"),
        (.ledger, ".inbox.lock", .ledger, "--inbox"),
    ])
    func findsTwoThingsAtOnePlace(setting: Setting, name: String, place: Setting, other: String) async throws {
        let found = try await mistakes([setting: folder(name).string])
        #expect(found.contains { $0.reason.contains("are the same file") }, "\(found)")
        let told = found.map { "\($0.place) \($0.reason)" }.joined()
        #expect(told.contains(setting.flag) && told.contains(other), "\(found)")
    }

    @Test func findsOnePlaceByTwoNames() async throws {
        try folder.write("", to: "q.jsonl")
        try link("ledger", to: "q.jsonl")
        try await expect("same file", at: .ledger, [.ledger: folder("ledger").string])
        try FileManager.default.linkItem(atPath: folder("q.jsonl").string, toPath: folder("hard").string)
        try await expect("same file", at: .ledger, [.ledger: folder("hard").string])
        // Neither is there yet.
        try link("index", to: "soon")
        try await expect("same file", at: .index, [.index: folder("index").string, .ledger: folder("soon").string])
        try folder.make("real")
        try link("other", to: "real")
        let (done, failed) = (folder("real/x").string, folder("other/x").string)
        try await expect("same folder", at: .failed, [.done: done, .failed: failed])
    }

    @Test func findsTheLogAmongTheDaemonsOwnFiles() async throws {
        let sources = try await SettingsSources(
            flags: [
                .inbox: folder("inbox").string, .journal: folder("q.jsonl").string, .status: folder("s.sock").string,
            ], environment: [:], file: nil)
        let settings = try Settings(sources, cores: 1)
        for (log, hint) in [("q.jsonl", "the log and the journal"), ("inbox/log", "lies within the inbox")] {
            let found = PathConflicts(settings, places: [:], file: nil, log: folder(log)).mistakes()
            #expect(found.map(\.place) == ["standard error"] && found.first?.reason.contains(hint) == true, "\(found)")
        }
        #expect(PathConflicts(settings, places: [:], file: nil, log: folder("log")).mistakes().isEmpty)
    }

    @Test func aLoopOfLinksIsNoEndlessLoop() async throws {
        try link("a", to: "b")
        try link("b", to: "a")
        _ = try await mistakes([.ledger: folder("a").string])
        #expect(ResolvedPath(folder("a/b")).path.lastComponent == "b")
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
        try await expect("is not a socket", at: .status, [.status: folder("notes.txt").string])
    }

    @Test func takesRelativePathsFromTheWorkingFolder() async throws {
        let found = try await mistakes([.inbox: "surely/not/there"])
        #expect(found.first?.reason.contains(FileManager.default.currentDirectoryPath + "/surely/not/there") == true)
    }

    @Test(arguments: [
        (
            ["run", "--inbox", "i", "--journal", "/tmp/q.jsonl", "--status", "/tmp/s.sock"],
            "--inbox: “i” is relative to"
        ),
        (["run", "--config", "quoted.yaml"], "quoted.yaml: the path of the settings file is relative to"),
        (["retry", "--inbox", "inbox"], "--inbox: “inbox” is relative to"),
        (["index", "--journal", "q.jsonl"], "--journal: “q.jsonl” is relative to"),
        (["find", "--index", "i", "word"], "--index: “i” is relative to"),
    ])
    func saysThatTheWorkingFolderIsGone(arguments: [String], message: String) async throws {
        let gone = ["sh", "-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$@\"", "sh"]
        let ended = try await Program(arguments, in: folder, name: "program", wrapper: gone).result()
        #expect(ended.status != 0)
        #expect(ended.errors.contains(message) && ended.errors.contains("was removed"), "\(ended.errors)")
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
