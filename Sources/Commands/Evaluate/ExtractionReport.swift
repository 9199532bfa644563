import Evaluation
import Foundation

/// What `quoted evaluate --extraction` prints.
struct ExtractionReport: Encodable {
    var pages: Int
    /// Pages that were refused, by their ids, each with the reason.
    var refused: [String: String]
    var precision: Double
    var recall: Double
    var f1: Double
    /// By the pages' ids.
    var scores: [String: Score]

    struct Score: Encodable {
        var precision: Double
        var recall: Double
        var f1: Double
    }

    init(_ tally: ExtractionTally, refused: [String: String]) {
        pages = tally.pages.count
        self.refused = refused
        (precision, recall, f1) = (tally.precision, tally.recall, tally.f1)
        scores = Dictionary(
            tally.pages.map { ($0.id, Score(precision: $0.precision, recall: $0.recall, f1: $0.f1)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The pages that are furthest off stand last, where a terminal shows them.
    var text: String {
        let rows = scores.sorted { $0.value.f1 > $1.value.f1 }.suffix(Self.shown).filter { $0.value.f1 < 1 }
        let worst = rows.map { Self.row($0.key, $0.value.precision, $0.value.recall, $0.value.f1) }
        let unread = refused.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
        return "\(pages) pages, \(refused.count) of them refused; runs of four words, in per cent\n\n"
            + Self.head + Self.row("all", precision, recall, f1)
            + (worst.isEmpty ? "" : "\nfurthest off\n" + worst.joined())
            + (unread.isEmpty ? "" : "\nrefused\n" + unread.joined())
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    private static let shown = 10
    private static let head = String(repeating: " ", count: 66) + "prec.  recall      F1\n"

    private static func row(_ name: String, _ numbers: Double...) -> String {
        let padded = name + String(repeating: " ", count: max(1, 64 - name.count))
        return padded + numbers.map { String(format: "%7.1f", 100 * $0) }.joined(separator: " ") + "\n"
    }
}
