internal import Yams

/// The three lists that people-words are sorted into by gender; nil where a word says nothing of it.
private let genders: [(name: String, gender: Gender?)] = [("any", nil), ("female", .female), ("male", .male)]

extension RuleReader {
    /// Adds the words of lists by gender: `{any: […], female: […], male: […]}`.
    fileprivate mutating func addByGender<Entry>(
        _ node: Node?, of what: String, to sheet: inout Sheet<Entry>, as entry: (Text, Gender?) -> (Text, Entry)
    ) {
        guard let node, let fields = fields(node, genders.map(\.name), of: what) else { return }
        for (name, gender) in genders {
            guard let list = fields[name] else { continue }
            for word in texts(list, of: "\(what): \(name)") {
                let (key, entry) = entry(word, gender)
                sheet.add(key, entry, &self)
            }
        }
    }
}

/// `titles.yaml`: words before a name.
enum TitleFile: RuleFile {
    static let name = "titles.yaml"
    static let sections = ["courtesy", "office"]
    static let keys = ["courtesy": genders.map(\.name), "office": genders.map(\.name)]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Title>, _ reader: inout RuleReader) {
        for section in Self.sections {
            reader.addByGender(sections[section], of: section, to: &sheet) { word, gender in
                (word, Title(gender: gender, courtesy: section == "courtesy"))
            }
        }
    }

    static func enter(_ sheet: Sheet<Title>, into rulebook: inout Rulebook) { rulebook.titles = sheet.entries }
}

/// `roles.yaml`: nouns for people, groups and bodies who can speak.
enum RoleFile: RuleFile {
    struct Entry {
        var role: Role
        var plural: Plural
    }

    enum Plural {
        case regular
        case irregular(String)
        /// The word is plural itself.
        case own
    }

    static let name = "roles.yaml"
    static let sections = ["people", "groups", "bodies", "papers"]
    static let keys = ["people": genders.map(\.name)]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        reader.addByGender(sections["people"], of: "people", to: &sheet) { word, gender in
            entry(word, Role(kind: .person, gender: gender))
        }
        let group = Role(kind: .person, isPlural: true)
        reader.add(sections["groups"], of: "groups", to: &sheet, as: Entry(role: group, plural: .own))
        for (section, role) in [("bodies", Role(kind: .body)), ("papers", Role(kind: .paper))] {
            guard let list = sections[section] else { continue }
            for word in reader.texts(list, of: section) {
                let (key, entry) = entry(word, role)
                sheet.add(key, entry, &reader)
            }
        }
    }

    /// "wife/wives" gives the plural; without a slash it is regular.
    private static func entry(_ word: RuleReader.Text, _ role: Role) -> (RuleReader.Text, Entry) {
        let parts = word.text.split(separator: "/", maxSplits: 1).map(String.init)
        let singular = RuleReader.Text(text: parts.first ?? word.text, spot: word.spot)
        return (singular, Entry(role: role, plural: parts.count > 1 ? .irregular(folded(parts[1])) : .regular))
    }

    /// "wife/wives" is found by its singular.
    static func name(ofEntry text: String) -> String { folded(String(text.prefix { $0 != "/" })) }

    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        let entries = sheet.entries
        var roles = entries.mapValues(\.role)
        for (noun, entry) in entries {
            var role = entry.role
            (role.isPlural, role.singular) = (true, noun)
            for plural in plurals(of: noun, entry.plural, rulebook.morphology) where entries[plural] == nil {
                roles[plural] = role
            }
        }
        rulebook.roles = roles
    }

    private static func plurals(of noun: String, _ plural: Plural, _ morphology: any Morphology) -> [String] {
        switch plural {
        case .regular: morphology.plurals(of: noun)
        case .irregular(let plural): [plural]
        case .own: []
        }
    }
}

/// `given-names.yaml`: given names by gender.
enum GivenNameFile: RuleFile {
    static let name = "given-names.yaml"
    static let sections = ["female", "male", "either"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Gender>, _ reader: inout RuleReader) {
        for (name, gender) in [("female", Gender.female), ("male", .male), ("either", .either)] {
            reader.add(sections[name], of: name, to: &sheet, as: gender)
        }
    }

    /// Names with accents are also known without them, since not every newsroom writes them.
    static func enter(_ sheet: Sheet<Gender>, into rulebook: inout Rulebook) {
        var names = sheet.entries
        for (name, gender) in sheet.entries where !name.utf8.allSatisfy({ $0 < 0x80 }) {
            let plain = name.withoutAccents
            if sheet.entries[plain] == nil { names[plain] = gender }
        }
        rulebook.givenNames = names
    }
}
