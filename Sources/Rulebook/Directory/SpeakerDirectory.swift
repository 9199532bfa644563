/// A user's own list of people and bodies, by whose ids speakers are known across articles.
package struct SpeakerDirectory: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        /// The user's own, such as a Wikidata item.
        package var id: String
        package var name: String
        package var aliases: [String]
        package var role: String?

        package init(id: String, name: String, aliases: [String] = [], role: String? = nil) {
            (self.id, self.name, self.aliases, self.role) = (id, name, aliases, role)
        }
    }

    package private(set) var entries: [Entry] = []
    private var byName: [String: [Int]] = [:]
    /// Of names of three words or more, "first last": articles leave out middle names.
    private var byEnds: [String: [Int]] = [:]
    /// "the ", which some newsrooms put before a body's name.
    private let articles: [String]

    /// - Parameter articles: In lower case.
    package init(_ entries: [Entry] = [], articles: [String] = []) {
        self.articles = articles.map { $0 + " " }
        for entry in entries { add(entry) }
    }

    private mutating func add(_ entry: Entry) {
        let place = entries.count
        entries.append(entry)
        for name in Set(([entry.name] + entry.aliases).map(key)) { byName[name, default: []].append(place) }
        for ends in Set(([entry.name] + entry.aliases).compactMap { Self.ends(key($0)) }) {
            byEnds[ends, default: []].append(place)
        }
    }

    /// The entries that a name may be of, in the directory's order: those with that very name, else those whose first and
    /// last words are its first and last.
    package func entries(named name: String) -> [Entry] {
        let key = key(name)
        let found = byName[key] ?? Self.ends(key).flatMap { byEnds[$0] } ?? []
        return found.map { entries[$0] }
    }

    /// Whatever newsrooms do with accents, full stops and articles.
    private func key(_ name: String) -> String {
        let key = folded(name.withoutAccents.replacing(".", with: ""))
        return articles.first(where: key.hasPrefix).map { String(key.dropFirst($0.count)) } ?? key
    }

    private static func ends(_ key: String) -> String? {
        let words = key.split(separator: " ")
        guard words.count > 1, let first = words.first, let last = words.last else { return nil }
        return "\(first) \(last)"
    }
}
