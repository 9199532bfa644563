import ArgumentParser
import Commands
import Setup

struct Formats: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the formats that are read.",
        discussion: """
            A file is recognised by its content, whatever it is called. The names are those of file.format in the \
            records; docs/formats.md says what is taken from each.
            """)

    func run() throws { try FormatsCommand().run().exit() }
}
