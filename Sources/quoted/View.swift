import ArgumentParser
import Commands
import Setup

struct View: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show articles with their quotations marked, in a terminal or as a page.",
        discussion: """
            Takes lines of a journal, and articles, which are annotated first. Content, cue and source are coloured; the \
            speaker stands beside them. Without colours they stand in [], __ and **.

              quoted view story.txt
              tail -n 5 quotes.jsonl | quoted view -
              quoted view --color always quotes.jsonl | less -R
              quoted view --html -o story.html story.txt

            The page needs nothing else: it can be sent by mail, printed, and read without a script.
            """)

    @OptionGroup var articles: ArticleFlags

    @Flag(help: "Write a page of HTML.")
    var html = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to write. (default: standard output)", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp("How wide, in columns. (default: COLUMNS, or the terminal's width, or 80)", valueName: "n"))
    var width: Int?

    @Option(
        help: ArgumentHelp(
            "Colours: always, never or auto: in a terminal, unless NO_COLOR is set.", valueName: "when"),
        completion: .list(ViewCommand.colours))
    var color = "auto"

    @Argument(help: ArgumentHelp("Journals and articles; - is standard input.", valueName: "file"), completion: .file())
    var files: [String]

    func validate() throws {
        guard ViewCommand.colours.contains(color) else {
            throw ValidationError("--color is “\(color)”: write auto, always or never.")
        }
        guard (width ?? 80) > 0 else { throw ValidationError("--width is \(width ?? 0): give a number of columns.") }
        guard !html || width == nil && color == "auto" else {
            throw ValidationError(
                "--width and --color are for a terminal: leave them out with --html.")
        }
    }

    func run() async throws {
        try await ViewCommand(
            files: files, form: html ? .page : .terminal(width: width, colour: color), output: output,
            articles.options()
        ).run().exit()
    }
}
