import Rulebook

/// The words of a description that tell something of whom it describes.
struct RoleWords {
    let words: Set<Substring>
    /// Whether the office is over: “the former mayor”, “the ex-mayor”.
    let isFormer: Bool

    /// In letters: "for" and "of" have nothing in common.
    private static let leastWord = 4

    /// - Parameter former: Words that say so, in lower case.
    init(_ description: String, former: Set<String> = []) {
        let all = folded(description).split { !$0.isLetter && $0 != "-" }
        let isOver = { (word: Substring) in former.contains(String(word)) }
        // “ex-mayor” of “ex”
        let parted = all.map { word -> (word: Substring, isOver: Bool) in
            let parts = word.split(separator: "-", maxSplits: 1)
            return parts.count == 2 && isOver(parts[0]) ? (parts[1], true) : (word, isOver(word))
        }
        isFormer = parted.contains(where: \.isOver)
        words = Set(parted.map(\.word).filter { $0.count >= Self.leastWord && !isOver($0) })
    }

    /// How many words they have in common.
    func common(with other: RoleWords) -> Int { words.intersection(other.words).count }
}
