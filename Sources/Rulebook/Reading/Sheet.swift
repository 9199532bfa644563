internal import Yams

/// What one rule file says: entries by key, and keys to take away from the files below it.
struct Sheet<Entry> {
    private(set) var entries: [String: Entry] = [:]
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
        places[name] = reader.place(key.spot)
    }

    mutating func remove(_ key: RuleReader.Text, _ reader: RuleReader) {
        removals.append((key.key, reader.place(key.spot)))
    }

    /// Lays a user's sheet over this one: what it removes goes first, then what it adds replaces or joins.
    mutating func lay(over upper: Sheet, problems: inout [RulebookProblem]) {
        for removal in upper.removals where entries.removeValue(forKey: removal.key) == nil {
            problems.append(
                RulebookProblem(
                    code: .nothingToRemove, severity: .warning, place: removal.place,
                    what: "there is no \"\(removal.key)\" to remove", expected: "an entry of the shipped rules",
                    suggestion: nearest(to: removal.key, among: entries.keys)))
        }
        entries.merge(upper.entries) { _, upper in upper }
        places.merge(upper.places) { _, upper in upper }
    }
}
