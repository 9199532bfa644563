/// Finds which of many short texts stand in a longer one, going through it once.
///
/// Those that may stand anywhere are kept by their first four bytes; those that may only begin the text are looked for
/// there alone.
struct NeedleIndex: Sendable {
    struct Needle: Sendable {
        var text: [UInt8]
        /// Whether it counts only at the beginning.
        var isAnchored: Bool
    }

    private let needles: [Needle]
    private let anchored: HeadTable
    private let floating: HeadTable
    /// Those without four bytes.
    private let short: [Int]

    init(_ needles: [Needle]) {
        self.needles = needles
        let long = needles.indices.filter { needles[$0].text.count >= HeadTable.headLength }
        short = needles.indices.filter { needles[$0].text.count < HeadTable.headLength && !needles[$0].text.isEmpty }
        anchored = HeadTable(long.filter { needles[$0].isAnchored }.map { (HeadTable.head(needles[$0].text, 0), $0) })
        floating = HeadTable(long.filter { !needles[$0].isAnchored }.map { (HeadTable.head(needles[$0].text, 0), $0) })
    }

    func length(_ needle: Int) -> Int { needles[needle].text.count }

    /// The needles that stand in a text, each once.
    func found(in text: [UInt8]) -> [Int] {
        var found = short.filter { standsShort($0, in: text) }
        guard text.count >= HeadTable.headLength else { return found }
        var head = HeadTable.head(text, 0)
        anchored.each(head) { if stands($0, at: 0, in: text) { found.append($0) } }
        for i in 0...text.count - HeadTable.headLength {
            if i > 0 { head = head >> 8 | UInt32(text[i + 3]) << 24 }
            floating.each(head) { needle in
                if stands(needle, at: i, in: text), !found.contains(needle) { found.append(needle) }
            }
        }
        return found
    }

    private func standsShort(_ needle: Int, in text: [UInt8]) -> Bool {
        if needles[needle].isAnchored { return stands(needle, at: 0, in: text) }
        return text.indices.contains { stands(needle, at: $0, in: text) }
    }

    private func stands(_ needle: Int, at start: Int, in text: [UInt8]) -> Bool {
        let wanted = needles[needle].text
        guard start + wanted.count <= text.count else { return false }
        for i in wanted.indices where text[start + i] != wanted[i] { return false }
        return true
    }
}

/// Needles by their first four bytes.
private struct HeadTable: Sendable {
    private struct Entry: Sendable {
        var head: UInt32
        var needle: Int
    }

    /// In bytes.
    static let headLength = 4

    private static let slots = 1 << 12
    /// In the order of their slots.
    private let entries: [Entry]
    /// By slot, how many entries stand before it; one more at the end. Nearly all slots are empty.
    private let before: [UInt32]

    init(_ needles: [(head: UInt32, needle: Int)]) {
        entries = needles.map { Entry(head: $0.head, needle: $0.needle) }
            .sorted { (Self.slot($0.head), $0.needle) < (Self.slot($1.head), $1.needle) }
        var before = [UInt32](repeating: 0, count: Self.slots + 1)
        for entry in entries { before[Self.slot(entry.head) + 1] += 1 }
        for slot in 1...Self.slots { before[slot] += before[slot - 1] }
        self.before = before
    }

    @inline(__always) func each(_ head: UInt32, _ body: (Int) -> Void) {
        let slot = Self.slot(head)
        let (from, to) = (before[slot], before[slot + 1])
        guard from < to else { return }
        for entry in entries[Int(from)..<Int(to)] where entry.head == head { body(entry.needle) }
    }

    static func head(_ text: [UInt8], _ i: Int) -> UInt32 {
        UInt32(text[i]) | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2]) << 16 | UInt32(text[i + 3]) << 24
    }

    /// Fibonacci hashing to 12 bits.
    private static func slot(_ head: UInt32) -> Int { Int((head &* 2_654_435_769) >> 20) }
}
