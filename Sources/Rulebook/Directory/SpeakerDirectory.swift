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

    package init(_ entries: [Entry] = []) {
        for entry in entries { add(entry) }
    }

    package mutating func add(_ entry: Entry) {
        let place = entries.count
        entries.append(entry)
        for name in Set(([entry.name] + entry.aliases).map(Self.key)) { byName[name, default: []].append(place) }
        for ends in Set(([entry.name] + entry.aliases).compactMap { Self.ends(Self.key($0)) }) {
            byEnds[ends, default: []].append(place)
        }
    }

    /// The entries that a name may be of, in the directory's order: those with that very name, else those whose first and
    /// last words are its first and last.
    package func entries(named name: String) -> [Entry] {
        let key = Self.key(name)
        let found = byName[key] ?? Self.ends(key).flatMap { byEnds[$0] } ?? []
        return found.map { entries[$0] }
    }

    /// Whatever newsrooms do with accents, full stops and "the".
    private static func key(_ name: String) -> String {
        let key = folded(name.withoutAccents.replacing(".", with: ""))
        return key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
    }

    private static func ends(_ key: String) -> String? {
        let words = key.split(separator: " ")
        guard words.count > 1, let first = words.first, let last = words.last else { return nil }
        return "\(first) \(last)"
    }
}
