package import Commands
package import Daemon
import Foundation
package import SystemPackage
package import TestSupport

/// `quoted run` in a folder of its own: `inbox`, `quotes.jsonl`, `s.sock`.
package final class RunningDaemon: Sendable {
    package let folder: ScratchFolder
    package let program: Program
    package let client: StatusClient

    /// Starts it and waits until it is ready for work.
    package init(
        in folder: ScratchFolder, _ arguments: [String] = [], environment: [String: String] = [:],
        wrapper: [String] = [],
        path: FilePath = Program.path
    ) async throws {
        self.folder = folder
        let socket = folder("s.sock")
        client = StatusClient(socket: socket, timeout: .seconds(60))
        program = try Self.launch(in: folder, arguments, environment: environment, wrapper: wrapper, path: path)
        try await waitUntil("the daemon starts: \(program.errors)") {
            try require(program.isRunning, program.errors)
            // A socket of the one before may still lie there.
            let report = try? await client.status()
            return report?.phase == "running" && (report?.pid == Int(program.pid) || !wrapper.isEmpty)
        }
    }

    package static func launch(
        in folder: ScratchFolder, _ arguments: [String] = [], environment: [String: String] = [:],
        wrapper: [String] = [],
        path: FilePath = Program.path
    ) throws -> Program {
        if !FileManager.default.fileExists(atPath: folder("inbox").string) { try folder.make("inbox") }
        return try Program(
            ["run", "--inbox", "inbox", "--journal", "quotes.jsonl", "--status", "s.sock", "--settle", "300ms"]
                + arguments,
            in: folder, name: "daemon-\(UUID().uuidString.prefix(8))", environment: environment, wrapper: wrapper,
            path: path)
    }

    /// The lines of the journal, each checked to be whole.
    package func lines(_ journal: String = "quotes.jsonl") throws -> [[String: Any]] { try folder.lines(journal) }

    package func status() async throws -> StatusReport { try await client.status() }

    /// Waits until nothing is left to do in the inbox.
    package func settled(files: Int, fileID: String = #fileID, line: Int = #line) async throws {
        try await waitUntil(
            "\(files) files are worked off: \(program.errors)", fileID: fileID, line: line
        ) {
            let report = try await status()
            let ended = report.files.done + report.files.failed + report.files.repeats
            return ended >= files && report.files.pending == 0 && report.files.working == 0
        }
    }

    /// Asks it to stop, and checks that it did so of its own accord.
    package func stop() async throws {
        program.signal(SIGTERM)
        let result = try await program.result()
        try require(result.status == 0, "the daemon stopped with \(result.status): \(result.errors)")
    }

    /// As the kernel would when memory runs out.
    package func kill() async throws {
        program.signal(SIGKILL)
        _ = try await program.result()
    }
}

extension ScratchFolder {
    package func lines(_ journal: String = "quotes.jsonl") throws -> [[String: Any]] {
        let text = text(journal)
        try require(text.isEmpty || text.hasSuffix("\n"), "a line of \(journal) is torn")
        return try text.split(separator: "\n").map { line in
            try require(
                JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "no object: \(line.prefix(200))")
        }
    }

    /// The articles' ids, sorted.
    package func ids(_ journal: String = "quotes.jsonl") throws -> [String] {
        try lines(journal).map { try require($0["id"] as? String, "a line has no id") }.sorted()
    }

    /// Of the journal and of torn ones that were closed aside.
    package func idsOfAllJournals() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path.string)
            .filter { $0 == "quotes.jsonl" || ($0.contains(".torn-") && !$0.hasSuffix(".tail")) }
            .flatMap { try ids($0) }
    }

    /// What was journalled of each file, by its path.
    package func paths(_ journal: String = "quotes.jsonl") throws -> [String] {
        try lines(journal).map { line in
            let file = try require(line["file"] as? [String: Any], "a line has no file")
            return try require(file["path"] as? String, "a file has no path")
        }.sorted()
    }

    /// The note beside a file of `failed/`.
    package func failureNote(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: self("failed/" + name).string))
        return try require(JSONSerialization.jsonObject(with: data) as? [String: Any], "no object: \(name)")
    }
}
