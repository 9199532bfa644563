/// How much two readers agree on the roles of words, corrected for chance.
///
/// Krippendorff's alpha for nominal data, two readers and no missing values (Krippendorff, *Content Analysis*, 2004,
/// chapter 11).
struct Agreement: Sendable, Equatable {
    /// The units that both readers gave the same role.
    private var same = 0
    private var units = 0
    /// How often each role was given, by both readers together; the last is for no role.
    private var given = [Int](repeating: 0, count: AttributionRole.allCases.count + 1)

    mutating func add(_ words: Int, marks: [RoleWords], finds: [RoleWords]) {
        for (a, b) in zip(Self.roles(of: words, marks), Self.roles(of: words, finds)) {
            units += 1
            if a == b { same += 1 }
            given[a] += 1
            given[b] += 1
        }
    }

    static func += (a: inout Self, b: Self) {
        a.same += b.same
        a.units += b.units
        for role in a.given.indices { a.given[role] += b.given[role] }
    }

    /// 1 if every word has the same role, 0 if there are no words.
    var alpha: Double {
        guard units > 0 else { return 0 }
        let all = 2 * units
        let expected = Double(given.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(all * (all - 1))
        guard expected < 1 else { return 1 }
        return 1 - (1 - Double(same) / Double(units)) / (1 - expected)
    }

    /// A word has one role: the cue's goes before the source's, and that before the content's.
    private static func roles(of words: Int, _ attributions: [RoleWords]) -> [Int] {
        var roles = [Int](repeating: AttributionRole.allCases.count, count: words)
        for (number, role) in [AttributionRole.content, .source, .cue].enumerated() {
            for word in attributions.flatMap({ $0[role] }) { roles[word] = number }
        }
        return roles
    }
}
