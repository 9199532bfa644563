import CivilTime
import Rulebook

/// Somebody who is taken into the directory. The offices' names may come later in the dump.
struct Found: Sendable {
    struct Office: Sendable, Hashable {
        var item: ItemID
        var period: Period
    }

    var id: ItemID
    var kind: SpeakerDirectory.Entry.Kind
    var name: String
    var aliases: [String]
    var gender: Gender?
    var offices: [Office] = []
    /// Occupations, and offices that were left at a time that nothing tells.
    var occupations: [ItemID] = []
    var lifetime: Period
    var sitelinks: Int

    /// Items whose names the entry needs.
    var named: [ItemID] { offices.map(\.item) + occupations }

    /// By what others may be meant, in lower case.
    var keys: [String] { ([name] + aliases).map { $0.lowercased() } }

    /// With those aliases only that are among some names.
    func shortened(to names: Set<String>) -> Found {
        var found = self
        found.aliases = aliases.filter { names.contains($0.lowercased()) }
        return found
    }

    /// Bytes that its line has at least, whatever the offices are called.
    var leastSize: Int { name.utf8.count + aliases.reduce(0) { $0 + $1.utf8.count + 4 } + Self.frame }
    /// Keys and marks around id and name.
    private static let frame = 40

    /// - Parameter names: Of offices and occupations; one without a name is left out.
    func entry(_ names: [ItemID: ItemNames]) -> SpeakerDirectory.Entry {
        let bearer: ItemNames.Bearer = gender == .female ? .woman : .other
        let called = { (item: ItemID) in names[item]?.names(of: bearer) ?? [] }
        var seen: Set<String> = []
        return SpeakerDirectory.Entry(
            id: "\(id)", kind: kind, name: name, aliases: aliases, gender: gender,
            offices: offices.compactMap { office in
                let names = called(office.item)
                return names.first.map { .init(name: $0, aliases: Array(names.dropFirst()), period: office.period) }
            },
            occupations: occupations.flatMap(called).filter { seen.insert($0).inserted }, lifetime: lifetime)
    }
}
