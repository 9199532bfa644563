import Foundation
import Inbox
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
            let environment = GivenText.environment
            let file = file ?? environment[SettingsSources.fileVariable]
            let sources = try await SettingsSources(
                flags: flags, environment: environment, file: file.map { FilePath(given: $0) })
            let folders = try Folders(sources)
            let configuration = InboxConfiguration(inbox: folders.inbox, failed: folders.failed)
            return list ? try show(configuration) : try putBack(configuration)
        } catch {
            Complaint.write("\(error)")
            return .failure
        }
    }

    private func show(_ configuration: InboxConfiguration) throws -> ExitStatus {
        for entry in try FailedFiles.list(configuration) {
            let reason = entry.note.map { "\($0.code): \($0.reason) \($0.remedy)" } ?? "there is no note beside it"
            print("\(entry.path.printed)\n    \(LogValue.escaped(reason))")
        }
        return .success
    }

    private func putBack(_ configuration: InboxConfiguration) throws -> ExitStatus {
        let entries = try FailedFiles.putBack(configuration, matching: patterns)
        for entry in entries { print(entry.path.printed) }
        guard entries.isEmpty, !patterns.isEmpty else { return .success }
        Complaint.write("no file in \(configuration.failed) fits; see what is there with `quoted retry --list`")
        return .failure
    }
}

/// The two settings that matter here. The others of a shared file are not looked at.
private struct Folders {
    var inbox: FilePath
    var failed: FilePath?

    init(_ sources: SettingsSources) throws(SettingsError) {
        var reader = SettingsReader(sources)
        let inbox = reader.required(.inbox, Settings.path)
        let failed = reader.value(.failed, else: nil) { text throws(Unfit) in try Settings.path(text) }
        guard reader.mistakes.isEmpty, let inbox else { throw SettingsError(reader.mistakes) }
        (self.inbox, self.failed) = (inbox, failed)
    }
}
