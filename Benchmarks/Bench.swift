import ArgumentParser
import SystemPackage

/// Measures the parts that can be measured in one process; `daemon.py` measures the daemon from outside.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quoted-bench",
        abstract: "Measure the rule pipeline and the journal on this machine.",
        discussion: """
            Figures are the minimum, median and maximum of the rounds, after one round to warm up. Run it on a machine \
            that does nothing else, from the project's folder.
            """)

    enum Subject: String, ExpressibleByArgument, CaseIterable { case pipeline, journal }

    @Argument(help: "pipeline, journal; both when left out.")
    var subjects: [Subject] = []

    @Option(help: "Rounds that count.")
    var rounds = 7

    @Option(help: "Articles a round.")
    var articles = 2_000

    @Option(help: "The project's folder, which has the articles and the rules.")
    var project = "."

    func validate() throws {
        guard rounds > 0, articles > 0 else { throw ValidationError("--rounds and --articles are positive numbers") }
    }

    func run() async throws {
        let folder = FilePath(project)
        let corpus = try Corpus(folder: folder.appending("Tests/Articles"), count: articles)
        let subjects = self.subjects.isEmpty ? Subject.allCases : self.subjects
        if subjects.contains(.pipeline) {
            try PipelineBenchmark(corpus: corpus, rules: folder.appending("Rules/en")).run(rounds: rounds)
        }
        if subjects.contains(.journal) {
            try await JournalBenchmark(corpus: corpus, rules: folder.appending("Rules/en")).run(rounds: rounds)
        }
    }
}
