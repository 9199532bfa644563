import ArgumentParser
import Commands
import Setup

struct Retry: AsyncParsableCommand, SettingFlags {
    static let configuration = CommandConfiguration(
        abstract: "Put files from failed/ back into the inbox.",
        discussion: """
            Remove the cause first; the JSON file beside each says why it failed. Then they are worked on as if they had \
            just arrived.

              quoted retry --inbox /srv/wire/inbox --list
              quoted retry --inbox /srv/wire/inbox
              quoted retry --inbox /srv/wire/inbox 'reuters/*' story.txt

            The daemon's variables and its settings file say where its folders are, here too.
            """)

    @Option(.inbox, "The inbox.") var inbox: GivenSetting?

    @Option(.failed, "Where the failed files are.") var failed: GivenSetting?

    @OptionGroup var file: ConfigFlag

    @Flag(help: "Only list the failed files and why they failed.")
    var list = false

    @Argument(
        help: ArgumentHelp(
            "Names of files, or their paths in the inbox, with * and ? as in a shell; all when none is given.",
            valueName: "pattern"))
    var patterns: [String] = []

    func run() async throws {
        try await RetryCommand(flags: settings, file: file.config, patterns: patterns, list: list).run().exit()
    }
}
