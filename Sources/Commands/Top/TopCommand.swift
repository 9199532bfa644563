import Daemon
import Foundation
package import Setup
import SystemPackage
import UnixSignals

/// `quoted top`: asks the daemon again and again and draws the answer; once where the output is no terminal.
package struct TopCommand: Sendable {
    private let socket: FilePath
    private let interval: String?

    /// - Parameters:
    ///   - socket: nil for what `QUOTED_STATUS` names, or the usual one.
    ///   - interval: A time such as 2s; nil for that.
    package init(socket: String?, interval: String?) {
        self.socket = StatusCommand.socket(socket)
        self.interval = interval
    }

    package func run() async -> ExitStatus {
        await .of {
            let interval = try pause()
            let client = StatusClient(socket: socket)
            guard isatty(STDOUT_FILENO) == 1 else {
                print(
                    TopText(columns: 200, lines: nil, isColoured: false).text(try await client.live()), terminator: "")
                return .success
            }
            return try await Screen.use { try await draw(client, every: interval) }
        }
    }

    private func pause() throws(SettingsError) -> Duration {
        guard let interval else { return .seconds(2) }
        if let time = Quantity.duration(interval), time >= .milliseconds(100) { return time }
        throw SettingsError([
            Mistake(
                place: "--interval", reason: "“\(interval)” is not a time of 100ms or more",
                remedy: "give one such as 2s")
        ])
    }

    /// Until a signal ends it. A daemon that does not answer may come back.
    private func draw(_ client: StatusClient, every interval: Duration) async throws -> ExitStatus {
        let isColoured = (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup) { return }
            }
            group.addTask {
                while !Task.isCancelled {
                    let size = Screen.size
                    let text = TopText(columns: size.columns, lines: size.lines, isColoured: isColoured)
                    let picture: String
                    do { picture = text.text(try await client.live()) } catch let error as StatusClientError {
                        picture = text.text("\(error)")
                    }
                    try Screen.show(picture)
                    try await Task.sleep(for: interval)
                }
            }
            try await group.next()
            group.cancelAll()
            return .success
        }
    }
}

/// The terminal, in its other screen: what was there before comes back at the end.
private enum Screen {
    static func use<Value>(_ body: () async throws -> Value) async throws -> Value {
        let settings = silence()
        defer { if var settings { _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &settings) } }
        try write("\u{1B}[?1049h\u{1B}[?25l")
        let result: Result<Value, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        try write("\u{1B}[?25h\u{1B}[?1049l")
        return try result.get()
    }

    /// What is typed is not shown, since it would stand in the picture.
    ///
    /// - Returns: The settings to go back to; nil where nothing was changed.
    private static func silence() -> termios? {
        var settings = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        return unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &silent) == 0 ? settings : nil
    }

    static func show(_ picture: String) throws {
        // Each line is cleared behind its text, so that nothing flickers.
        let lines = picture.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        try write("\u{1B}[H" + lines.joined(separator: "\u{1B}[K\r\n") + "\u{1B}[K\u{1B}[J")
    }

    static var size: (columns: Int, lines: Int) {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return (80, 24)
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    private static func write(_ text: String) throws { try Descriptor.write(Array(text.utf8), to: STDOUT_FILENO) }
}
