import Daemon
import Foundation
import Inbox
import Journal
import Logging
import Rulebook
package import Setup
import SystemPackage

/// `quoted run`.
package struct RunCommand: Sendable {
    private let flags: [Setting: String]
    private let file: String?

    package init(flags: [Setting: String], file: String?) {
        self.flags = flags
        self.file = file
    }

    /// How long the reader of the log has for the last lines.
    private static let lastWords = Duration.seconds(2)

    package func run() async -> ExitStatus {
        let environment = GivenText.environment
        let log = Self.log(environment)
        let status = await run(environment, log)
        await log.close(within: Self.lastWords)
        return status
    }

    private func run(_ environment: [String: String], _ log: LogQueue) async -> ExitStatus {
        do {
            let cores = ProcessInfo.processInfo.activeProcessorCount
            let reader = try await SettingsReader(flags: flags, file: file, environment: environment)
            let settings = try Settings(reader, cores: cores)
            try DescriptorLimit.provide(
                workers: settings.workers, connections: settings.serving.limits.connections,
                cores: cores)
            try Limits.provide(for: settings)
            let rules = try RuleFolders.find(overlays: settings.rules.map { [$0] } ?? [])
            try await Daemon(
                settings: settings, rules: rules, environment: environment,
                logger: Self.logger(settings.logLevel, environment, log), log: log
            ).run()
            return .success
        } catch {
            // Behind what was logged before.
            for line in StandardError.lines("\(error)") { log.add(line, level: .critical) }
            return Self.needsMending(error) ? .configuration : .failure
        }
    }

    private static func log(_ environment: [String: String]) -> LogQueue {
        let style = LineLogHandler.Style(environment)
        return LogQueue(
            note: { LineLogHandler.line(.warning, "log lines dropped", ["lines": "\($0)"], style) },
            write: { StandardError.write($0) })
    }

    private static func logger(_ level: Logger.Level, _ environment: [String: String], _ log: LogQueue) -> Logger {
        let handler = LineLogHandler(level: level, style: .init(environment)) { log.add($1, level: $0) }
        // A library that makes a logger of its own must not wait for the reader of the log either.
        LoggingSystem.bootstrap { _ in handler }
        return Logger(label: "quoted") { _ in handler }
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
