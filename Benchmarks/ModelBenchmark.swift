import Annotator
import Attribution
import Encoder
import Foundation
import ModelSpotting
import Newswire
import Rulebook
import SystemPackage

/// Bytes to encoded line by the model: what a worker of the daemon does with a file, against the rate of the products
/// that it cannot do without.
struct ModelBenchmark {
    private let files: [Corpus.File]
    private let words: Int
    private let annotator: Annotator
    private let model: Model

    /// Enough for a round of some seconds.
    private static let mostArticles = 40

    init(corpus: Corpus, rules: FilePath, directory: String, precision: Precision) throws {
        files = Array(corpus.files.prefix(Self.mostArticles))
        words = corpus.words * files.count / corpus.files.count
        model = try Model.load(directory: directory, precision: precision)
        annotator = Annotator(
            rulebooks: try RulebookLoader.load(RuleFolders(shipped: rules, languages: LanguagePacks.rules)),
            engine: .model(try ModelEngine.load(FilePath(directory), precision: precision)), version: "bench")
    }

    func run(rounds: Int) throws {
        let bare = try BareProducts(model.configuration, precision: model.precision, rows: 256)
        let (operations, pieces) = try work()
        print(
            "model pipeline, bytes to encoded line: \(model.name) \(model.version), \(model.precision.rawValue), "
                + "\(files.count) articles, \(words) words, \(pieces) pieces")
        // In turn, so that both meet the same moods of the machine; and in processor time.
        let rates = try (0..<rounds).map { _ in (seconds: try annotateAll(), bare: rate(of: bare)) }
        let articles = Double(files.count)
        row("articles a second, one thread", Spread(rates.map { articles / $0.seconds }).description)
        row("words a second, one thread", Spread(rates.map { Double(words) / $0.seconds }).description)
        row("GFLOP an article", Spread.format(operations / 1e9 / articles))
        row("GOP/s, one thread", Spread(rates.map { operations / $0.seconds / 1e9 }).description)
        row("GOP/s of the bare products", Spread(rates.map { $0.bare / 1e9 }).description)
        row("  share of it reached", Spread(rates.map { operations / $0.seconds / $0.bare }).description)
        try printScaling(rounds: rounds)
    }

    /// Operations and word pieces of a round. An article's pieces are taken to stand in windows of one size.
    private func work() throws -> (operations: Double, pieces: Int) {
        var operations = 0.0
        var all = 0
        for file in files {
            let reading = try annotator.read(bytes: file.bytes)
            for annotation in annotator.annotate(reading, file: file.facts) {
                let pieces = annotation.pieces
                let windows = max(1, (pieces + model.configuration.window - 1) / model.configuration.window)
                operations += Double(windows) * model.operations(pieces: pieces / windows, words: pieces / windows)
                all += pieces
            }
        }
        return (operations, all)
    }

    /// Seconds of this thread.
    private func annotateAll() throws -> Double {
        let start = processorTime()
        try annotate()
        return processorTime() - start
    }

    private func annotate() throws {
        for file in files {
            let reading = try annotator.read(bytes: file.bytes)
            _ = annotator.annotate(reading, file: file.facts)
        }
    }

    private func printScaling(rounds: Int) throws {
        for threads in 1...max(4, ProcessInfo.processInfo.activeProcessorCount) {
            let rates = (0..<min(rounds, 3)).map { _ in Double(threads * files.count) / seconds(threads: threads) }
            row("articles a second, \(threads) threads", Spread(rates).description)
        }
    }

    /// Seconds for every thread to annotate all articles.
    private func seconds(threads: Int) -> Double {
        let start = ContinuousClock.now
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            do { try annotate() } catch { fatalError("\(error)") }
        }
        return (ContinuousClock.now - start).seconds
    }

    /// Operations a second.
    private func rate(of bare: borrowing BareProducts) -> Double {
        let start = processorTime()
        let repetitions = 300
        for _ in 0..<repetitions { bare.run() }
        return bare.operations * Double(repetitions) / (processorTime() - start)
    }
}
