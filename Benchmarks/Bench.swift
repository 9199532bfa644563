import Annotator
import ArgumentParser
import Attribution
import Encoder
import Foundation
import ModelSpotting
import Newswire
import Rulebook
import SystemPackage

/// Measures the parts that can be measured in one process; `daemon.py` measures the daemon from outside.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quoted-bench",
        abstract: "Measure the rule pipeline, the journal, the reading of pages and the model on this machine.",
        discussion: """
            Figures are the minimum, median and maximum of the rounds, after one round to warm up. Run it on a machine \
            that does nothing else, from the project's folder.
            """)

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case pipeline, formats, journal, find, pages, encoder, model, speakers, hostile, doubling
    }

    @Argument(
        help: ArgumentHelp(
            "pipeline, formats, journal, find, pages, encoder, model, speakers, hostile, doubling; all but the last three "
                + "when left out."))
    var subjects: [Subject] = []

    @Option(help: "Rounds that count.")
    var rounds = 7

    @Option(help: "Articles a round.")
    var articles = 2_000

    @Option(help: "Quotations among which is found.")
    var quotations = 1_000_000

    @Option(help: "Of formats only this one; all of them when left out.")
    var format: FormatSample.Format?

    @Option(help: "A folder of saved web pages (*.html); pages made of the project's articles when left out.")
    var pages: String?

    @Option(help: "The model that is measured; Models/en-news of the project when left out.")
    var model: String?

    @Option(help: "int8 or f32, for the model.")
    var precision = Precision.int8

    @Option(help: "For speakers: JSON lines with \"text\", \"tokens\" and \"mentions\", as GUM's are.")
    var gold: String?

    @Option(help: "For hostile: seconds that an article may take.")
    var deadline = 1.0

    @Option(help: "For hostile and doubling: bytes of a file.")
    var size: Int?

    @Option(help: "The project's folder, which has the articles and the rules.")
    var project = "."

    func validate() throws {
        guard !subjects.contains(.speakers) || gold != nil else {
            throw ValidationError("speakers are measured on annotated articles: name a file with --gold")
        }
        guard rounds > 0, articles > 0 else { throw ValidationError("--rounds and --articles are positive numbers") }
    }

    func run() async throws {
        let folder = FilePath(project)
        let corpus = try Corpus(folder: folder.appending("Tests/Articles"), count: articles)
        let onlyWhenAsked: [Subject] = [.speakers, .hostile, .doubling]
        let subjects =
            self.subjects.isEmpty ? Subject.allCases.filter { !onlyWhenAsked.contains($0) } : self.subjects
        if subjects.contains(.pipeline) {
            try PipelineBenchmark(corpus: corpus, rules: folder.appending("Rules")).run(rounds: rounds)
        }
        if subjects.contains(.formats) {
            try FormatBenchmark(corpus: corpus, only: format, words: try words()).run(rounds: rounds)
        }
        if subjects.contains(.journal) {
            try await JournalBenchmark(corpus: corpus, rules: folder.appending("Rules")).run(rounds: rounds)
        }
        if subjects.contains(.find) {
            try await FindBenchmark(quotations: quotations)
                .run(rounds: rounds, corpus: corpus, rules: folder.appending("Rules"))
        }
        if subjects.contains(.pages) {
            try PageBenchmark(corpus: corpus, words: try words(), folder: pages, count: 200).run(rounds: rounds)
        }
        if subjects.contains(.hostile) {
            HostileBenchmark(
                annotator: try annotator(), corpus: try HostileBenchmark.corpus(of: folder), size: size ?? 4 << 20,
                deadline: .seconds(deadline)
            ).run()
        }
        if subjects.contains(.doubling) { DoublingBenchmark(annotator: try annotator(), size: size ?? 1 << 14).run() }
        if subjects.contains(.speakers), let gold {
            try SpeakerBenchmark(gold: gold).run(folder, model: model, precision: precision)
        }
        if subjects.contains(.encoder) || subjects.contains(.model) { try measureModel(subjects, with: corpus) }
    }

    /// By the model where one is named, else by the rules.
    private func annotator() throws -> Annotator {
        let engine: Engine =
            try model.map { .model(try ModelEngine.load(FilePath($0), precision: precision)) } ?? .rules
        return Annotator(rulebooks: try rules(), engine: engine, version: "bench")
    }

    private func words() throws -> NewsWords { NewsWords(try rules()) }

    private func rules() throws -> Rulebooks {
        try RulebookLoader.load(
            RuleFolders(shipped: FilePath(project).appending("Rules"), languages: LanguagePacks.rules))
    }

    private func measureModel(_ asked: [Subject], with corpus: Corpus) throws {
        let shipped = FilePath(project).appending("Models/en-news").string
        guard model != nil || !subjects.isEmpty || FileManager.default.fileExists(atPath: shipped) else {
            print("model: not measured, since there is no \(shipped); --model names another model")
            return
        }
        if asked.contains(.model) {
            try ModelBenchmark(
                corpus: corpus, rules: FilePath(project).appending("Rules"), directory: model ?? shipped,
                precision: precision
            ).run(rounds: rounds)
        }
        if asked.contains(.encoder) {
            try EncoderBenchmark(corpus: corpus, directory: model ?? shipped, precision: precision).run(rounds: rounds)
        }
    }
}

extension Precision: ExpressibleByArgument {}
extension FormatSample.Format: ExpressibleByArgument {}
