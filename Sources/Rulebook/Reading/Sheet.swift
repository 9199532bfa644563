internal import Yams

/// What one rule file says: entries by name, and names to take away from the files below it.
struct Sheet<Entry> {
    private(set) var entries: [String: Entry] = [:]
    /// In the order of the file, with what was taken away since.
    private var names: [String] = []
    private var places: [String: Place] = [:]
    private var removals: [(key: String, place: Place)] = []

    /// Adds an entry; a key that is already there is reported.
    mutating func add(_ key: RuleReader.Text, as name: String? = nil, _ entry: Entry, _ reader: inout RuleReader) {
        let name = name ?? key.key
        if let place = places[name] {
            reader.report(
                .duplicate, at: key.spot, "\"\(key.text)\" is already given in line \(place.line)",
                expected: "each entry once in a file")
            return
        }
        entries[name] = entry
        names.append(name)
        places[name] = reader.place(key.spot)
    }

    mutating func remove(_ key: RuleReader.Text, as name: String, _ reader: RuleReader) {
        removals.append((name, reader.place(key.spot)))
    }

    /// The entries in the order of the files, the lowest file first.
    var inOrder: [Entry] { names.compactMap { entries[$0] } }

    /// Lays a user's sheet over this one: what it removes goes first, then what it adds replaces or joins.
    mutating func lay(over upper: Sheet, problems: inout [RulebookProblem]) {
        for removal in upper.removals where entries.removeValue(forKey: removal.key) == nil {
            problems.append(
                RulebookProblem(
                    code: .nothingToRemove, severity: .warning, place: removal.place,
                    what: "there is no \"\(removal.key)\" to remove", expected: "an entry of the shipped rules",
                    suggestion: nearest(to: removal.key, among: entries.keys)))
        }
        // What is replaced keeps its place; what was taken away and given again comes last.
        names.removeAll { entries[$0] == nil }
        names += upper.names.filter { entries[$0] == nil }
        entries.merge(upper.entries) { _, upper in upper }
        places.merge(upper.places) { _, upper in upper }
    }
}
