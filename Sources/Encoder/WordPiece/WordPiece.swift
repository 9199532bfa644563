/// BERT's uncased tokenizer, as Hugging Face's BertTokenizerFast has it: each word is cut into the longest pieces of the
/// vocabulary, from the left. Names of special pieces ("[SEP]") in a text are text.
///
/// Source: Devlin et al. 2018; https://github.com/google-research/bert, tokenization.py.
package struct WordPiece: Sendable {
    /// Ids of [CLS], [SEP] and [UNK].
    package let beginning: Int32
    package let separator: Int32
    package let unknown: Int32
    /// How many pieces the vocabulary has.
    package let count: Int

    private let vocabulary: Vocabulary
    private let table = CharacterTable.shared

    /// Words of more characters are unknown.
    private static let longestWord = 100

    package struct VocabularyError: Error, CustomStringConvertible {
        package var description: String
    }

    /// - Parameter vocabulary: one piece a line, in UTF-8; the id is the line, counted from 0.
    package init(vocabulary bytes: some Collection<UInt8>) throws(VocabularyError) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        var special: [String: Int32] = [:]
        var pieces: [[UInt32]] = []
        pieces.reserveCapacity(lines.count)
        for (id, line) in lines.enumerated() {
            guard let text = String(validating: line, as: UTF8.self), !text.isEmpty else {
                throw VocabularyError(description: "line \(id + 1) is empty, or not UTF-8")
            }
            if text.hasPrefix("[") { special[text] = Int32(id) }
            pieces.append(text.unicodeScalars.map(\.value))
        }
        guard Set(pieces).count == pieces.count else { throw VocabularyError(description: "a piece is there twice") }
        func id(_ name: String) throws(VocabularyError) -> Int32 {
            guard let id = special[name] else { throw VocabularyError(description: "\(name) is missing") }
            return id
        }
        beginning = try id("[CLS]")
        separator = try id("[SEP]")
        unknown = try id("[UNK]")
        count = pieces.count
        vocabulary = Vocabulary(pieces)
    }

    /// Appends the pieces of a text; their offsets are the slice's own indexes, and so those of the whole text.
    package func split(_ text: ArraySlice<Unicode.Scalar>, into pieces: inout Pieces) {
        for (offset, scalar) in zip(text.indices, text) {
            let entry = table.entry(scalar.value)
            let target = entry.target == 0 ? scalar.value : entry.target
            switch entry.kind {
            case .letter: Self.add(target, offset, &pieces)
            case .removed: continue
            case .space: cutWord(&pieces)
            case .alone:
                cutWord(&pieces)
                Self.add(target, offset, &pieces)
                cutWord(&pieces)
            case .several:
                let count = Int(table.expansions[Int(entry.target)])
                for i in 1...count { Self.add(table.expansions[Int(entry.target) + i], offset, &pieces) }
            case .hangul: Self.addHangul(scalar.value, offset, &pieces)
            }
        }
        cutWord(&pieces)
    }

    @inline(__always)
    private static func add(_ point: UInt32, _ offset: Int, _ pieces: inout Pieces) {
        pieces.word.append(point)
        pieces.origins.append(Int32(truncatingIfNeeded: offset))
    }

    private static func addHangul(_ point: UInt32, _ offset: Int, _ pieces: inout Pieces) {
        let index = point - 0xAC00
        add(0x1100 + index / 588, offset, &pieces)
        add(0x1161 + index % 588 / 28, offset, &pieces)
        if index % 28 > 0 { add(0x11A7 + index % 28, offset, &pieces) }
    }

    private func cutWord(_ pieces: inout Pieces) {
        let length = pieces.word.count
        guard length > 0 else { return }
        defer {
            pieces.word.removeAll(keepingCapacity: true)
            pieces.origins.removeAll(keepingCapacity: true)
        }
        let before = pieces.count
        var start = 0
        while start < length {
            guard length <= Self.longestWord, let (id, end) = longest(pieces.word, from: start) else {
                pieces.truncate(to: before)
                pieces.append(unknown, begins: true, pieces.origins[0], pieces.origins[length - 1] + 1)
                return
            }
            pieces.append(id, begins: start == 0, pieces.origins[start], pieces.origins[end - 1] + 1)
            start = end
        }
    }

    /// The longest piece of the vocabulary that a word goes on with.
    private func longest(_ word: [UInt32], from start: Int) -> (id: Int32, end: Int)? {
        var node = start == 0 ? Vocabulary.beginning : vocabulary.continuation
        var found: (id: Int32, end: Int)?
        for i in start..<word.count {
            guard let next = vocabulary.next(node, word[i]) else { break }
            node = next
            let id = vocabulary.ids[Int(node)]
            if id >= 0 { found = (id, i + 1) }
        }
        return found
    }
}
