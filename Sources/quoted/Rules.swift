import ArgumentParser
import Commands
import Setup

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work with the rule files.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the rule files for mistakes.",
            discussion: """
                Reads the rules that come with quoted and your own over them, and prints each mistake with its file, \
                line and column. Do this before the daemon reads them: it keeps its old rules while there is a mistake.

                  quoted rules check
                  quoted rules check --rules ./my-rules

                The exit code is 1 if the rules cannot be used. Warnings do not count.
                """)

        @OptionGroup var rules: RulesFlag

        func run() throws { try RulesCheckCommand(overlays: rules.folders).run().exit() }
    }
}
