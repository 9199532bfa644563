import LanguageKit

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
    /// Words in front that are the window before's: their contents were found there.
    var context = 0

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
    /// A window begins with the unit before its own where that has at most this many pieces: "He said:" may stand at the
    /// end of the window before.
    let context: Int
    private var current = PackedWindow()
    private var last: Unit?

    init(size: Int, context: Int) {
        self.size = size
        self.context = context
    }

    /// - Returns: The window before this unit's, where the unit goes into a new one.
    mutating func append(_ unit: Unit) -> PackedWindow? {
        guard !unit.pieces.isEmpty else { return nil }
        defer {
            current.append(unit)
            last = unit
        }
        guard current.pieces.count + unit.pieces.count + 1 > size else { return nil }
        let full = close()
        if full != nil, let last { lead(with: last, before: unit) }
        return full
    }

    /// The marks of a window that begins with another's unit: in front, between the two and behind.
    private static let marks = 3

    private mutating func lead(with last: Unit, before unit: Unit) {
        guard last.pieces.count <= context, last.pieces.count + unit.pieces.count + Self.marks <= size else { return }
        current.append(last)
        current.context = current.words.count
    }

    /// The last window, if there is one.
    mutating func close() -> PackedWindow? {
        defer { current = PackedWindow() }
        return current.words.isEmpty ? nil : current
    }
}
