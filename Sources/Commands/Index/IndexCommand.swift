import Daemon
import Foundation
import Logging
import QuotationIndex
package import Setup
import SystemPackage

/// `quoted index`: the daemon may run meanwhile; the two do not disturb each other.
package struct IndexCommand: Sendable {
    private let flags: [Setting: String]
    private let file: String?

    /// - Parameter flags: `.index` and `.journal`, where they are given.
    package init(flags: [Setting: String], file: String?) {
        self.flags = flags
        self.file = file
    }

    package func run() async -> ExitStatus {
        await .of {
            let place = try await IndexPlace(flags: flags, file: file)
            guard let place, let journal = place.journal else { throw SettingsError([Self.missing]) }
            guard FileManager.default.fileExists(atPath: journal.removingLastComponent().string) else {
                throw SettingsError([Self.noFolder(journal)])
            }
            let indexer = Indexer(index: place.index, journal: journal, logger: Self.logger)
            let shown = ProgressBox()
            try await indexer.rebuild { shown.show(bytes: $0, records: $1) }
            shown.end()
            print("\(place.index): \(shown.records) records, \(Quantity.text(bytes: indexer.byteCount))")
            return .success
        }
    }

    private static let missing = Mistake(
        place: Setting.journal.flag, reason: "is missing",
        remedy: "name the journal, or the daemon's settings file with --config")

    private static func noFolder(_ journal: FilePath) -> Mistake {
        Mistake(
            place: Setting.journal.flag, reason: "there is no folder \(journal.removingLastComponent())",
            remedy: "name the journal that the daemon writes")
    }

    private static var logger: Logger {
        Logger(label: "quoted") { _ in LineLogHandler(level: .warning, style: .terminal) }
    }
}
