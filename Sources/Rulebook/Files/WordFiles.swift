internal import Yams

/// `abbreviations.yaml`: words that end in a full stop which need not end a sentence.
enum AbbreviationFile: RuleFile {
    static let name = "abbreviations.yaml"
    static let sections = ["never-end", "before-number", "may-end"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Abbreviation>, _ reader: inout RuleReader) {
        for section in Self.sections {
            guard let list = sections[section] else { continue }
            for word in reader.texts(list, of: section) {
                let bare = RuleReader.Text(
                    text: word.text.hasSuffix(".") ? String(word.text.dropLast()) : word.text, spot: word.spot)
                let abbreviation = Abbreviation(
                    canEndSentence: section != "never-end", onlyBeforeNumber: section == "before-number",
                    written: bare.text)
                sheet.add(bare, abbreviation, &reader)
            }
        }
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
}

/// `metonyms.yaml`: places that stand for a government or body.
enum MetonymFile: RuleFile {
    static let name = "metonyms.yaml"
    static let sections = ["metonyms"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Void>, _ reader: inout RuleReader) {
        reader.add(sections["metonyms"], of: "metonyms", to: &sheet, as: ())
    }
}

/// `organizations.yaml`: words that make a name an organization's.
enum OrganizationFile: RuleFile {
    static let name = "organizations.yaml"
    static let sections = ["words"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Void>, _ reader: inout RuleReader) {
        reader.add(sections["words"], of: "words", to: &sheet, as: ())
    }
}
