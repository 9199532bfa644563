import Foundation
package import Logging

/// Logs to standard error, one line an event: `2026-01-31T09:15:00Z info file annotated path=wire/a.txt quotations=12`.
///
/// Under systemd (`JOURNAL_STREAM` is set) a line begins with `<6>` or the like instead of time and level, since the
/// journal keeps those itself. Whatever a value holds, it stays on its line: a file's name can forge nothing.
package struct LineLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level
    private let style: Style
    private let write: @Sendable ([UInt8]) -> Void

    package enum Style: Sendable { case terminal, journal }

    package init(
        level: Logger.Level, style: Style, write: @escaping @Sendable ([UInt8]) -> Void = Self.writeToStandardError
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
        var line = prefix(of: event.level) + LogValue.escaped(event.message.description)
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line += " \(LogValue.escaped(key))=\(LogValue.text(value))"
        }
        write(Array((line + "\n").utf8))
    }

    private func prefix(of level: Logger.Level) -> String {
        switch style {
        case .journal: "<\(level.syslogSeverity)>"
        case .terminal: "\(Date.now.formatted(.iso8601)) \(level.rawValue) "
        }
    }

    /// One `write` a line, so that lines of several threads do not mix.
    package static let writeToStandardError: @Sendable ([UInt8]) -> Void = { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes {
                unsafe Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count)
            }
            // Whoever closed standard error does not want the log.
            guard written > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(written, 0))
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
