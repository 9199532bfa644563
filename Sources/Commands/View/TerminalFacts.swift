import Foundation
import Views

/// What is known of the terminal that a command writes to.
struct TerminalFacts {
    /// When colours are used.
    enum Colour: String, CaseIterable { case auto, always, never }

    var width: Int
    var ink: Ink

    private static let usualWidth = 80

    /// - Parameters:
    ///   - width: What was asked for; nil for the terminal's own.
    ///   - environment: `COLUMNS`, `NO_COLOR` (https://no-color.org) and `TERM` are looked at.
    ///   - ask: The terminal's width, where there is a terminal.
    init(
        width: Int?, colour: Colour, environment: [String: String], isTerminal: Bool = isatty(STDOUT_FILENO) == 1,
        ask: () -> Int? = Self.columns
    ) {
        let told = environment["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
        self.width = width ?? told ?? (isTerminal ? ask() : nil) ?? Self.usualWidth
        let isWanted = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        ink =
            switch colour {
            case .always: .colours
            case .never: .signs
            case .auto: isTerminal && isWanted ? .colours : .signs
            }
    }

    static func columns() -> Int? {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
