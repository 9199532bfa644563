import ArgumentParser
import Commands
import Setup

struct Features: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what the model sees of each text, for its training.",
        discussion: """
            Reads JSON lines with "id" and "text" and prints, after a line that names the features' values and the reporting verbs, a line a \
            text: its paragraphs, sentences and tokens (code points), and the features of each token.
            """, shouldDisplay: false)

    @OptionGroup var rules: RulesFlag

    @Argument(help: ArgumentHelp("JSON lines of texts; - is standard input.", valueName: "file"), completion: .file())
    var file: String

    func run() throws { try FeaturesCommand(file: file, overlays: rules.folders).run().exit() }
}
