import Foundation
import Newswire
import Testing

@testable import Evaluation

/// The same articles scored here and by the scorer that others use.
@Suite struct FixtureTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixture")

    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private static func scores() throws -> (Tally, Scores) {
        let gold = try MarkedArticle.read(bytes("gold.jsonl"), file: "gold.jsonl")
        let decoder = JSONDecoder()
        let lines = try JSONLines.read(bytes("predicted.jsonl"), file: "predicted.jsonl", form: "") { data in
            let line = try decoder.decode(MarkedLine.self, from: data)
            return Predictions.Entry(id: line.id, text: line.text, finds: try line.attributions.map { try $0.spans() })
        }
        let predictions = Predictions(lines.map(\.value))
        var tally = Tally()
        for article in gold {
            tally += Tally(marks: article.marks, finds: try predictions.finds(in: article) ?? [], in: article.text)
        }
        return (tally, Scores(tally))
    }

    @Test func everyFigureIsTheOtherScorers() throws {
        let (tally, scores) = try Self.scores()
        let theirs = try JSONDecoder().decode([String: [Double]].self, from: Data(Self.bytes("scores.json")))
        #expect(tally.articles == 6 && tally.marks == 20 && tally.finds == 24)
        #expect(Set(scores.rows.map(\.name)) == Set(theirs.keys))
        for row in scores.rows {
            let expected = try #require(theirs[row.name])
            #expect(row.figure.numbers.count == expected.count, "\(row.name)")
            for (ours, expected) in zip(row.figure.numbers, expected) {
                #expect(abs(ours - expected) < 1e-12, "\(row.name): \(ours), not \(expected)")
            }
        }
    }

    @Test func theTableIsTheOtherScorersUnderAHeading() throws {
        let lines = try Self.scores().1.table.split(separator: "\n", omittingEmptySubsequences: false)
        let theirs = String(decoding: try Self.bytes("scores.txt"), as: UTF8.self)
        #expect(lines.first?.contains("recall") == true)
        #expect(lines.dropFirst().joined(separator: "\n") == theirs)
    }
}
