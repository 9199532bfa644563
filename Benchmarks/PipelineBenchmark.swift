import Annotator
import Attribution
import Foundation
import Newswire
import Rulebook
import SystemPackage

/// Bytes to encoded line, on one thread: what a worker of the daemon does with a file before the journal has it.
struct PipelineBenchmark {
    let corpus: Corpus
    let annotator: Annotator

    init(corpus: Corpus, rules: FilePath) throws {
        self.corpus = corpus
        annotator = Annotator(
            rulebooks: try RulebookLoader.load(RuleFolders(shipped: rules, languages: LanguagePacks.rules)),
            version: "bench")
    }

    func run(rounds: Int) throws {
        _ = try round()
        let results = try (0..<rounds).map { _ in try round() }
        print("rule pipeline, bytes to encoded line, one thread: \(corpus.files.count) articles, \(corpus.words) words")
        row("words a second", Spread(results.map { Double(corpus.words) / $0.total }).description)
        row("  of processor time", Spread(results.map { Double(corpus.words) / $0.processor }).description)
        row("articles a second", Spread(results.map { Double(corpus.files.count) / $0.total }).description)
        row("MB of text a second", Spread(results.map { Double(corpus.byteCount) / $0.total / 1e6 }).description)
        row("microseconds an article", Spread(results.map { $0.total * 1e6 / Double(corpus.files.count) }).description)
        row("  of them reading", share(results.map(\.reading)))
        for stage in Stage.allCases { row("  of them \(stage.rawValue)", share(results.map { $0.stages[stage] ?? 0 })) }
        row("quotations an article", Spread.format(Double(results[0].quotations) / Double(corpus.files.count)))
        row("bytes a line", Spread.format(Double(results[0].lineBytes) / Double(corpus.files.count)))
    }

    /// In seconds.
    private struct Round {
        var total = 0.0
        /// What the thread itself was given: the same on a machine that does other things too.
        var processor = 0.0
        var reading = 0.0
        var stages: [Stage: Double] = [:]
        var quotations = 0
        var lineBytes = 0
    }

    private func round() throws -> Round {
        var round = Round()
        let clock = ContinuousClock()
        let start = clock.now
        let processor = processorTime()
        for file in corpus.files {
            let before = clock.now
            let reading = try annotator.read(bytes: file.bytes)
            round.reading += (clock.now - before).seconds
            let annotations = annotator.annotate(reading, file: file.facts) { stage, duration in
                round.stages[stage, default: 0] += duration.seconds
            }
            for annotation in annotations {
                round.quotations += annotation.quotations
                round.lineBytes += annotation.line.count
            }
        }
        round.total = (clock.now - start).seconds
        round.processor = processorTime() - processor
        return round
    }

    private func share(_ seconds: [Double]) -> String {
        Spread(seconds.map { $0 * 1e6 / Double(corpus.files.count) }).description
    }
}

/// Seconds of the calling thread: to be used where nothing suspends.
func processorTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
