import Foundation

/// An entity of a dump, as far as a directory of speakers asks for it.
struct Item: Decodable {
    /// Nil for properties and lexemes.
    let id: ItemID?
    /// Its labels in the languages that are asked for, in their order, and last the one that is meant for all languages.
    let labels: [String]
    let aliases: [String]
    /// Pages in Wikipedias and their sisters; nil where a filter took them out.
    let sitelinks: Int?
    private let claims: [Property: [Statement]]

    /// “mul”: what has one name everywhere.
    private static let anyLanguage = "mul"
    /// In a decoder's `userInfo`: the languages, as Wikidata has them.
    static let languages = CodingUserInfoKey(rawValue: "languages")

    private enum Key: String, CodingKey { case id, labels, aliases, claims, sitelinks }
    private struct Term: Decodable { var value: String }

    init(from decoder: any Decoder) throws {
        let item = try decoder.container(keyedBy: Key.self)
        let asked = Self.languages.flatMap { decoder.userInfo[$0] as? [String] } ?? []
        let languages = (asked + [Self.anyLanguage]).map { LanguageKey(stringValue: $0) }
        id = ItemID(try item.decode(String.self, forKey: .id))
        let labels = try item.map(.labels, keys: LanguageKey.self)
        self.labels = try languages.compactMap { try labels?.decodeIfPresent(Term.self, forKey: $0)?.value }
        let aliases = try item.map(.aliases, keys: LanguageKey.self)
        self.aliases = try languages.flatMap {
            try aliases?.decodeIfPresent([Term].self, forKey: $0)?.map(\.value) ?? []
        }
        sitelinks =
            item.contains(.sitelinks) ? try item.map(.sitelinks, keys: LanguageKey.self)?.allKeys.count ?? 0 : nil
        var claims: [Property: [Statement]] = [:]
        if let all = try item.map(.claims, keys: Property.self) {
            for property in all.allKeys { claims[property] = try all.decode([Statement].self, forKey: property) }
        }
        self.claims = claims
    }

    subscript(property: Property) -> [Statement] { claims[property] ?? [] }

    /// What women who have the office are called.
    func femaleForms(in languages: [String]) -> [String] {
        self[.femaleForm].valid.compactMap { statement in
            guard case .text(let text, let language) = statement.value, languages.contains(language) else { return nil }
            return text
        }
    }
}

/// A language, or a site.
private struct LanguageKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer {
    /// An object within this one; nil where there is none, or nothing in it: PHP writes an empty one as `[]`.
    func map<Inner: CodingKey>(_ key: Key, keys: Inner.Type) throws -> KeyedDecodingContainer<Inner>? {
        guard contains(key) else { return nil }
        if let list = try? nestedUnkeyedContainer(forKey: key), list.isAtEnd { return nil }
        return try nestedContainer(keyedBy: keys, forKey: key)
    }
}
