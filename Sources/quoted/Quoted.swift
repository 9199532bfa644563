import ArgumentParser
import Setup

struct Quoted: AsyncParsableCommand {
    /// What stands before a mistake in the arguments, as it does before all else that goes wrong.
    static let _errorPrefix = "quoted: "

    static let configuration = CommandConfiguration(
        commandName: "quoted",
        abstract: "Finds who said what in news articles.",
        discussion: """
            Look at one article:

              quoted annotate article.txt | jq .quotations

            Watch a folder; each article dropped into it becomes a line of the journal:

              mkdir inbox
              quoted run --inbox inbox --journal quotes.jsonl --status quoted.sock &
              cp article.txt inbox/
              tail -F quotes.jsonl

            See how it is doing:

              quoted status --status quoted.sock
            """,
        version: Version.current,
        subcommands: [
            Run.self, Annotate.self, Find.self, View.self, Export.self, Convert.self, Evaluate.self, Formats.self,
            Status.self, Top.self, Rules.self, Speakers.self, Retry.self, Lost.self, Index.self,
            Features.self,
        ])
}
