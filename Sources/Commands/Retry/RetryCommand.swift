import Files
import Foundation
import Inbox
package import Setup
import SystemPackage

/// `quoted retry`.
package struct RetryCommand: Sendable {
    private let flags: [Setting: String]
    private let file: String?
    private let patterns: [String]
    private let list: Bool

    package init(flags: [Setting: String], file: String?, patterns: [String], list: Bool) {
        self.flags = flags
        self.file = file
        self.patterns = patterns
        self.list = list
    }

    package func run() async -> ExitStatus {
        do {
            var settings = try await SettingsReader(flags: flags, file: file)
            let (inbox, failed): (FilePath?, FilePath?) = (settings.required(.inbox), settings.given(.failed))
            try settings.finish()
            guard let inbox else { preconditionFailure("it is required") }
            let configuration = InboxConfiguration(inbox: inbox, failed: failed)
            return list ? try show(configuration) : try putBack(configuration)
        } catch {
            StandardError.write("\(error)")
            return .failure
        }
    }

    private func show(_ configuration: InboxConfiguration) throws -> ExitStatus {
        for entry in try FailedFiles.list(configuration) {
            let reason = entry.note.map { "\($0.code): \($0.reason) \($0.remedy)" } ?? "it has no note beside it"
            print("\(entry.path.printed)\n    \(LogValue.escaped(reason))")
        }
        return .success
    }

    private func putBack(_ configuration: InboxConfiguration) throws -> ExitStatus {
        let entries = try FailedFiles.putBack(configuration, matching: patterns)
        for entry in entries { print(entry.path.printed) }
        guard entries.isEmpty, !patterns.isEmpty else { return .success }
        StandardError.write("no file in \(configuration.failed) fits; list the files with `quoted retry --list`")
        return .failure
    }
}
