import LanguageKit
import Text

/// Where clauses begin in an article, told once: sentences can be as long as the article.
struct Clauses {
    /// Words that open a clause: "whether", "that".
    private let openers: [Int]
    /// Where a clause begins with all that hangs on it: at ", and" or ";".
    private let starts: [Int]

    init(_ analysis: AnalyzedDocument) {
        let tags = analysis.tags
        openers = tags.indices.filter { tags[$0] == .subordinator || tags[$0] == .wh || tags[$0] == .that }
        starts = tags.indices.dropFirst().filter {
            tags[$0] == .coordinator && tags[$0 - 1] == .comma || tags[$0] == .semicolon
        }
    }

    /// Whether a clause is opened among some tokens.
    func open(in tokens: Range<Int>) -> Bool {
        let first = openers.partitioningIndex(where: { $0 >= tokens.lowerBound })
        return first < openers.count && openers[first] < tokens.upperBound
    }

    /// Where the clause of a sentence begins that a token stands in.
    func start(before token: Int, in sentence: Range<Int>) -> Int {
        let end = starts.partitioningIndex(where: { $0 >= token })
        return end > 0 && starts[end - 1] > sentence.lowerBound ? starts[end - 1] : sentence.lowerBound
    }
}
