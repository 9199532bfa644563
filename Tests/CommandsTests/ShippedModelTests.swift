import Daemon
import Foundation
import ProgramSupport
import TestSupport
import Testing

@testable import Commands

/// The model that is shipped finds the quotations unless somebody says otherwise.
@Suite(.serialized) struct ShippedModelTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text.prefix(200))")
    }

    private func member(_ names: String..., of line: [String: Any]) throws -> [String: Any] {
        try names.reduce(line) { try #require($0[$1] as? [String: Any], "\($1)") }
    }

    @Test func annotates() async throws {
        let result = try await Program.run("annotate", "-", in: folder, input: NumberedArticle.text(7))
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        let line = try object(result.output)
        let producer = try member("producer", of: line)
        #expect(producer["engine"] as? String == "model" && producer["precision"] as? String == "int8")
        #expect((producer["model"] as? String)?.hasPrefix("sha256:") == true)
        let quotations = try #require(line["quotations"] as? [[String: Any]])
        let direct = try #require(quotations.first { ($0["text"] as? String)?.contains("We have waited 7") == true })
        #expect(try member("source", of: direct)["text"] as? String == "Mayor Ines Aldana")
        #expect(try member("found_by", of: direct)["engine"] as? String == "model")
    }

    @Test func isToldByTheDaemonsStatus() async throws {
        let daemon = try await RunningDaemon(in: folder, ["--workers", "2"])
        let idle = try await daemon.status()
        #expect(idle.engine == "model" && idle.model?.pieces == 0)
        for number in 0..<6 { try folder.write(NumberedArticle.text(number), to: "inbox/\(number).txt") }
        try await daemon.settled(files: 6)
        let status = try await daemon.status()
        let model = try #require(status.model)
        #expect(model.name == "en-news" && !model.version.isEmpty && model.precision == "int8")
        #expect(model.pieces > 6 * 40)
        let lines = try folder.lines()
        #expect(lines.count == 6)
        for line in lines { #expect(try member("producer", of: line)["model"] as? String == model.digest) }
        let printed = try await Program.run("status", "--status", "s.sock", in: folder)
        #expect(printed.status == 0 && printed.output.contains("engine model"), "\(printed)")
        #expect(printed.output.contains("en-news"), "\(printed)")
        try await daemon.stop()
    }

    @Test func isEvaluated() async throws {
        let text = "“No,” said Mayor Ines Aldana."
        let marked: [String: Any] = [
            "id": "a", "text": text,
            "attributions": [["source": [[11, 28]], "cue": [[6, 10]], "content": [[0, 5]]]],
        ]
        let line = String(decoding: try JSONSerialization.data(withJSONObject: marked), as: UTF8.self)
        try folder.write(line + "\n", to: "marked.jsonl")
        let table = try await Program.run("evaluate", "marked.jsonl", in: folder)
        #expect(table.status == 0 && table.errors.isEmpty, "\(table)")
        #expect(table.output.hasPrefix("1 article, 1 attributions marked, 1 found (model en-news "), "\(table)")
        let json = try object(try await Program.run("evaluate", "--json", "marked.jsonl", in: folder).output)
        #expect(json["engine"] as? String == "model")
        #expect(try member("model", of: json)["name"] as? String == "en-news")
        #expect(try member("scores", "attribution", of: json)["f1"] as? Double == 1)
    }

    /// `QUOTED_LONG=1` gives it two megabytes, which takes a debug build some minutes.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["ASAN_OPTIONS"] == nil,
            "Address Sanitizer keeps memory that was given back"))
    func memoryDoesNotGrowWithTheText() async throws {
        let size = ProcessInfo.processInfo.environment["QUOTED_LONG"] == nil ? 100_000 : 2_000_000
        let text = (0..<size / 200).map { NumberedArticle.text($0) + "\n\n" }.joined()
        try #require(text.utf8.count >= size)
        try folder.write(text, to: "long.txt")
        let program = try Program(["annotate", "long.txt"], in: folder, name: "long")
        var peak = 0
        while program.isRunning {
            peak = max(peak, Self.peak(of: program.pid))
            try await Task.sleep(for: .milliseconds(20))
        }
        let result = try await program.result()
        #expect(result.status == 0, "\(result.errors)")
        #expect(try #require(try object(result.output)["quotations"] as? [Any]).count > size / 500)
        #expect((1...400).contains(peak), "\(peak) MiB")
    }

    /// Most memory that a process had resident so far, in MiB; 0 where it has ended.
    private static func peak(of pid: Int32) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
            let match = status.firstMatch(of: /VmHWM:\s*(\d+) kB/)
        else { return 0 }
        return (Int(match.1) ?? 0) / 1024
    }
}
