/// What BERT's uncased tokenizer makes of a character: cleaning, small letters and stripped accents in one step.
///
/// All of them concern one character at a time, so that a table has the whole of it. Hangul is taken apart by arithmetic
/// (The Unicode Standard, section 3.12).
struct CharacterTable: Sendable {
    /// A character's entry: its kind, and in the lower bits what it becomes.
    struct Entry {
        enum Kind: UInt32 { case letter, removed, space, alone, several, hangul }

        var bits: UInt32
        var kind: Kind { Kind(rawValue: bits >> 24)! }
        /// The character it becomes; 0 for itself. For `several`: where in `expansions` these are.
        var target: UInt32 { bits & 0xFF_FFFF }

        init(_ kind: Kind, _ target: UInt32 = 0) { bits = kind.rawValue << 24 | target }
        init(bits: UInt32) { self.bits = bits }
    }

    static let shared = CharacterTable()

    /// For each block of 256 characters, where in `entries` it begins.
    private var blocks: [UInt32]
    /// The first block is that of ordinary letters, which most blocks share.
    private var entries: [UInt32]
    /// Whether a block's entries are no other block's.
    private var owned = [Bool](repeating: false, count: 0x1100)
    /// Counts, each followed by so many characters.
    private(set) var expansions: [UInt32] = []

    private init() {
        blocks = Array(repeating: 0, count: 0x1100)
        entries = Array(repeating: Entry(.letter).bits, count: 256)
        for range in Self.ranges(Self.removed) { set(range, Entry(.removed)) }
        for range in Self.ranges(Self.spaces) { set(range, Entry(.space)) }
        for range in Self.ranges(Self.alone) { set(range, Entry(.alone)) }
        set(0xAC00...0xD7A3, Entry(.hangul))
        for field in Self.fields(Self.mappings) { map(field) }
    }

    func entry(_ point: UInt32) -> Entry {
        Entry(bits: entries[Int(blocks[Int(point >> 8)] + point & 0xFF)])
    }

    private mutating func set(_ range: ClosedRange<UInt32>, _ entry: Entry) {
        var uniform: UInt32?
        var point = range.lowerBound
        while point <= range.upperBound {
            if point & 0xFF == 0, point + 0xFF <= range.upperBound {
                // The same all over: all such blocks are one.
                let block = uniform ?? UInt32(entries.count)
                if uniform == nil { entries += repeatElement(entry.bits, count: 256) }
                uniform = block
                blocks[Int(point >> 8)] = block
                point += 0x100
            } else {
                self[point] = entry
                point += 1
            }
        }
    }

    private subscript(point: UInt32) -> Entry {
        get { entry(point) }
        set {
            let block = Int(point >> 8)
            if !owned[block] {
                let shared = Int(blocks[block])
                blocks[block] = UInt32(entries.count)
                entries += entries[shared..<shared + 256]
                owned[block] = true
            }
            entries[Int(blocks[block] + point & 0xFF)] = newValue.bits
        }
    }

    /// One of `mappings`: "first-last:target" or "point:target,target".
    private mutating func map(_ field: Substring) {
        let sides = field.split(separator: ":")
        let range = Self.range(sides[0])
        let targets = sides[1].split(separator: ",").map { UInt32($0, radix: 16)! }
        if targets.count == 1 {
            for point in range { self[point] = Entry(self[point].kind, targets[0] + point - range.lowerBound) }
        } else {
            self[range.lowerBound] = Entry(.several, UInt32(expansions.count))
            expansions += [UInt32(targets.count)] + targets
        }
    }

    private static func fields(_ text: StaticString) -> [Substring] {
        text.description.split(separator: " ")
    }

    private static func ranges(_ text: StaticString) -> [ClosedRange<UInt32>] { fields(text).map(range) }

    private static func range(_ text: Substring) -> ClosedRange<UInt32> {
        let ends = text.split(separator: "-").map { UInt32($0, radix: 16)! }
        return ends[0]...ends[ends.count - 1]
    }
}
