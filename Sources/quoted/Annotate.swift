import ArgumentParser
import Daemon

struct Annotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Annotate files and print one JSON line an article.",
        discussion: """
            The lines are those that the daemon writes to its journal, in the order of the files. Nothing is remembered \
            or moved, and an article named twice is annotated twice.

              quoted annotate story.txt | jq -r '.quotations[] | [.cue.lemma, .source.text, .text] | @tsv'
              curl -s https://example.org/story.txt | quoted annotate -
              quoted annotate archive/*.txt > quotes.jsonl

            The exit code is 1 if any file failed; why, and what to do, is told on standard error.
            """)

    @OptionGroup var engine: EngineFlags

    @Option(
        help: ArgumentHelp(
            "A folder of your own rules, laid over the shipped ones; may be given several times. "
                + "(default: /etc/quoted/rules.d where that is)", valueName: "folder"))
    var rules: [String] = []

    @OptionGroup var json: JSONFlags

    @OptionGroup var language: LanguageFlag

    @Flag(help: "Leave the articles' text out of the lines.")
    var omitText = false

    @Argument(help: ArgumentHelp("Files to annotate; - is standard input.", valueName: "file"))
    var files: [String]

    func run() async throws {
        try await AnnotateCommand(
            files: files, engine: engine.settings, overlays: rules, json: json.mapping(), omitText: omitText,
            language: language.language
        ).run().exit()
    }
}
