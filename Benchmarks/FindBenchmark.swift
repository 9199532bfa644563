import Annotator
import Attribution
import Foundation
import Journal
import Logging
import Newswire
import QuotationIndex
import Records
import Rulebook
import SystemPackage

/// Finding among many quotations, and what the index costs.
///
/// The journal is made up: quotations of ten words or so, drawn as words of a language are (the tenth as often as the
/// first, by Zipf's law), by speakers drawn likewise. What is asked are the worst cases: a word that nearly every
/// quotation has, two that each second has and none both, one that only the oldest have.
struct FindBenchmark {
    let quotations: Int
    private static let anArticle = 12

    func run(rounds: Int, corpus: Corpus, rules: FilePath) async throws {
        let folder = try Scratch()
        defer { folder.remove() }
        let journal = folder.path.appending("quoted.jsonl")
        print("find, newest first, the first 50 of \(Spread.format(Double(quotations))) quotations, in milliseconds")
        let bytes = try write(to: journal)
        let indexer = Self.indexer(folder.path.appending("index"), journal)
        let begun = ContinuousClock.now
        try await indexer.rebuild { _, _ in }
        let seconds = (ContinuousClock.now - begun).seconds
        row("index made, quotations a second", Spread.format(Double(quotations) / seconds))
        row("index, of the journal's bytes", Spread.format(Double(indexer.byteCount) / Double(bytes)))
        for (name, query) in Self.queries { try await measure(name, query, in: indexer.path, rounds: rounds) }
        try await measureCost(corpus, rules, rounds: rounds)
    }

    // MARK: Searches

    private static let queries: [(String, Query)] = [
        ("a word that most have", Query(words: "w1")),
        ("two words that most have", Query(words: "w1 w2")),
        ("a rare word", Query(words: "w4711")),
        ("two words, apart in time", Query(words: "old new")),
        ("two words, each in every second", Query(words: "odd even")),
        ("a common word without itself", Query(words: "w1 -w1")),
        ("a word of the oldest", Query(words: "old", since: Timestamp(milliseconds: 0))),
        ("a phrase", Query(words: "\"w1 w2 w3\"")),
        ("beginnings of two letters", Query(words: "w4*")),
        ("of three", Query(words: "w47*")),
        ("all but a common word", Query(words: "-w1")),
        ("a speaker", Query(words: "", speaker: "n40")),
        ("a speaker and a common word", Query(words: "w1", speaker: "n1 n2")),
        ("a class of verbs", Query(words: "", verb: .accuse)),
        ("all", Query(words: "")),
    ]

    private func measure(_ name: String, _ query: Query, in index: FilePath, rounds: Int) async throws {
        var times: [Double] = []
        var count = 0
        for _ in 0...rounds {
            let search = Search(index: index)
            // The file is open already where a daemon is asked.
            _ = try await search.find(Query(words: "nothing has this"))
            let begun = ContinuousClock.now
            count = try await search.find(query).count
            times.append((ContinuousClock.now - begun).seconds * 1000)
        }
        row("\(name) (\(count))", Spread(Array(times.dropFirst())).description)
    }

    // MARK: What indexing costs

    /// The time that the index takes of a thread, beside that of annotating the same articles by the rules.
    private func measureCost(_ corpus: Corpus, _ rules: FilePath, rounds: Int) async throws {
        let annotator = Annotator(
            rulebooks: try RulebookLoader.load(RuleFolders(shipped: rules, languages: LanguagePacks.rules)),
            version: "bench")
        var ratios: [Double] = []
        for _ in 0...rounds {
            let folder = try Scratch()
            defer { folder.remove() }
            let begun = ContinuousClock.now
            let lines = try corpus.files.flatMap { file in
                annotator.annotate(
                    try annotator.read(bytes: file.bytes), file: file.facts
                ).flatMap(\.line)
            }
            let annotating = ContinuousClock.now - begun
            let journal = folder.path.appending("quoted.jsonl")
            try Data(lines).write(to: URL(filePath: journal.string))
            let start = ContinuousClock.now
            try await Self.indexer(folder.path.appending("index"), journal).catchUp()
            ratios.append(100 * (ContinuousClock.now - start).seconds / annotating.seconds)
        }
        row("indexing, % of annotating by rules", Spread(Array(ratios.dropFirst())).description)
    }

    private static func indexer(_ index: FilePath, _ journal: FilePath) -> Indexer {
        Indexer(index: index, journal: journal, logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
    }

    // MARK: A journal

    /// - Returns: Its length.
    private func write(to journal: FilePath) throws -> Int {
        let file = try FileDescriptor.open(
            journal, .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
        defer { try? file.close() }
        var words = Zipf(many: 60_000)
        var names = Zipf(many: 20_000)
        var bytes = 0
        let count = quotations / Self.anArticle
        for number in 0..<count {
            let age = (2 * number < count ? "old " : "new ") + (number.isMultiple(of: 2) ? "even" : "odd")
            let record = Self.record(number, age, &words, &names)
            bytes += try file.writeAll(RecordEncoder().encode(record))
        }
        return bytes
    }

    private static func record(_ number: Int, _ age: String, _ words: inout Zipf, _ names: inout Zipf) -> Record {
        var digest = [UInt8](repeating: 0, count: 32)
        for place in 0..<8 { digest[place] = UInt8(truncatingIfNeeded: number >> (8 * place)) }
        guard let id = Fingerprint(bytes: digest) else { preconditionFailure("there are 32 bytes") }
        var metadata = Metadata()
        metadata.title = "Title \(number) of w\(words.next()) and w\(words.next())"
        var record = Record(
            id: id,
            file: .init(path: "\(number).txt", format: "text", encoding: "utf-8", bytes: 1, sha256: id, item: 1),
            article: .init(metadata), text: nil,
            producer: .init(version: "bench", engine: .rules, rules: "sha256:" + id.hex),
            annotatedAt: Timestamp(milliseconds: 1_700_000_000_000 + Int64(number) * 1000))
        let classes = VerbClass.allCases
        for place in 1...anArticle {
            let text = (0..<10).map { _ in "w\(words.next())" }.joined(separator: " ") + " " + age
            let verb = place.isMultiple(of: 3) ? classes[(number + place) % classes.count] : .say
            record.quotations.append(
                .init(
                    id: "q\(place)", type: .direct, content: [Span(0, 9)], text: text,
                    cue: .init(spans: [Span(0, 1)], text: "said", lemma: "say", verbClass: verb, stance: .neutral),
                    source: .init(spans: [Span(0, 1)], text: "he"), speaker: "s\(place)", confidence: 0.9,
                    foundBy: .init(engine: .rules, rule: "bench")))
            record.speakers.append(
                .init(
                    id: "s\(place)", kind: .person, name: "n\(names.next()) n\(names.next())", role: "mayor",
                    mentions: [],
                    quotations: 1))
        }
        return record
    }
}

/// Numbers from 1, each as often as words of a language are by their rank.
private struct Zipf {
    private let sums: [Double]
    private var state: UInt64 = 42

    init(many: Int) {
        var sum = 0.0
        sums = (1...many).map { rank in
            sum += 1 / Double(rank)
            return sum
        }
    }

    mutating func next() -> Int {
        // Marsaglia, "Xorshift RNGs": enough for drawing words.
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        let drawn = Double(state >> 11) * 0x1p-53 * (sums.last ?? 1)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < drawn { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}
