import Newswire

/// Files of each format to articles, on one thread: the project's own articles, wrapped as newsrooms get them.
///
/// Beside each rate stands libxml2's own on the same files in the same round, and how much of it is left.
struct FormatBenchmark {
    let corpus: Corpus
    let only: FormatSample.Format?
    let words: NewsWords

    func run(rounds: Int) throws {
        print("readers, bytes to articles, one thread")
        let stories = corpus.files.map { FormatSample(article: $0.bytes) }
        for format in FormatSample.Format.allCases where format == only ?? format {
            try measure(format, format.files(of: stories), rounds)
        }
    }

    private func measure(_ format: FormatSample.Format, _ files: [[UInt8]], _ rounds: Int) throws {
        let size = files.reduce(0) { $0 + Double($1.count) }
        _ = try seconds(files) { _ = try Newswire.read(bytes: $0, words: words) }
        var (ours, bare): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            let taken = try seconds(files) { _ = try Newswire.read(bytes: $0, words: words) }
            ours.append(size / 1e6 / taken)
            bare.append(size / 1e6 / seconds(files, BareParser.read(xml:)))
        }
        row("\(format.title), MB a second", Spread(ours).description)
        row("  libxml2 by itself", Spread(bare).description)
        row("  share of it", Spread(zip(ours, bare).map { $0 / $1 }).description)
    }

    /// Of the processor.
    private func seconds(_ files: [[UInt8]], _ read: ([UInt8]) throws -> Void) rethrows -> Double {
        let start = processorTime()
        for file in files { try read(file) }
        return processorTime() - start
    }
}
