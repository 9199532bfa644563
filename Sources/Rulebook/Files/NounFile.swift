internal import Yams

/// `reporting-nouns.yaml`: "claim", "warning", "belief".
enum NounFile: RuleFile {
    struct Entry {
        var noun: ReportingNoun
        /// Nil for the regular ones.
        var plurals: [String]?
    }

    static let name = "reporting-nouns.yaml"
    static let sections = ["nouns"]
    static let keys = ["nouns": ["class", "stance", "plural"]]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        guard let nouns = sections["nouns"] else { return }
        for (key, value) in reader.pairs(nouns, of: "nouns") {
            let what = "noun \"\(key.text)\""
            guard let fields = reader.fields(value, keys(of: "nouns"), of: what) else { continue }
            let plurals = fields["plural"].map { reader.texts($0, of: "plural").map(\.key) }
            guard let (verbClass, stance) = reader.meaning(fields, of: key, what) else { continue }
            let noun = ReportingNoun(lemma: key.key, verbClass: verbClass, stance: stance)
            sheet.add(key, Entry(noun: noun, plurals: plurals), &reader)
        }
    }

    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        let entries = sheet.entries
        var nouns: [String: ReportingNoun] = [:]
        for entry in entries.values {
            let plurals = entry.plurals ?? rulebook.morphology.plurals(of: entry.noun.lemma)
            for plural in plurals where entries[plural] == nil { nouns[plural] = entry.noun }
        }
        rulebook.nouns = nouns.merging(entries.mapValues(\.noun)) { _, written in written }
    }
}
