import ArgumentParser
import Commands
import Setup

struct Features: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what the model sees of each text, for its training.",
        discussion: """
            Reads JSON lines with "id" and "text" and prints, after a line that names the features' values and the reporting verbs, a line a \
            text: its paragraphs, sentences and tokens (code points), and the features of each token. With --speakers it prints who \
            was found to speak, and by what evidence, for the fitting of "speaker_confidence".
            """, shouldDisplay: false)

    @OptionGroup var engine: EngineFlags
    @OptionGroup var rules: RulesFlag

    @Flag(help: "Print who was found to speak, and by what evidence.")
    var speakers = false

    @Argument(help: ArgumentHelp("JSON lines of texts; - is standard input.", valueName: "file"), completion: .file())
    var file: String

    func run() async throws {
        try await FeaturesCommand(file: file, overlays: rules.folders, speakers: speakers, engine: engine.settings)
            .run().exit()
    }
}
