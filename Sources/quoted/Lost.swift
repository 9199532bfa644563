import ArgumentParser
import Commands
import Setup

struct Lost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List articles whose lines the journal lost, and have them annotated again.",
        discussion: """
            A journal that is deleted, emptied or cut short takes lines with it that the daemon had written. The status \
            says how many; this says of which articles, and takes an answer.

              quoted lost --config /etc/quoted/quoted.yaml
              quoted lost --config /etc/quoted/quoted.yaml --put-back
              quoted lost --journal quoted.jsonl --forget

            What was cut off is annotated again by itself where its file is in done/. Lines that rotation took away are \
            not lost.
            """)

    @Option(help: ArgumentHelp("The journal.", valueName: "file"), completion: .file())
    var journal: String?

    @Option(
        help: ArgumentHelp("The ledger. (default: the journal's name with .ledger)", valueName: "file"),
        completion: .file())
    var ledger: String?

    @Option(help: ArgumentHelp("The inbox, to put files back.", valueName: "folder"), completion: .directory)
    var inbox: String?

    @Option(
        help: ArgumentHelp("Where the files are. (default: done beside the inbox)", valueName: "folder"),
        completion: .directory)
    var done: String?

    @Option(help: ArgumentHelp("The daemon's settings file.", valueName: "file"), completion: .file())
    var config: String?

    @Flag(help: "Put their files from done/ back into the inbox.")
    var putBack = false

    @Flag(help: "Nobody waits for them: the status tells of them no more, and should they come again, they are new.")
    var forget = false

    @Flag(help: "The journal was only moved: should they come again, they are repeats.")
    var kept = false

    func validate() throws {
        guard [putBack, forget, kept].count(where: \.self) <= 1 else {
            throw ValidationError("give one of --put-back, --forget and --kept")
        }
    }

    func run() async throws {
        let flags: [Setting: String?] = [.journal: journal, .ledger: ledger, .inbox: inbox, .done: done]
        try await LostCommand(flags: flags.compactMapValues(\.self), file: config, action: action).run().exit()
    }

    private var action: LostCommand.Action {
        if putBack { .putBack } else if forget { .forget } else if kept { .keep } else { .list }
    }
}
