import Annotator
import CLinux
import Foundation
import Newswire
import SystemPackage
import TestSupport

/// How late articles are given up that meet their deadline, and how much memory a byte of text takes: over texts and files
/// that nobody writes, and over those by which fuzzing found something.
struct HostileBenchmark {
    let annotator: Annotator
    /// Articles and pages of `Tests/Fuzz/corpus`.
    let corpus: [File]
    /// In bytes, of each hostile file.
    let size: Int
    let deadline: Duration

    struct File {
        var what: String
        var name: String
        var bytes: [UInt8]
    }

    private struct Late: Error {}

    private struct Measured {
        var what: String
        var seconds: Double
        var memory: Double
        var isLate: Bool
    }

    static func corpus(of project: FilePath) throws -> [File] {
        try ["news", "pipeline", "reader"].flatMap { folder in
            let path = project.appending("Tests/Fuzz/corpus").appending(folder).string
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
                File(
                    what: "\(folder)/\(name)", name: "a",
                    bytes: [UInt8](try Data(contentsOf: URL(filePath: "\(path)/\(name)"))))
            }
        }
    }

    func run() {
        let hostile = (Pathology.texts + Pathology.files).lazy.map { pathology in
            File(what: pathology.description, name: pathology.name, bytes: Array(pathology.text(size: size).utf8))
        }
        report("articles and pages of Tests/Fuzz/corpus", corpus.map(measure))
        let measured = hostile.map(measure)
        report("hostile files of \(size >> 10) KiB", Array(measured))
    }

    private func report(_ title: String, _ measured: [Measured]) {
        guard let worst = measured.max(by: { $0.seconds < $1.seconds }),
            let largest = measured.max(by: { $0.memory < $1.memory })
        else { return }
        print("\(title): \(measured.count), with a deadline of \(Spread.format(deadline.seconds)) s")
        row("given up at the deadline", "\(measured.count { $0.isLate })")
        row("at worst, in deadlines", "\(Spread.format(worst.seconds / deadline.seconds)) (\(worst.what))")
        guard size >= 1 << 16 else { return }
        let spread = Spread(measured.map(\.memory))
        row("bytes of memory a byte of text", spread.description)
        row("  the most", largest.what)
    }

    /// One file, which is read within no deadline, and its articles, each within its own.
    private func measure(_ file: File) -> Measured {
        let before = Memory.begin()
        let clock = ContinuousClock()
        var start = clock.now
        var (worst, isLate) = (0.0, false)
        func lap() {
            worst = max(worst, (clock.now - start).seconds)
            start = clock.now
        }
        let reading = try? annotator.read(bytes: file.bytes)
        lap()
        for article in reading?.articles ?? [] {
            let begun = clock.now
            do throws(Late) {
                _ = try annotator.annotate(
                    article, of: reading ?? Reading(format: "", encoding: "", articles: []),
                    file: Corpus.facts(of: file.bytes, named: file.name), observe: { _, _ in },
                    checkpoint: { () throws(Late) in if clock.now - begun >= deadline { throw Late() } })
            } catch {
                isLate = true
            }
            lap()
        }
        let memory = Double(Memory.peak() - before) / Double(max(file.bytes.count, 1))
        return Measured(what: file.what, seconds: worst, memory: memory, isLate: isLate)
    }
}

/// Resident memory of this process, as the kernel counts it.
private enum Memory {
    /// - Returns: Bytes in use, after the peak was set back to them.
    static func begin() -> Int {
        _ = malloc_trim(0)
        try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
        return status("VmRSS")
    }

    static func peak() -> Int { status("VmHWM") }

    private static func status(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
        return (kilobytes ?? 0) << 10
    }
}
