import Foundation
import Rulebook
package import Setup
import Wikidata

/// `quoted speakers`.
package struct SpeakersCommand: Sendable {
    private let dumps: [DumpFile]
    private let output: String?
    private let options: ImportOptions

    /// Whether it is an item's id: “Q42”.
    package static func isItem(_ text: String) -> Bool { ItemID(text) != nil }

    /// Whether it may be a language of Wikidata's: “en”, “pt-br”.
    package static func isLanguage(_ text: String) -> Bool { text.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil }

    /// - Parameters:
    ///   - dumps: Files; "-" is standard input.
    ///   - output: A file, or "-" for standard output; nil for `speakers.jsonl` here, where there is none yet.
    ///   - bodies: Ids of Wikidata; nil for the usual kinds. What is no id names nothing.
    package init(dumps: [String], output: String?, languages: [String], bodies: [String]?, minSitelinks: Int) {
        self.dumps = dumps.map { DumpFile(name: $0) }
        self.output = output
        options = ImportOptions(
            languages: languages, bodies: bodies.map { Set($0.compactMap { ItemID($0) }) } ?? Vocabulary.bodies,
            minSitelinks: minSitelinks, largest: SpeakerDirectoryFile.largest)
    }

    package func run() async -> ExitStatus {
        await .of {
            // Before hours of reading are in vain.
            let output = try Output(place())
            var work = ImportWork(options)
            for dump in dumps { try work.read(dump) }
            let again = dumps.filter(\.canBeReadAgain)
            try work.readAgain(again)
            guard work.directory.counts.kept > 0 else { throw Failure(description: nothing(work.directory.counts)) }
            try write(work.directory, to: output)
            let report = ImportReport(
                counts: work.directory.counts, withoutNames: work.directory.withoutNames, options: options,
                wasReadTwice: again.count == dumps.count)
            for line in report.lines { StandardError.write(line) }
            return work.directory.counts.broken == 0 ? .success : .failure
        }
    }

    /// Why there is no directory.
    struct Failure: Error, CustomStringConvertible { var description: String }

    /// A directory that somebody wrote by hand is not to be lost for a command that does not name it.
    private func place() throws(Failure) -> String {
        if let output { return output }
        let name = SpeakerDirectoryFile.name
        guard !FileManager.default.fileExists(atPath: name) else {
            throw Failure(description: "\(name) is there already: name it with -o to replace it, or name another file")
        }
        return name
    }

    private func nothing(_ counts: ImportCounts) -> String {
        let report = ImportReport(counts: counts, withoutNames: [], options: options, wasReadTwice: true)
        return "nothing was written, since nobody is left: " + report.lines.joined(separator: "; ")
    }

    private func write(_ directory: DirectoryImport, to output: Output) throws {
        var size = 0
        for entry in directory.entries {
            let line = SpeakerDirectoryFile.line(of: entry) + "\n"
            size += line.utf8.count
            guard size <= options.largest else { throw ImportWork.tooLarge(options) }
            try output.write(line)
        }
        try output.finish()
    }
}
