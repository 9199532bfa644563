import ArgumentParser
import Commands
import Daemon
import Setup

struct Find: AsyncParsableCommand, SettingFlags {
    static let configuration = CommandConfiguration(
        abstract: "Find quotations: who said what about something.",
        discussion: """
            Every word must stand in the quotation or in its article's title, in any order; accents and capitals do not \
            matter. Words in quotation marks must stand together, repair* finds any ending, and -toll leaves out \
            quotations with that word (put -- before the words then). The newest come first.

              quoted find bridge toll
              quoted find --speaker Holm --since 2026-11-01 '"closed to traffic"'
              quoted find --verb accuse --json --limit 1000 minister | jq -r .text
              quoted find -- bridge -toll 'repair*'

            It asks the running daemon. With --index, --journal or --config (or their variables) it reads an index itself, \
            and no daemon need run. The exit code is 1 when nothing is found.
            """)

    @Option(help: ArgumentHelp("The speaker's name, or part of one.", valueName: "name"))
    var speaker: String?

    @Option(
        help: ArgumentHelp("The class of the verb: say, accuse, deny, … docs/verbs.md has them.", valueName: "class"))
    var verb: String?

    @Option(help: ArgumentHelp("Only articles since then: 2026-11-20, or a time ago such as 7d.", valueName: "date"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "Only quotations that are at least so sure, from 0 to 1. (default: 0)", valueName: "number"))
    var minConfidence: String?

    @Option(help: ArgumentHelp("How many at most. (default: 50)", valueName: "number"))
    var limit: String?

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var place: IndexFlags

    @Option(.status, "The socket of the daemon to ask.") var status: GivenSetting?

    @Argument(help: "Words to look for; all quotations when left out.")
    var words: [String] = []

    func run() async throws {
        var request = FindRequest()
        request.words = words.joined(separator: " ")
        request.speaker = speaker ?? ""
        (request.verb, request.since, request.limit) = (verb, since, limit)
        request.minConfidence = minConfidence
        try await FindCommand(request, flags: settings, file: place.file.config, json: json).run().exit()
    }
}
