import ArgumentParser
import Setup

/// Where a daemon's index is: said by what the daemon itself was told.
struct IndexFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The index. (default: beside the journal)", valueName: "file"), completion: .file())
    var index: String?

    @Option(help: ArgumentHelp("The journal.", valueName: "file"), completion: .file())
    var journal: String?

    @Option(help: ArgumentHelp("The daemon's settings file.", valueName: "file"), completion: .file())
    var config: String?

    var settings: [Setting: String] {
        let given: [Setting: String?] = [.index: index, .journal: journal]
        return given.compactMapValues(\.self)
    }
}
