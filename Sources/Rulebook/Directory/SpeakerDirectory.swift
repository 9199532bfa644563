/// A user's own list of people and bodies, by whose ids speakers are known across articles.
///
/// Making it is linear in its names, looking up in the entries that are found.
package struct SpeakerDirectory: Sendable, Hashable {
    package private(set) var entries: [Entry] = []
    private var byName: [String: [Int]] = [:]
    /// Of names of three words or more, "first last": articles leave out middle names.
    private var byEnds: [String: [Int]] = [:]
    /// Whose name or alias a word is the last one of, with others before it; `several` where they are several.
    private var byLastWord: [String: Int] = [:]
    private static let several = -1
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
        let names = Set(([entry.name] + entry.aliases).map(key))
        for name in names { byName[name, default: []].append(place) }
        for ends in Set(names.compactMap(Self.ends)) { byEnds[ends, default: []].append(place) }
        guard entry.kind != .organization else { return }
        for word in Set(names.compactMap(Self.lastWord)) {
            byLastWord[word] = byLastWord[word].map { $0 == place ? place : Self.several } ?? place
        }
    }

    /// The entries that a name may be of, in the directory's order: those with that very name, else those whose first and
    /// last words are its first and last.
    package func entries(named name: String) -> [Entry] { places(of: key(name)).map { entries[$0] } }

    /// The same of one kind, or of a kind that is not said.
    ///
    /// A single word is no person's name here if it ends another person's: “Müller” is any of the Müllers.
    package func entries(named name: String, of kind: Entry.Kind) -> [Entry] {
        let key = key(name)
        return places(of: key).filter { isOne(kind, key, $0) }.map { entries[$0] }
    }

    /// What all persons of a name are said to be; nil where one of them is not said to be either.
    package func gender(ofPersonNamed name: String) -> Gender? {
        let key = key(name)
        var stated: Gender?
        for place in places(of: key) where isOne(.person, key, place) {
            guard let gender = entries[place].gender, stated == nil || stated == gender else { return nil }
            stated = gender
        }
        return stated
    }

    // MARK: Names

    private func places(of key: String) -> [Int] { byName[key] ?? Self.ends(key).flatMap { byEnds[$0] } ?? [] }

    private func isOne(_ kind: Entry.Kind, _ key: String, _ place: Int) -> Bool {
        let own = entries[place].kind
        return (own == nil || own == kind) && (kind != .person || !isSurname(key, butOf: place))
    }

    private func isSurname(_ key: String, butOf place: Int) -> Bool {
        guard !key.contains(" "), let bearer = byLastWord[key] else { return false }
        return bearer != place
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

    private static func lastWord(_ key: String) -> String? {
        let words = key.split(separator: " ")
        return words.count > 1 ? words.last.map(String.init) : nil
    }
}
