/// Word pieces of a text, in order, one array for each of their properties. Keeps its memory for the next text.
package struct Pieces: Sendable {
    package private(set) var ids: [Int32] = []
    /// Whether the piece begins a word, and does not go on with one ("##…").
    package private(set) var beginsWord: [Bool] = []
    /// Indexes of the text's scalars: the piece is made of start..<end.
    package private(set) var starts: [Int32] = []
    package private(set) var ends: [Int32] = []

    /// The word that is being read: its characters as the vocabulary has them, and where in the text they come from.
    var word: [UInt32] = []
    var origins: [Int32] = []

    package init() {}

    package var count: Int { ids.count }

    package mutating func removeAll() {
        truncate(to: 0)
    }

    mutating func append(_ id: Int32, begins: Bool, _ start: Int32, _ end: Int32) {
        ids.append(id)
        beginsWord.append(begins)
        starts.append(start)
        ends.append(end)
    }

    mutating func truncate(to count: Int) {
        ids.removeLast(ids.count - count)
        beginsWord.removeLast(beginsWord.count - count)
        starts.removeLast(starts.count - count)
        ends.removeLast(ends.count - count)
    }
}
