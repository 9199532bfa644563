import Foundation
import Inbox
import Journal
import Logging
import Rulebook
import SystemPackage

/// `quoted run`.
package struct DaemonCommand: Sendable {
    private let flags: [Setting: String]
    private let file: String?

    package init(flags: [Setting: String], file: String?) {
        self.flags = flags
        self.file = file
    }

    package func run() async -> ExitStatus {
        let environment = GivenText.environment
        do {
            let file = file ?? environment[SettingsSources.fileVariable]
            let sources = try await SettingsSources(
                flags: flags, environment: environment, file: file.map { FilePath(given: $0) })
            let settings = try Settings(sources, cores: ProcessInfo.processInfo.activeProcessorCount)
            try DescriptorLimit.provide(
                workers: settings.workers, connections: settings.serving.limits.connections,
                cores: ProcessInfo.processInfo.activeProcessorCount)
            try Limits.provide(for: settings)
            let rules = try RuleFolders.find(overlays: settings.rules.map { [$0] } ?? [])
            try await Daemon(
                settings: settings, rules: rules, environment: environment,
                logger: Self.logger(settings.logLevel, environment)
            ).run()
            return .success
        } catch {
            Complaint.write("\(error)")
            return Self.needsMending(error) ? .configuration : .failure
        }
    }

    private static func logger(_ level: Logger.Level, _ environment: [String: String]) -> Logger {
        let style: LineLogHandler.Style = environment["JOURNAL_STREAM"] == nil ? .terminal : .journal
        return Logger(label: "quoted") { _ in LineLogHandler(level: level, style: style) }
    }

    private static func needsMending(_ error: any Error) -> Bool {
        switch error {
        case is SettingsError, is EngineError, is RulebookProblems, is RuleFolders.Missing, is InboxError,
            is DescriptorLimit.TooLow, is LimitTooLow:
            true
        case let error as JournalError: error.code == .foreign
        default: false
        }
    }
}
