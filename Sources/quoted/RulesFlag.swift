import ArgumentParser
import Setup

/// Users' own rules: the same flag wherever articles are read.
struct RulesFlag: ParsableArguments {
    @Option(
        name: .customLong("rules"),
        help: ArgumentHelp(
            "A folder of your own rules, laid over the shipped ones; may be given several times. "
                + "(default: \(Settings.usualRules), where that is)", valueName: "folder"), completion: .directory)
    var folders: [String] = []
}
