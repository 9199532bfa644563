/// What an office or an occupation is called.
struct ItemNames: Sendable {
    var labels: [String]
    var femaleForms: [String]

    /// What its bearers are called, each name once. What men are called may stand for anybody.
    func names(of gender: Bearer) -> [String] {
        var seen: Set<String> = []
        return (labels + (gender == .woman ? femaleForms : [])).filter { seen.insert($0).inserted }
    }

    enum Bearer { case woman, other }
}
