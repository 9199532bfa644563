import ArgumentParser
import Commands
import Setup

struct Lost: AsyncParsableCommand, SettingFlags {
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

    @Option(.journal, "The journal.") var journal: GivenSetting?

    @Option(.ledger, "The ledger.") var ledger: GivenSetting?

    @Option(.inbox, "The inbox, to put files back.") var inbox: GivenSetting?

    @Option(.done, "Where the files are.") var done: GivenSetting?

    @OptionGroup var file: ConfigFlag

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
        try await LostCommand(flags: settings, file: file.config, action: action).run().exit()
    }

    private var action: LostCommand.Action {
        if putBack { .putBack } else if forget { .forget } else if kept { .keep } else { .list }
    }
}
