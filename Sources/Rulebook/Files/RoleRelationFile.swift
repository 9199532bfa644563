internal import Yams

/// `role-relations.yaml`: which words for people can mean the same one, which keep one from being named, and what the ends of
/// words and letters behind names say.
enum RoleRelationFile: RuleFile {
    enum Entry {
        /// The words of a line, its key first.
        case same([String])
        /// The names of a line, its key first.
        case sameBody([String])
        case anonymous(String)
        case forOthers(String)
        case epithet(String)
        case trade(String)
        case publicBody(String)
        case bodysThing(String)
        case generalBody(String)
        case former(String)
        /// The words that the letter stands for, the party first.
        case party(letter: String, [String])
        /// The words by which somebody becomes what the noun says.
        case toldOf(noun: String, [String])
        /// How old one is whom the noun can be said of, in years.
        case ages(noun: String, ClosedRange<Int>)
        case company(String)
        case noCompany(String)
        case womansEnding(String)
        case mansEnding(String)
        case peoplesEnding(String)
    }

    static let name = "role-relations.yaml"
    private static let lists: [(section: String, entry: @Sendable (String) -> Entry)] = [
        ("anonymous", Entry.anonymous), ("for-others", Entry.forOthers), ("epithets", Entry.epithet),
        ("trades", Entry.trade), ("public-bodies", Entry.publicBody),
        ("of-bodies", Entry.bodysThing), ("general-bodies", Entry.generalBody), ("former", Entry.former),
        ("companies", Entry.company), ("no-companies", Entry.noCompany),
        ("woman-endings", Entry.womansEnding),
        ("man-endings", Entry.mansEnding), ("people-endings", Entry.peoplesEnding),
    ]
    static let sections = ["same", "same-bodies", "parties", "told-of", "ages"] + lists.map(\.section)

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        for (section, entry) in [("same", Entry.same), ("same-bodies", Entry.sameBody)] {
            guard let lines = sections[section] else { continue }
            for (key, words) in reader.pairs(lines, of: section) {
                let others = reader.texts(words, of: key.text).map(\.key)
                sheet.add(key, as: "\(section): \(key.key)", entry([key.key] + others), &reader)
            }
        }
        if let parties = sections["parties"] {
            for (letter, words) in reader.pairs(parties, of: "parties") {
                let words = reader.texts(words, of: letter.text).map(\.key)
                sheet.add(letter, as: "parties: \(letter.key)", .party(letter: letter.key, words), &reader)
            }
        }
        if let nouns = sections["ages"] {
            for (noun, ages) in reader.pairs(nouns, of: "ages") {
                let years = reader.texts(ages, of: noun.text).compactMap { Int($0.key) }
                guard years.count == 2, years[0] <= years[1] else {
                    reader.report(
                        .wrongType, at: ages.spot, "the ages of \(noun.text) are no range",
                        expected: "two ages: [13, 19]")
                    continue
                }
                sheet.add(noun, as: "ages: \(noun.key)", .ages(noun: noun.key, years[0]...years[1]), &reader)
            }
        }
        if let nouns = sections["told-of"] {
            for (noun, words) in reader.pairs(nouns, of: "told-of") {
                let words = reader.texts(words, of: noun.text).map(\.key)
                sheet.add(noun, as: "told-of: \(noun.key)", .toldOf(noun: noun.key, words), &reader)
            }
        }
        // A word may stand in several sections, so its name carries the section's; `remove` takes the same.
        for (section, entry) in lists {
            guard let list = sections[section] else { continue }
            for word in reader.texts(list, of: section) {
                sheet.add(word, as: "\(section): \(word.key)", entry(word.key), &reader)
            }
        }
    }

    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        var relations = RoleRelations()
        for (key, entry) in sheet.entries {
            switch entry {
            case .same(let words):
                for word in words { relations.lines[word, default: []].insert(key) }
                relations.words[key] = words
            case .sameBody(let names): for name in names { relations.bodyNames[name] = names }
            case .anonymous(let word): relations.anonymous.insert(word)
            case .forOthers(let word): relations.forOthers.insert(word)
            case .epithet(let word): relations.epithets.insert(word)
            case .trade(let word): relations.trades.insert(word)
            case .publicBody(let word): relations.publicBodies.insert(word)
            case .bodysThing(let word): relations.bodysThings.insert(word)
            case .generalBody(let word): relations.generalBodies.insert(word)
            case .former(let word): relations.former.insert(word)
            case .company(let word): relations.companies.insert(word)
            case .noCompany(let word): relations.noCompanies.insert(word)
            case .ages(let noun, let ages): relations.ages[noun] = ages
            case .party(let letter, let words): relations.parties[letter] = words
            case .toldOf(let noun, let words): for word in words { relations.toldOf[word] = noun }
            case .womansEnding(let ending): relations.womansEndings.insert(ending)
            case .mansEnding(let ending): relations.mansEndings.insert(ending)
            case .peoplesEnding(let ending): relations.peoplesEndings.insert(ending)
            }
        }
        rulebook.roleRelations = relations
    }
}
