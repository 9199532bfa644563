/// Who is quoted most, in bounded memory.
///
/// Beyond so many names the less quoted half is forgotten: those at the top stay, whose counts are then, at worst, what was
/// forgotten of them before too low. (After Manku and Motwani, "Approximate frequency counts over data streams".)
struct SpeakerCounts: Sendable {
    private var counts: [String: Int] = [:]
    private let most: Int

    init(most: Int = 4_000) { self.most = most }

    mutating func add(_ name: String) {
        counts[name, default: 0] += 1
        guard counts.count > most else { return }
        let kept = counts.sorted { $0.value > $1.value }.prefix(most / 2)
        counts = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }

    /// Takes one off, unless all were forgotten.
    mutating func remove(_ name: String) {
        guard let count = counts[name] else { return }
        counts[name] = count > 1 ? count - 1 : nil
    }

    /// The most quoted first; those quoted alike by name.
    func top(_ number: Int) -> [LiveReport.Speaker] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(number)
            .map { LiveReport.Speaker(name: $0.key, quotations: $0.value) }
    }
}
