internal import Yams

/// `word-classes.yaml`: determiners, prepositions, auxiliaries, verbs: what the words around a reporting verb are.
enum WordClassFile: RuleFile {
    enum Entry {
        case listed(String, WordClass)
        case verb(String, nounLike: Bool)
        /// Dictionary form, past, participle.
        case irregular(String, Inflection)
    }

    static let name = "word-classes.yaml"
    static let sections = WordClass.listed.map(\.name) + ["verbs", "noun-verbs", "irregular"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        for (name, wordClass) in WordClass.listed {
            add(sections[name], of: name, to: &sheet, &reader) { .listed($0, wordClass) }
        }
        add(sections["verbs"], of: "verbs", to: &sheet, &reader) { .verb($0, nounLike: false) }
        add(sections["noun-verbs"], of: "noun-verbs", to: &sheet, &reader) { .verb($0, nounLike: true) }
        if let irregular = sections["irregular"] {
            for (verb, value) in reader.pairs(irregular, of: "irregular") {
                let forms = reader.texts(value, of: verb.text).map(\.key)
                guard forms.count == 2 else {
                    reader.report(
                        .wrongType, at: verb.spot, "irregular verb \"\(verb.text)\" has \(forms.count) forms",
                        expected: "its past and its participle: \(verb.text): [past, participle]")
                    continue
                }
                let inflection = Inflection(past: [forms[0]], participle: [forms[1]])
                sheet.add(verb, as: "irregular: \(verb.key)", .irregular(verb.key, inflection), &reader)
            }
        }
    }

    /// A word may stand in several lists, so its key carries the list's name; `remove` takes the same ("verbs: plan").
    private static func add(
        _ node: Node?, of section: String, to sheet: inout Sheet<Entry>, _ reader: inout RuleReader,
        _ entry: (String) -> Entry
    ) {
        guard let node else { return }
        for word in reader.texts(node, of: section) {
            sheet.add(word, as: "\(section): \(word.key)", entry(word.key), &reader)
        }
    }

    /// All written forms with their classes.
    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        let entries = sheet.entries
        var classes: [String: WordClass] = [:]
        var inflections: [String: Inflection] = [:]
        for case .irregular(let verb, let inflection) in entries.values { inflections[verb] = inflection }
        for entry in entries.values {
            switch entry {
            case .listed(let word, let wordClass): classes[word, default: []].insert(wordClass)
            case .verb(let verb, let nounLike):
                let irregular = inflections[verb] ?? Inflection()
                for (form, forms) in rulebook.morphology.forms(of: verb, irregular: irregular) {
                    classes[form, default: []].formUnion(WordClass(forms))
                    if nounLike, !forms.isDisjoint(with: [.base, .thirdPerson]) {
                        classes[form, default: []].insert(.nounLike)
                    }
                }
            case .irregular: break
            }
        }
        rulebook.wordClasses = classes
    }
}
