internal import Yams

/// `grammar-words.yaml`: pronouns, articles, particles, numbers: small words by what they do.
enum GrammarWordFile: RuleFile {
    struct Entry {
        var word: String
        var use: GrammarWord
    }

    static let name = "grammar-words.yaml"
    static let sections = GrammarWord.allCases.map(\.name)

    /// A word may stand in several lists, so its key carries the list's name; `remove` takes the same ("kin: wife").
    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        for use in GrammarWord.allCases {
            guard let list = sections[use.name] else { continue }
            for word in reader.texts(list, of: use.name) {
                sheet.add(word, as: "\(use.name): \(word.key)", Entry(word: word.key, use: use), &reader)
            }
        }
    }

    static func words(_ entries: [String: Entry]) -> [String: GrammarWords] {
        entries.values.reduce(into: [:]) { words, entry in
            words[entry.word, default: []].insert(GrammarWords(entry.use))
        }
    }
}
