import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Daemon

/// Bad input costs that input and nothing else, and what is said of it tells what to do.
@Suite(.serialized) struct HostileInputTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func failsEachBadFileWithItsReasonAndGoesOn() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try folder.write("", to: "inbox/empty.txt")
        try Data([0x41, 0, 0x42, 0, 0x43]).write(to: URL(fileURLWithPath: folder("inbox/nuls.txt").string))
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).write(
            to: URL(fileURLWithPath: folder("inbox/picture.txt").string))
        try folder.write("%PDF-1.7\n", to: "inbox/paper.pdf")
        try folder.write("<?xml version='1.0'?><ledger/>", to: "inbox/ledger.xml")
        try makeSparse("inbox/huge.txt", size: 200 << 20)
        try FileManager.default.createSymbolicLink(
            atPath: folder("inbox/passwd.txt").string, withDestinationPath: "/etc/passwd")
        try #require(unsafe mkfifo(folder("inbox/pipe.txt").string, 0o666) == 0)
        try folder.write(NumberedArticle.text(1), to: "inbox/a\nb.txt")
        try Data(NumberedArticle.text(2).utf8.map { $0 } + [0x93, 0x94]).write(
            to: URL(fileURLWithPath: folder("inbox/invalid-utf8.txt").string))

        try await daemon.settled(files: 10)
        let reasons = [
            "empty.txt": ("empty", "white space"), "nuls.txt": ("binary", "NUL"), "picture.txt": ("binary", "PNG"),
            "paper.pdf": ("unknown-format", "pdftotext"), "ledger.xml": ("unknown-format", "XML"),
            "huge.txt": ("too-large", "bytes"), "passwd.txt": ("not-a-file", "link"),
            "pipe.txt": ("not-a-file", "hard link"),
        ]
        for (name, (code, hint)) in reasons {
            let sidecar = try #require(
                folder.files("failed").first { $0.hasPrefix(name) && $0.hasSuffix(".json") }, "\(name)")
            let note = try folder.failureNote(sidecar)
            #expect(note["code"] as? String == code, "\(name)")
            let said = "\(note["reason"] ?? "") \(note["remedy"] ?? "")"
            #expect(said.contains(hint), "\(name): \(said)")
        }
        #expect(try folder.paths() == ["a\nb.txt", "invalid-utf8.txt"])
        let mended = try #require(folder.lines().first { ($0["warnings"] as? [String])?.isEmpty == false })
        #expect((mended["file"] as? [String: Any])?["path"] as? String == "invalid-utf8.txt")
        #expect(folder.files("inbox").isEmpty)
        #expect(!daemon.program.errors.split(separator: "\n").contains { $0.hasPrefix("b.txt") })
        #expect(!folder.text("quotes.jsonl").contains("root:"), "/etc/passwd was read")
        let status = try await daemon.status()
        #expect(status.files.failed == reasons.count && status.files.done == 2)
        #expect(status.unhealthy.isEmpty)
        #expect(status.lastError != nil)
        for name in reasons.keys {
            #expect(
                daemon.program.errors.split(separator: "\n").contains {
                    $0.contains("file failed") && $0.contains(name)
                })
        }
        try await daemon.stop()
    }

    @Test func takesNamesThatAreNoUTF8() async throws {
        let daemon = try await RunningDaemon(in: folder)
        let name = Array(folder("inbox/caf").string.utf8) + [0xE9] + Array(".txt".utf8)
        let descriptor = unsafe (name + [0]).withUnsafeBufferPointer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { unsafe open($0.baseAddress!, O_WRONLY | O_CREAT, 0o644) }
        }
        let file = FileDescriptor(rawValue: descriptor)
        _ = try file.closeAfter { try file.writeAll(NumberedArticle.text(1).utf8) }
        try await daemon.settled(files: 1)
        #expect(try folder.paths() == ["caf\\xe9.txt"])
        try await daemon.stop()
    }

    /// The inbox's folder, and so `done` and `failed` beside it; by flag and by variable.
    @Test(arguments: [true, false])
    func worksInAFolderWhoseNameIsNoUTF8(byFlag: Bool) async throws {
        let shell = """
            bytes=$(printf 'b\\351') && mkdir -p "$bytes/inbox" && printf '%s' "$text" > "$bytes/inbox/one.txt" || exit 9
            if $flag; then set -- "$@" --inbox "$bytes/inbox"; else export QUOTED_INBOX="$bytes/inbox"; fi
            exec "$@"
            """
        let program = try Program(
            ["run", "--journal", "quotes.jsonl", "--status", "s.sock", "--engine", "rules", "--settle", "300ms"],
            in: folder, name: "daemon", environment: ["text": NumberedArticle.text(1), "flag": "\(byFlag)"],
            wrapper: ["sh", "-c", shell, "sh"])
        try await waitUntil("there is a line: \(program.errors)") {
            try #require(program.isRunning, "\(program.errors)")
            return folder.text("quotes.jsonl").hasSuffix("\n")
        }
        program.signal(SIGTERM)
        #expect(try await program.result().status == 0)
        #expect(try folder.paths() == ["one.txt"])
        let moved = try await Program(
            [], in: folder, name: "find", wrapper: ["sh", "-c", "find . -name one.txt | LC_ALL=C tr -d '\\351'", "sh"]
        ).result()
        #expect(moved.output.hasPrefix("./b/done/"), "\(moved)")
        let refused = try await Program(
            ["run", "--inbox", "inbox", "--status", "s.sock"], in: folder, name: "refused",
            wrapper: ["sh", "-c", #"mkdir -p inbox && exec "$@" --journal "$(printf 'b\351')/q.jsonl""#, "sh"]
        ).result()
        #expect(refused.status == 78 && refused.errors.contains(#"b\xe9/q.jsonl is not UTF-8; name another"#))
    }

    @Test(.enabled(if: getuid() == 0, "it takes root, to whom file modes mean nothing, to become another"))
    func triesAFileThatItMayNotReadAndThenFailsIt() async throws {
        try folder.make("inbox")
        let program = try ReachableProgram()
        try folder.giveAll(to: program.user)
        let daemon = try await RunningDaemon(
            in: folder, ["--engine", "rules", "--retry-for", "1s"], wrapper: program.wrapper, path: program.path)
        try folder.write(NumberedArticle.text(1), to: "hidden.txt")
        try #require(unsafe chmod(folder("hidden.txt").string, 0o600) == 0)
        try FileManager.default.moveItem(atPath: folder("hidden.txt").string, toPath: folder("inbox/hidden.txt").string)
        try folder.write(NumberedArticle.text(2), to: "inbox/open.txt")
        try await daemon.settled(files: 2)
        #expect(try folder.paths() == ["open.txt"])
        let note = try folder.failureNote(try #require(folder.files("failed").first { $0.hasSuffix(".json") }))
        #expect(note["code"] as? String == "no-permission")
        #expect((note["remedy"] as? String)?.contains("chmod") == true)
        try await daemon.stop()
    }

    private func makeSparse(_ name: String, size: Int) throws {
        let file = try FileDescriptor.open(
            folder(name + ".part"), .writeOnly, options: [.create], permissions: [.ownerReadWrite])
        let cut = try file.closeAfter { ftruncate(file.rawValue, size) }
        try #require(cut == 0)
        try FileManager.default.moveItem(atPath: folder(name + ".part").string, toPath: folder(name).string)
    }
}
