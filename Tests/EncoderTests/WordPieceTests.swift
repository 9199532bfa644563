import Foundation
import Testing

@testable import Encoder

/// Pieces and offsets are those of Hugging Face's tokenizer. `Training/fixtures/word_pieces.py` asked it.
struct WordPieceTests {
    private struct Case: Decodable {
        var text: String
        var ids: [Int32]
        var begins: [Bool]
        var starts: [Int32]
        var ends: [Int32]
    }

    /// `QUOTED_PIECES_FIXTURE` names the folder of a greater fixture.
    private let folder = ProcessInfo.processInfo.environment["QUOTED_PIECES_FIXTURE"] ?? Fixture.fixtures

    private func wordPiece() throws -> WordPiece {
        try WordPiece(vocabulary: MappedFile(path: folder + "/word-pieces.txt").data)
    }

    @Test func `Pieces and offsets are those of BertTokenizerFast`() throws {
        let wordPiece = try wordPiece()
        let cases = try JSONDecoder().decode(
            [Case].self, from: Data(contentsOf: URL(filePath: folder + "/word-pieces.json")))
        #expect(cases.count > 80)
        var pieces = Pieces()
        for (n, one) in cases.enumerated() {
            pieces.removeAll()
            wordPiece.split(Array(one.text.unicodeScalars)[...], into: &pieces)
            let same =
                pieces.ids == one.ids && pieces.starts == one.starts && pieces.ends == one.ends
                && pieces.beginsWord == one.begins
            if !same {
                let text = one.text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
                Issue.record("text \(n): \(text)\n\(pieces.ids) \(pieces.starts)\n\(one.ids) \(one.starts)")
            }
        }
    }

    @Test func `Offsets of a slice are those of the whole text`() throws {
        let wordPiece = try wordPiece()
        let text = Array("Well, the minister said so".unicodeScalars)
        var whole = Pieces()
        wordPiece.split(text[...], into: &whole)
        var parts = Pieces()
        wordPiece.split(text[..<6], into: &parts)
        wordPiece.split(text[6...], into: &parts)
        #expect(parts.ids == whole.ids)
        #expect(parts.starts == whole.starts)
        #expect(parts.ends == whole.ends)
    }

    @Test(arguments: [
        ("[CLS]\n[SEP]\n", "[UNK] is missing"),
        ("[CLS]\n[SEP]\n[UNK]\na\na\n", "a piece is there twice"),
        ("[CLS]\n[SEP]\n\n[UNK]\n", "line 3 is empty, or not UTF-8"),
    ])
    func `A vocabulary that cannot be right is refused`(_ text: String, _ what: String) {
        let refusal = #expect(throws: WordPiece.VocabularyError.self) {
            _ = try WordPiece(vocabulary: Array(text.utf8))
        }
        #expect(refusal?.description == what)
    }
}
