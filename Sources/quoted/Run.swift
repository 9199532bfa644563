import ArgumentParser
import Commands
import Setup

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch an inbox and journal every article that is dropped into it.",
        discussion: """
            Each file that arrives is read, annotated and appended to the journal as one JSON line an article; then it \
            moves to done/ beside the inbox, or to failed/ with a JSON file that says why. A file counts as complete \
            when it was closed after writing or renamed into the inbox; the names of unfinished uploads (.story.xml, \
            story.xml.part, story.xml.filepart and the like) are left alone until they are renamed.

              quoted run --inbox /srv/wire/inbox --journal /srv/wire/quotes.jsonl --status /run/quoted/status.sock

            Every setting can also be a variable of the environment (QUOTED_KEEP_DONE=14d for --keep-done 14d) or a \
            line of the file that --config names (keep-done: 14d). A flag overrides a variable, a variable overrides the file.

            On SIGTERM the daemon finishes the articles in work and ends. On SIGHUP it reopens the journal (for \
            logrotate), reads the rules again and scans the inbox.
            """)

    @OptionGroup var flags: RunFlags

    func run() async throws {
        try await RunCommand(flags: flags.settings, file: flags.file.config).run().exit()
    }
}
