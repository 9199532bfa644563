import Foundation
import Setup

/// The line at a terminal's bottom that says how far a command is; nothing where nobody is looking.
struct ProgressLine: Sendable {
    private let errors: CInt
    private let isShown: Bool
    private var last: ContinuousClock.Instant?

    /// As many are worth a progress line.
    private static let many = 20

    /// - Parameters:
    ///   - count: How many there are to be worked off.
    ///   - errors: Where it is shown, if that is a terminal.
    init(count: Int, errors: CInt = STDERR_FILENO) {
        self.errors = errors
        isShown = count > Self.many && isatty(errors) == 1
    }

    /// Ten times a second at most.
    mutating func show(_ text: @autoclosure () -> String) {
        let now = ContinuousClock.now
        guard isShown, last.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        last = now
        write("\r\u{1B}[K" + text())
    }

    /// Clears it, so that what follows stands on a line of its own.
    mutating func end() {
        guard last != nil else { return }
        last = nil
        write("\r\u{1B}[K")
    }

    /// What cannot be shown is not worth failing for.
    private func write(_ text: String) { try? Descriptor.write(Array(text.utf8), to: errors) }
}
