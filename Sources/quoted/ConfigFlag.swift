import ArgumentParser

/// The file that tells of the daemon's settings.
struct ConfigFlag: ParsableArguments {
    @Option(help: ArgumentHelp("The daemon's settings file (YAML).", valueName: "file"), completion: .file())
    var config: String?
}
