import Rulebook

/// Ways to spoil an article, each of which has happened to some article on its way through some system.
package enum Mutation: CaseIterable {
    case deleteWords, doubleWords, swapWords, dropMarks, doubleMarks, otherMarks, punctuate, nest, joinSentences
    case joinParagraphs, splitParagraphs, insertVerbs, insertOdd, capitalize, lower, cut, repeatPart

    /// - Parameter words: What stands between spaces; line breaks are words too.
    package func apply(to words: inout [String], using generator: inout SplitMix) {
        guard !words.isEmpty else { return }
        let times = 1 + generator.below(max(words.count / 8, 1))
        switch self {
        case .deleteWords: for _ in 0..<times where !words.isEmpty { words.remove(at: generator.below(words.count)) }
        case .doubleWords: repeated(times, &words, &generator) { word, _ in [word, word] }
        case .swapWords: for _ in 0..<times { words.swapAt(generator.below(words.count), generator.below(words.count)) }
        case .dropMarks: each(&words, &generator) { String($0.filter { !Self.marks.contains($0) }) }
        case .doubleMarks:
            each(&words, &generator) { $0.map { Self.marks.contains($0) ? "\($0)\($0)" : "\($0)" }.joined() }
        case .otherMarks:
            let (old, new) = (generator.pick(Self.marks), generator.pick(Self.marks))
            words = words.map { String($0.map { $0 == old ? new : $0 }) }
        case .punctuate:
            for _ in 0..<times { words.insert(Self.punctuation(&generator), at: generator.below(words.count)) }
        case .nest: nest(&words, &generator)
        case .joinSentences: each(&words, &generator) { String($0.filter { !".?!".contains($0) }) }
        case .joinParagraphs: each(&words, &generator) { $0 == "\n" ? "" : $0 }
        case .splitParagraphs: repeated(times, &words, &generator) { word, _ in ["\n", "\n", word] }
        case .insertVerbs: repeated(times, &words, &generator) { [$1.pick(Self.verbs), $0] }
        case .insertOdd: repeated(times, &words, &generator) { [$0 + $1.pick(Self.odd)] }
        case .capitalize: each(&words, &generator) { $0.prefix(1).uppercased() + $0.dropFirst() }
        case .lower: each(&words, &generator) { $0.lowercased() }
        case .cut: words = Array(words[generator.below(words.count)...])
        case .repeatPart:
            let start = generator.below(words.count)
            words += words[start..<min(start + 60, words.count)]
        }
    }

    private func nest(_ words: inout [String], _ generator: inout SplitMix) {
        let depth = 1 + generator.below(12)
        for level in 0..<depth {
            let start = generator.below(words.count)
            let end = start + generator.below(words.count - start)
            let (open, close) = Self.pairs[level % Self.pairs.count]
            words[start] = open + words[start]
            words[end] += close
        }
    }

    private func repeated(
        _ times: Int, _ words: inout [String], _ generator: inout SplitMix,
        _ change: (String, inout SplitMix) -> [String]
    ) {
        for _ in 0..<times {
            let i = generator.below(words.count)
            words.replaceSubrange(i...i, with: change(words[i], &generator))
        }
    }

    /// Every word by a chance of its own, from seldom to always.
    private func each(_ words: inout [String], _ generator: inout SplitMix, _ change: (String) -> String) {
        let chance = 1 + generator.below(4)
        for i in words.indices where generator.below(4) < chance { words[i] = change(words[i]) }
    }

    private static func punctuation(_ generator: inout SplitMix) -> String {
        (0...generator.below(9)).map { _ in String(generator.pick(marks)) }.joined()
    }

    static let marks: [Character] = Array("“”‘’\"'`«»‹›„‚,.;:?!…—–-()[]")
    private static let pairs = [
        ("“", "”"), ("‘", "’"), ("\"", "\""), ("'", "'"), ("``", "''"), ("«", "»"), ("(", ")"), ("„", "“"),
    ]
    private static let odd = [
        "\u{301}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{A0}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{93}", "\u{94}",
        "🍜", "👩🏽‍🚀", "İ",
        "ﬁ", "漢字", "\u{10FFFF}", "’s", "'s", ".", "..", "…,”", ",”", "?”", "(", ")",
    ]
    /// Whatever the rules look for: forms of reporting verbs, words of phrases, conjunctions, pronouns.
    static let verbs: [String] =
        Shipped.rulebook.verbs.byForm.keys.sorted()
        + Shipped.rulebook.phrases.map { $0.pattern.words.joined(separator: " ") }
        + Shipped.rulebook.nouns.keys.sorted() + Shipped.rulebook.roles.keys.sorted()
        + [
            "that", "who", "which", "whether", "to", "and", "but", "he", "she", "they", "it", "not", "according to",
            "of", "asked",
        ]
}

extension SplitMix {
    /// Several mutations of an article, one over the other.
    package mutating func mutant(of text: String) -> String {
        var words = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.split(separator: " ").map(String.init) }.joined(separator: [["\n"]].joined()).map { $0 }
        for _ in 0...below(5) { pick(Mutation.allCases).apply(to: &words, using: &self) }
        return words.joined(separator: " ")
    }
}
