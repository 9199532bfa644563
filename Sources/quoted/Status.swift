import ArgumentParser
import Commands
import Setup

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the status of a running daemon.",
        discussion: """
              quoted status
              quoted status --json | jq .files.pending
              curl --unix-socket /run/quoted/status.sock http://quoted/metrics

            The exit code is 1 when the daemon does not answer or cannot do its work.
            """)

    @Option(
        .status, or: "socket",
        "The daemon's status socket. (default: \(StatusCommand.usualSocket), or what QUOTED_STATUS names)")
    var status: GivenSetting?

    @Flag(help: "Print the status as JSON, as the socket gives it.")
    var json = false

    func run() async throws {
        try await StatusCommand(socket: status?.text, json: json).run().exit()
    }
}
