/// The pieces of a vocabulary as a trie over characters, all of whose edges are in one hash table.
struct Vocabulary: Sendable {
    /// Where pieces begin that begin a word, and where those that go on with one ("##…").
    static let beginning: Int32 = 0
    private(set) var continuation: Int32 = 0
    /// For each node the id of the piece that ends there; -1 when none does.
    private(set) var ids: [Int32] = [-1]

    /// Open addressing: node and character, and to which node they lead. Never more than half full.
    private var keys: [UInt64]
    private var nodes: [Int32]
    private var used = 0

    init(_ pieces: some Collection<[UInt32]>) {
        let capacity = 1 << 12
        keys = Array(repeating: 0, count: capacity)
        nodes = Array(repeating: 0, count: capacity)
        let hash = UInt32(("#" as Unicode.Scalar).value)
        continuation = node(after: node(after: Self.beginning, hash), hash)
        for (id, piece) in pieces.enumerated() {
            var last = Self.beginning
            for point in piece { last = node(after: last, point) }
            ids[Int(last)] = Int32(id)
        }
    }

    /// - Returns: nil when no piece goes on like that.
    @inline(__always)
    func next(_ node: Int32, _ point: UInt32) -> Int32? {
        let slot = slot(Self.key(node, point))
        return keys[slot] == 0 ? nil : nodes[slot]
    }

    private mutating func node(after node: Int32, _ point: UInt32) -> Int32 {
        if let next = next(node, point) { return next }
        if 2 * (used + 1) > keys.count { grow() }
        let key = Self.key(node, point)
        let slot = slot(key)
        keys[slot] = key
        nodes[slot] = Int32(ids.count)
        ids.append(-1)
        used += 1
        return nodes[slot]
    }

    private mutating func grow() {
        let (oldKeys, oldNodes) = (keys, nodes)
        keys = Array(repeating: 0, count: 2 * oldKeys.count)
        nodes = Array(repeating: 0, count: keys.count)
        for (key, node) in zip(oldKeys, oldNodes) where key != 0 {
            let slot = slot(key)
            keys[slot] = key
            nodes[slot] = node
        }
    }

    /// Never 0, which marks a slot that is free.
    private static func key(_ node: Int32, _ point: UInt32) -> UInt64 {
        (UInt64(UInt32(bitPattern: node)) << 21 | UInt64(point)) + 1
    }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        let mask = keys.count - 1
        // The product's high bits: its low ones depend on the character alone, and all nodes would meet there.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }
}
