import ArgumentParser
import Commands
import Setup

struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put files from failed/ back into the inbox.",
        discussion: """
            Once what they failed for is mended, they are worked on as if they had just arrived. The JSON file beside \
            each says why it failed.

              quoted retry --inbox /srv/wire/inbox --list
              quoted retry --inbox /srv/wire/inbox
              quoted retry --inbox /srv/wire/inbox 'reuters/*' story.txt

            Where a daemon is set up with variables or a settings file, the same ones say here where its folders are.
            """)

    @Option(help: ArgumentHelp("The inbox.", valueName: "folder"), completion: .directory)
    var inbox: String?

    @Option(
        help: ArgumentHelp("Where the failed files are. (default: failed beside the inbox)", valueName: "folder"),
        completion: .directory)
    var failed: String?

    @Option(help: ArgumentHelp("The daemon's settings file.", valueName: "file"), completion: .file())
    var config: String?

    @Flag(help: "Only list the failed files and why they failed.")
    var list = false

    @Argument(
        help: ArgumentHelp(
            "Names of files, or their paths in the inbox, with * and ? as in a shell; all when none is given.",
            valueName: "pattern"))
    var patterns: [String] = []

    func run() async throws {
        let flags: [Setting: String?] = [.inbox: inbox, .failed: failed]
        try await RetryCommand(flags: flags.compactMapValues(\.self), file: config, patterns: patterns, list: list)
            .run().exit()
    }
}
