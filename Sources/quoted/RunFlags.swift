import ArgumentParser
import Setup

/// The flags of `quoted run`. They are taken as they were written: variables and the settings file say the same things,
/// so all three are checked in one place.
struct RunFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder that articles are dropped into.", valueName: "folder"), completion: .directory)
    var inbox: String?

    @Option(help: ArgumentHelp("The file that lines are appended to.", valueName: "file"), completion: .file())
    var journal: String?

    @Option(
        help: ArgumentHelp("The Unix socket that tells how the daemon is.", valueName: "socket"), completion: .file())
    var status: String?

    @Option(help: ArgumentHelp("A settings file (YAML).", valueName: "file"), completion: .file())
    var config: String?

    @Option(
        help: ArgumentHelp("Where files go afterwards. (default: done beside the inbox)", valueName: "folder"),
        completion: .directory)
    var done: String?

    @Option(
        help: ArgumentHelp("Where files go that failed. (default: failed beside the inbox)", valueName: "folder"),
        completion: .directory)
    var failed: String?

    @Option(
        help: ArgumentHelp("What was done already. (default: beside the journal)", valueName: "file"),
        completion: .file())
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "What `quoted find` looks into, or none. (default: beside the journal)", valueName: "file"),
        completion: .file())
    var index: String?

    @Option(
        help: ArgumentHelp(
            "Your own rules, laid over the shipped ones. (default: /etc/quoted/rules.d)", valueName: "folder"),
        completion: .directory)
    var rules: String?

    @Option(
        help: ArgumentHelp("How many files are worked on at once. (default: one for each core)", valueName: "number"))
    var workers: String?

    @OptionGroup var engine: EngineFlags

    @Option(
        help: ArgumentHelp(
            "How files are noticed: by events, or by scan where the file system sends none. (default: events)",
            valueName: "how"), completion: .list(["events", "scan"]))
    var watch: String?

    @Option(
        help: ArgumentHelp(
            "Names that are left alone besides those of unfinished uploads, such as *.uploading,upload-*. (default: none)",
            valueName: "patterns"))
    var ignore: String?

    @Option(
        help: ArgumentHelp("What becomes of a file: move, keep or delete. (default: move)", valueName: "what"),
        completion: .list(["move", "keep", "delete"]))
    var after: String?

    @Option(
        help: ArgumentHelp(
            "What becomes of an article that the journal has: drop or annotate. (default: drop)", valueName: "what"),
        completion: .list(["drop", "annotate"]))
    var `repeat`: String?

    @Option(help: ArgumentHelp("How long done/ keeps a file, such as 14d. (default: forever)", valueName: "time"))
    var keepDone: String?

    @Option(
        help: ArgumentHelp(
            "How long a file that nobody was seen to close must lie still. (default: 2s)", valueName: "time"))
    var settle: String?

    @Option(help: ArgumentHelp("How often the whole inbox is looked through. (default: 1m)", valueName: "time"))
    var rescan: String?

    @Option(
        help: ArgumentHelp("How long a file that may not be read is tried again. (default: 5m)", valueName: "time"))
    var retryFor: String?

    @Option(help: ArgumentHelp("What is larger fails unread. (default: 64M)", valueName: "size"))
    var maxSize: String?

    @Option(help: ArgumentHelp("How long an article may take before it fails. (default: 10m)", valueName: "time"))
    var deadline: String?

    @Flag(help: "Leave the articles' text out of the journal.")
    var omitText = false

    @Option(help: LanguageFlag.help)
    var language: String?

    @Option(help: JSONFlags.help)
    var jsonFields: String?

    @Option(help: ArgumentHelp("How long work may take to finish at the end. (default: 30s)", valueName: "time"))
    var grace: String?

    @OptionGroup var serving: ServingFlags

    @Option(help: ArgumentHelp("Permission bits of the journal. (default: 0640)", valueName: "mode"))
    var journalMode: String?

    @Option(
        help: ArgumentHelp(
            "trace, debug, info, notice, warning, error or critical. (default: info)", valueName: "level"),
        completion: .list(["trace", "debug", "info", "notice", "warning", "error", "critical"]))
    var logLevel: String?

    var settings: [Setting: String] {
        let given: [Setting: String?] = [
            .inbox: inbox, .journal: journal, .status: status, .done: done, .failed: failed, .ledger: ledger,
            .index: index, .rules: rules, .workers: workers, .watch: watch, .ignore: ignore, .after: after,
            .repeats: `repeat`,
            .keepDone: keepDone, .settle: settle, .rescan: rescan, .retryFor: retryFor, .maxSize: maxSize,
            .deadline: deadline, .omitText: omitText ? "true" : nil, .language: language, .jsonFields: jsonFields,
            .grace: grace, .journalMode: journalMode,
            .logLevel: logLevel,
        ]
        return given.compactMapValues(\.self).merging(engine.settings) { $1 }.merging(serving.settings) { $1 }
    }
}
