import ArgumentParser
import Commands
import Setup

struct Top: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch a running daemon: what comes in, the newest quotations, who is quoted most.",
        discussion: """
            It redraws every two seconds until Control-C. If its output is not a terminal, it prints once.

              quoted top
              quoted top --status /run/quoted/status.sock --interval 500ms
              quoted top | head -4

            The status socket serves the same as a page for the browser, at /: docs/live.md says how to get there.
            """)

    @Option(
        .status, or: "socket",
        "The daemon's status socket. (default: \(StatusCommand.usualSocket), or what QUOTED_STATUS names)")
    var status: GivenSetting?

    @Option(help: ArgumentHelp("How often it redraws. (default: 2s)", valueName: "time"))
    var interval: String?

    func run() async throws {
        try await TopCommand(socket: status?.text, interval: interval).run().exit()
    }
}
