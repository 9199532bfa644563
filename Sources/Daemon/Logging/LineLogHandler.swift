import Foundation
package import Logging
import Setup

/// Logs to standard error, one line an event: `2026-01-31T09:15:00Z info file annotated path=wire/a.txt quotations=12`.
///
/// Under systemd (`JOURNAL_STREAM` is set) a line begins with `<6>` or the like instead of time and level, since the
/// journal keeps those itself. Whatever a value holds, it stays on its line: a file's name can forge nothing.
package struct LineLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level
    private let style: Style
    private let write: @Sendable (Logger.Level, [UInt8]) -> Void

    package enum Style: Sendable { case terminal, journal }

    /// - Parameter write: Gets each line with its newline. By default it waits until standard error has taken it, which is
    ///   for commands that have nothing else to do; a daemon has a `LogQueue`.
    package init(
        level: Logger.Level, style: Style,
        write: @escaping @Sendable (Logger.Level, [UInt8]) -> Void = { StandardError.write($1) }
    ) {
        logLevel = level
        self.style = style
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        write(event.level, Self.line(event.level, event.message.description, all, style))
    }

    /// With its newline.
    package static func line(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata, _ style: Style)
        -> [UInt8]
    {
        var line = style.prefix(of: level) + LogValue.escaped(message)
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            line += " \(LogValue.escaped(key))=\(LogValue.text(value))"
        }
        return Array((line + "\n").utf8)
    }
}

extension LineLogHandler.Style {
    /// `journal` where systemd's journal reads the log.
    package init(_ environment: [String: String]) { self = environment["JOURNAL_STREAM"] == nil ? .terminal : .journal }

    fileprivate func prefix(of level: Logger.Level) -> String {
        switch self {
        case .journal: "<\(level.syslogSeverity)>"
        case .terminal: "\(Date.now.formatted(.iso8601)) \(level.rawValue) "
        }
    }
}

extension Logger.Level {
    /// RFC 5424's severity, as sd-daemon's prefixes have it.
    fileprivate var syslogSeverity: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
