import Foundation
import Setup
import Wikidata

/// Reads dumps into a directory, and tells on standard error which lines are broken.
struct ImportWork {
    private(set) var directory: DirectoryImport
    private let options: ImportOptions
    private var progress = ProgressLine(count: .max)

    /// Broken lines that are told one by one: a file that is no dump has nothing else.
    private static let mostTold = 100

    init(_ options: ImportOptions) {
        self.options = options
        directory = DirectoryImport(options)
    }

    /// The first pass.
    mutating func read(_ dump: DumpFile) throws {
        try dump.forEachLine { line, number in
            show("\(dump.name): \(number) lines", number)
            do throws(ImportError) {
                switch line {
                case .whole(let bytes): try directory.read(bytes[...])
                case .tooLong(let bytes): throw directory.tooLong(bytes: bytes)
                }
            } catch .brokenLine(let reason) {
                tell(reason, dump, number)
            } catch .tooLarge {
                throw Self.tooLarge(options, after: number)
            }
        }
        progress.end()
    }

    /// Later passes, for names of offices and for namesakes.
    mutating func readAgain(_ dumps: [DumpFile]) throws {
        while !dumps.isEmpty, directory.needsAnotherPass {
            directory.beginAnotherPass()
            for dump in dumps { try readAgain(dump) }
        }
    }

    private mutating func readAgain(_ dump: DumpFile) throws {
        try dump.forEachLine { line, number in
            show("\(dump.name), again: \(number) lines", number)
            do throws(ImportError) {
                if case .whole(let bytes) = line { try directory.readAgain(bytes[...]) }
            } catch {
                throw Self.tooLarge(options, after: number)
            }
        }
        progress.end()
    }

    /// The clock is not looked at for each of a hundred million lines.
    private mutating func show(_ text: @autoclosure () -> String, _ number: Int) {
        if number.isMultiple(of: 1000) { progress.show(LogValue.escaped(text())) }
    }

    private mutating func tell(_ reason: String, _ dump: DumpFile, _ number: Int) {
        let told = directory.counts.broken
        guard told <= Self.mostTold + 1 else { return }
        progress.end()
        StandardError.write(
            told > Self.mostTold
                ? "more lines are broken; they are only counted"
                : "\(LogValue.escaped(dump.name)):\(number): \(reason); the line is left out")
    }

    static func tooLarge(_ options: ImportOptions, after line: Int? = nil) -> SpeakersCommand.Failure {
        let place = line.map { " (line \($0) of the dump)" } ?? ""
        return SpeakersCommand.Failure(
            description:
                "the directory has more than the \(options.largest >> 20) MiB that quoted reads\(place); leave more "
                + "out: --min-sitelinks \(max(5, options.minSitelinks * 2)), or --bodies none")
    }
}
