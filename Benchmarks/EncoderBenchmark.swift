import Annotator
import Encoder
import Foundation
import Newswire

/// The model's forward pass over the corpus, against the rate of the products that it cannot do without.
struct EncoderBenchmark {
    private let articles: [[Window]]
    private let words: Int
    private let model: Model
    /// Seconds.
    private let loading: [Double]
    private let splitting: Double
    private let operations: Double

    /// Enough for a round of some seconds.
    private static let mostArticles = 20

    init(corpus: Corpus, directory: String, precision: Precision) throws {
        model = try Model.load(directory: directory, precision: precision)
        loading = try (0..<5).map { _ in
            let start = processorTime()
            _ = try Model.load(directory: directory, precision: precision)
            return processorTime() - start
        }
        let texts = try corpus.files.prefix(Self.mostArticles).flatMap { file in
            try Newswire.read(bytes: file.bytes, words: NewsWords(NewsVocabulary())).articles
                .map { Array($0.text.unicodeScalars) }
        }
        let (model, before) = (model, processorTime())
        articles = texts.map { Self.windows(of: $0, model) }
        splitting = processorTime() - before
        words = corpus.words * texts.count / corpus.files.count
        operations = articles.joined().reduce(0) {
            $0 + model.operations(pieces: $1.pieces.count, words: $1.words.count)
        }
    }

    func run(rounds: Int) throws {
        let configuration = model.configuration
        let pieces = articles.joined().reduce(0) { $0 + $1.pieces.count }
        print(
            "model \(model.name) \(model.version), \(model.precision.rawValue), \(model.kernelsName) kernels: "
                + "\(articles.count) articles, \(words) words, \(pieces) pieces")
        row("milliseconds to load", spread(loading.map { $0 * 1e3 }))
        row("microseconds an article, splitting", Spread.format(splitting * 1e6 / Double(articles.count)))
        row("GFLOP an article", Spread.format(operations / 1e9 / Double(articles.count)))
        // In turn, so that both meet the same moods of the machine; and in processor time.
        let bare = try BareProducts(configuration, precision: model.precision, rows: 256)
        var workspace = try Workspace(for: model)
        _ = scoreAll(in: &workspace)
        var rates: [(whole: Double, bare: Double)] = []
        for _ in 0..<rounds { rates.append((operations / scoreAll(in: &workspace), rate(of: bare))) }
        row("articles a second, one thread", spread(rates.map { $0.whole / operations * Double(articles.count) }))
        row("GOP/s, one thread", spread(rates.map { $0.whole / 1e9 }))
        row("GOP/s of the bare products", spread(rates.map { $0.bare / 1e9 }))
        row("  share of it reached", spread(rates.map { $0.whole / $0.bare }))
        try printScaling(rounds: rounds)
    }

    private func printScaling(rounds: Int) throws {
        let before = Self.residentMemory()
        for threads in 1...max(4, ProcessInfo.processInfo.activeProcessorCount) {
            let rates = try (0..<min(rounds, 3)).map { _ in
                Double(threads * articles.count) / (try seconds(threads: threads))
            }
            row("articles a second, \(threads) threads", spread(rates))
            if threads == 4 { row("  resident MiB with 4 workspaces", Spread.format(Self.residentMemory())) }
        }
        row("resident MiB with one workspace", Spread.format(before))
    }

    /// Seconds of this thread to score all articles.
    private func scoreAll(in workspace: inout Workspace) -> Double {
        let start = processorTime()
        for window in articles.joined() { _ = model.score(window, in: &workspace) }
        return processorTime() - start
    }

    /// Seconds for every thread to score all articles, with a workspace of its own.
    private func seconds(threads: Int) throws -> Double {
        let workspaces = Workspaces(for: model)
        let start = ContinuousClock.now
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            do {
                try workspaces.withWorkspace { workspace in
                    for window in articles.joined() { _ = model.score(window, in: &workspace) }
                }
            } catch {
                fatalError("\(error)")
            }
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

    private func spread(_ values: [Double]) -> String { Spread(values).description }

    /// In MiB.
    private static func residentMemory() -> Double {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
    }
}

extension EncoderBenchmark {
    /// Lines packed into windows, as many as there is room for, and cut where there is none.
    private static func windows(of text: [Unicode.Scalar], _ model: Model) -> [Window] {
        var pieces = Pieces()
        model.wordPiece.split(text[...], into: &pieces)
        let room = model.configuration.window - 2
        return stride(from: 0, to: pieces.count, by: room).map { start in
            window(pieces, start..<min(start + room, pieces.count), model)
        }
    }

    private static func window(_ pieces: Pieces, _ range: Range<Int>, _ model: Model) -> Window {
        let ids = [model.wordPiece.beginning] + pieces.ids[range] + [model.wordPiece.separator]
        return Window(
            pieces: ids, features: model.configuration.features.map { _ in [UInt8](repeating: 0, count: ids.count) },
            words: range.filter { pieces.beginsWord[$0] }.map { Int32($0 - range.lowerBound + 1) })
    }
}
