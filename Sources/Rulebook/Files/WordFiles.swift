internal import Yams

/// `abbreviations.yaml`: words that end in a full stop which need not end a sentence.
enum AbbreviationFile: RuleFile {
    static let name = "abbreviations.yaml"
    static let sections = ["never-end", "before-number", "may-end"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Abbreviation>, _ reader: inout RuleReader) {
        for section in Self.sections {
            guard let list = sections[section] else { continue }
            for word in reader.texts(list, of: section) {
                guard !word.text.contains(where: \.isWhitespace) else {
                    reader.report(
                        .unknownValue, .warning, at: word.spot, "no abbreviation is found by \"\(word.text)\"",
                        expected: "one word: Lt., Gov.")
                    continue
                }
                let abbreviation = Abbreviation(
                    canEndSentence: section != "never-end", onlyBeforeNumber: section == "before-number",
                    written: withoutStop(word.text))
                sheet.add(word, as: name(ofEntry: word.text), abbreviation, &reader)
            }
        }
    }

    /// The last full stop may be left out.
    private static func withoutStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

    static func name(ofEntry text: String) -> String { folded(withoutStop(text)) }

    static func enter(_ sheet: Sheet<Abbreviation>, into rulebook: inout Rulebook) {
        rulebook.abbreviations = sheet.entries
    }
}

/// `nationalities.yaml`: a country or other bearer, then its adjectives and people-words.
enum NationalityFile: RuleFile {
    static let name = "nationalities.yaml"
    static let sections = ["nationalities"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<String>, _ reader: inout RuleReader) {
        guard let nationalities = sections["nationalities"] else { return }
        for (bearer, words) in reader.pairs(nationalities, of: "nationalities") {
            reader.add(words, of: bearer.text, to: &sheet, as: bearer.text)
        }
    }

    static func enter(_ sheet: Sheet<String>, into rulebook: inout Rulebook) {
        rulebook.nationalities = sheet.entries
    }
}

/// `metonyms.yaml`: places that stand for a government or body.
enum MetonymFile: RuleFile {
    static let name = "metonyms.yaml"
    static let sections = ["metonyms"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Void>, _ reader: inout RuleReader) {
        reader.add(sections["metonyms"], of: "metonyms", to: &sheet, as: ())
    }

    static func enter(_ sheet: Sheet<Void>, into rulebook: inout Rulebook) {
        rulebook.metonyms = Set(sheet.entries.keys)
    }
}

/// `organizations.yaml`: words that make a name an organization's.
enum OrganizationFile: RuleFile {
    static let name = "organizations.yaml"
    static let sections = ["words"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Void>, _ reader: inout RuleReader) {
        reader.add(sections["words"], of: "words", to: &sheet, as: ())
    }

    static func enter(_ sheet: Sheet<Void>, into rulebook: inout Rulebook) {
        rulebook.organizations = Set(sheet.entries.keys)
    }
}
