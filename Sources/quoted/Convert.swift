import ArgumentParser
import Commands
import Setup

struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show how articles are read, and what is set aside in them.",
        discussion: """
            Prints the fields and the text of each article in the files. Parts in which no quotations are looked for stand \
            in brackets, after the reason. Nothing is annotated.

              quoted convert wire/bridge.xml
              quoted convert feed.xml --json | jq -r '.articles[].title'

            The exit code is 1 if any file, or any item of one, could not be read. docs/formats.md says where each \
            field comes from.
            """)

    @OptionGroup var rules: RulesFlag

    @OptionGroup var jsonFields: JSONFlags

    @OptionGroup var language: LanguageFlag

    @Flag(help: "Print JSON, one object a file.")
    var json = false

    @Argument(help: ArgumentHelp("Files to show; - is standard input.", valueName: "file"), completion: .file())
    var files: [String]

    func run() throws {
        try ConvertCommand(
            files: files, overlays: rules.folders, fields: jsonFields.mapping(), json: json, language: language.language
        ).run().exit()
    }
}
