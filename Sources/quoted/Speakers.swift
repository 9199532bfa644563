import ArgumentParser
import Commands
import LanguageKit
import Setup

struct Speakers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a directory of speakers from a dump of Wikidata.",
        discussion: """
            Takes the persons of a dump who have an office or an occupation, and bodies that speak in news, and writes \
            speakers.jsonl: ids, names, aliases, genders, offices with their dates, occupations. Put it beside your own \
            rules, and records link speakers to their items.

              quoted speakers --from wikidata.jsonl
              quoted speakers --from latest-all.json.gz --min-sitelinks 20
              bzip2 -dc latest-all.json.bz2 | quoted speakers --from - --bodies none

            A dump is Wikidata's own JSON, an entity a line, also as gzip, or lines that a filter left of it. A file is read \
            again for offices that are named before who has them, and for namesakes; a pipe cannot be.

            The exit code is 1 if a line could not be read, or nothing was written. docs/speakers.md says what is taken.
            """)

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "A dump; may be given several times. - is standard input.", valueName: "file"), completion: .file())
    var dumps: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where to write; - is standard output. (default: speakers.jsonl, where there is none)", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp(
            "A language of names, as Wikidata has it; may be given several times. The first that has one gives the name, "
                + "the others aliases. (default: \(LanguageChoice.languages.joined(separator: ", ")))",
            valueName: "code"))
    var languages: [String] = []

    @Option(
        help: ArgumentHelp(
            "Kinds of bodies, such as Q7278,Q783794, or none. (default: parties, companies, ministries and others)",
            valueName: "items"))
    var bodies: String?

    @Option(
        help: ArgumentHelp(
            "Leave out who has fewer pages in Wikipedias and their sisters, but for namesakes of those who are kept.",
            valueName: "count"))
    var minSitelinks = 0

    func validate() throws {
        guard !dumps.isEmpty else { throw ValidationError("name a dump with --from") }
        guard dumps.count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("standard input can be read once only: give one --from -")
        }
        guard minSitelinks >= 0 else { throw ValidationError("--min-sitelinks is a number from 0") }
        if let wrong = kinds?.first(where: { !SpeakersCommand.isItem($0) }) {
            throw ValidationError("--bodies has “\(wrong)”: write ids of Wikidata's items, such as Q7278, or none")
        }
        if let wrong = languages.first(where: { !SpeakersCommand.isLanguage($0) }) {
            throw ValidationError("--language is “\(wrong)”: write a code of Wikidata's, such as en or pt-br")
        }
    }

    func run() async throws {
        try await SpeakersCommand(
            dumps: dumps, output: output, languages: languages.isEmpty ? LanguageChoice.languages : languages,
            bodies: kinds, minSitelinks: minSitelinks
        ).run().exit()
    }

    private var kinds: [String]? {
        bodies.map { $0 == "none" ? [] : $0.split(separator: ",").map(String.init) }
    }
}
