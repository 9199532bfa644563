/// Finds which of many short texts stand in a longer one, going through it once.
///
/// The first bytes of the needles are kept by their value; where a needle is shorter than four bytes they are fewer.
struct NeedleIndex: Sendable {
    private let needles: [[UInt8]]
    /// Needles by their first four bytes, and those that are shorter.
    private let byHead: [UInt32: [Int]]
    private let short: [Int]
    /// A bit for each hash of a head: nearly all places are ruled out by a look at it.
    private let filter: [Bool]

    init(_ needles: [[UInt8]]) {
        self.needles = needles
        let long = needles.indices.filter { needles[$0].count >= 4 }
        short = needles.indices.filter { needles[$0].count < 4 && !needles[$0].isEmpty }
        byHead = Dictionary(grouping: long) { Self.head(needles[$0], 0) }
        var filter = [Bool](repeating: false, count: 1 << 13)
        for head in byHead.keys { filter[Self.slot(head)] = true }
        self.filter = filter
    }

    func length(_ needle: Int) -> Int { needles[needle].count }

    /// Where each needle that is there stands first.
    func places(in text: [UInt8]) -> [Int: Int] {
        var places: [Int: Int] = [:]
        if text.count >= 4 {
            var head = Self.head(text, 0)
            for i in 0...text.count - 4 {
                if i > 0 { head = head >> 8 | UInt32(text[i + 3]) << 24 }
                guard filter[Self.slot(head)], let candidates = byHead[head] else { continue }
                for needle in candidates where places[needle] == nil && stands(needle, at: i, in: text) {
                    places[needle] = i
                }
            }
        }
        for needle in short {
            places[needle] = text.indices.first { stands(needle, at: $0, in: text) }
        }
        return places
    }

    private func stands(_ needle: Int, at start: Int, in text: [UInt8]) -> Bool {
        let wanted = needles[needle]
        guard start + wanted.count <= text.count else { return false }
        for i in wanted.indices where text[start + i] != wanted[i] { return false }
        return true
    }

    private static func head(_ text: [UInt8], _ i: Int) -> UInt32 {
        UInt32(text[i]) | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2]) << 16 | UInt32(text[i + 3]) << 24
    }

    /// Fibonacci hashing to 13 bits.
    private static func slot(_ head: UInt32) -> Int { Int((head &* 2_654_435_769) >> 19) }
}
