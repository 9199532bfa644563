/// Units that go through the encoder together, and their words.
struct PackedWindow {
    /// Nil for the marks that stand first and after each unit.
    var pieces: [UnitPiece?] = [nil]
    /// Places among the pieces.
    var words: [Int] = []
    /// Code points of each word, from its first piece to its last.
    var spans: [Range<Int>] = []
    /// Words with which a unit begins: tags do not reach over them.
    var breaks: [Int] = []

    mutating func append(_ unit: Unit) {
        breaks.append(words.count)
        for piece in unit.pieces {
            if piece.beginsWord {
                words.append(pieces.count)
                spans.append(piece.span)
            } else if let last = spans.indices.last {
                spans[last] = spans[last].lowerBound..<piece.span.upperBound
            }
            pieces.append(piece)
        }
        pieces.append(nil)
    }
}

/// Packs units into windows in their order, as many to a window as go in.
struct Packing {
    /// Pieces in a window at most, marks counted.
    let size: Int
    private var current = PackedWindow()

    init(size: Int) { self.size = size }

    /// - Returns: The window before this unit's, where the unit goes into a new one.
    mutating func append(_ unit: Unit) -> PackedWindow? {
        guard !unit.pieces.isEmpty else { return nil }
        let full = current.pieces.count + unit.pieces.count + 1 > size ? close() : nil
        current.append(unit)
        return full
    }

    /// The last window, if there is one.
    mutating func close() -> PackedWindow? {
        defer { current = PackedWindow() }
        return current.words.isEmpty ? nil : current
    }
}
