import ArgumentParser
import Setup

/// The flags that say who may ask how the daemon is, and how much.
struct ServingFlags: ParsableArguments {
    @Option(help: ArgumentHelp("Permission bits of the status socket. (default: 0660)", valueName: "mode"))
    var socketMode: String?

    @Option(
        help: ArgumentHelp(
            "Tell how the daemon is over TCP too: 127.0.0.1:9464, or any address with --token-file. (default: none)",
            valueName: "address:port"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            "A file whose first line has to be sent over TCP: Authorization: Bearer …", valueName: "file"))
    var tokenFile: String?

    @Option(
        help: ArgumentHelp("How many may ask at once; then the oldest gives way. (default: 64)", valueName: "number"))
    var statusConnections: String?

    @Option(help: ArgumentHelp("How many may ask in a second; then they wait. (default: 200)", valueName: "number"))
    var statusRate: String?

    @Option(help: ArgumentHelp("How long asking may take. (default: 10s)", valueName: "time"))
    var statusTime: String?

    @Option(help: ArgumentHelp("How much may be sent to ask. (default: 16K)", valueName: "size"))
    var statusSize: String?

    var settings: [Setting: String] {
        let given: [Setting: String?] = [
            .socketMode: socketMode, .listen: listen, .tokenFile: tokenFile, .statusConnections: statusConnections,
            .statusRate: statusRate, .statusTime: statusTime, .statusSize: statusSize,
        ]
        return given.compactMapValues(\.self)
    }
}
