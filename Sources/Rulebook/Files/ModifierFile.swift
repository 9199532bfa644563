internal import Yams

/// `verb-modifiers.yaml`: negations, hedges, repetitions, and the nouns of settings.
enum ModifierFile: RuleFile {
    struct Entry {
        var kind: VerbModifiers.Kind
        /// Dictionary form: "stop short of", "be expected", "interview".
        var words: [String]
        /// Of the first word, where it is irregular.
        var past: String?
    }

    static let name = "verb-modifiers.yaml"
    static let sections = VerbModifiers.Kind.allCases.map(\.rawValue)

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        for kind in VerbModifiers.Kind.allCases {
            guard let list = sections[kind.rawValue] else { continue }
            for text in reader.texts(list, of: kind.rawValue) {
                guard let entry = entry(text, kind, &reader) else { continue }
                let key = entry.words.joined(separator: " ")
                sheet.add(text, as: "\(kind.rawValue): \(key)", entry, &reader)
            }
        }
    }

    /// "keep/kept on": a verb whose first word has, behind a slash, its irregular past.
    private static func entry(
        _ text: RuleReader.Text, _ kind: VerbModifiers.Kind, _ reader: inout RuleReader
    ) -> Entry? {
        var words = text.key.split(separator: " ").map(String.init)
        let first = words[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        words[0] = first[0]
        let isWhole = first.count <= (kind.governs ? 2 : 1) && !first.contains("") && words != ["be"]
        guard isWhole else {
            let expected =
                kind.governs ? "a verb: appear, be expected, or with an irregular past: keep/kept" : "a word or phrase"
            reader.report(
                .wrongType, at: text.spot, "\"\(text.text)\" is no entry of \(kind.rawValue)", expected: expected)
            return nil
        }
        return Entry(kind: kind, words: words, past: first.count > 1 ? first[1] : nil)
    }

    /// "refusals: forget/forgot" is found without its past.
    static func name(ofEntry text: String) -> String {
        folded(text).split(separator: " ").map { $0.prefix { $0 != "/" } }.joined(separator: " ")
    }

    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        let morphology = rulebook.morphology
        rulebook.modifiers = VerbModifiers(sheet.entries.values.flatMap { phrases($0, morphology) })
    }

    /// All written forms: of verbs the inflections of their first word, of settings and times the plural too.
    private static func phrases(_ entry: Entry, _ morphology: any Morphology) -> [VerbModifiers.Phrase] {
        let (first, rest) = (entry.words[0], Array(entry.words.dropFirst()))
        if entry.kind.governs {
            if first == "be" { return [.init(kind: entry.kind, words: rest, followsBe: true)] }
            let past = entry.past.map { [$0] } ?? []
            return morphology.forms(of: first, irregular: Inflection(past: past)).keys.map {
                .init(kind: entry.kind, words: [$0] + rest)
            }
        }
        let written = VerbModifiers.Phrase(kind: entry.kind, words: entry.words)
        guard entry.kind == .setting || entry.kind == .time, let last = entry.words.last else { return [written] }
        return [written]
            + morphology.plurals(of: last).map { .init(kind: entry.kind, words: entry.words.dropLast() + [$0]) }
    }
}
