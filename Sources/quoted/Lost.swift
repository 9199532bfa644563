import ArgumentParser
import Commands
import Setup

struct Lost: AsyncParsableCommand, SettingFlags {
    static let configuration = CommandConfiguration(
        abstract: "List articles whose lines the journal lost, and have them annotated again.",
        discussion: """
            When a journal is deleted, emptied or cut short, lines are lost that the daemon had written. The status says \
            how many. This lists their articles, and you say what to do with them.

              quoted lost --config /etc/quoted/quoted.yaml
              quoted lost --config /etc/quoted/quoted.yaml --put-back
              quoted lost --journal quoted.jsonl --forget

            Articles whose lines were cut off are annotated again by themselves if their files are in done/. Lines in a \
            rotated journal are not lost.
            """)

    @Option(.journal, "The journal.") var journal: GivenSetting?

    @Option(.ledger, "The ledger.") var ledger: GivenSetting?

    @Option(.inbox, "The inbox, to put files back.") var inbox: GivenSetting?

    @Option(.done, "Where the files are.") var done: GivenSetting?

    @OptionGroup var file: ConfigFlag

    @Flag(help: "Put their files from done/ back into the inbox.")
    var putBack = false

    @Flag(help: "Give them up: the status no longer mentions them, and if they come again, they count as new.")
    var forget = false

    @Flag(help: "The journal was only moved: if they come again, they are repeats.")
    var kept = false

    func validate() throws {
        guard [putBack, forget, kept].count(where: \.self) <= 1 else {
            throw ValidationError("give one of --put-back, --forget and --kept")
        }
    }

    func run() async throws {
        try await LostCommand(flags: settings, file: file.config, action: action).run().exit()
    }

    private var action: LostCommand.Action {
        if putBack { .putBack } else if forget { .forget } else if kept { .keep } else { .list }
    }
}
