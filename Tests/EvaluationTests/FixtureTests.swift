import Foundation
import Newswire
import Testing

@testable import Evaluation

/// The same articles scored here and by `Tests/Scoring/scoring.py`.
@Suite struct FixtureTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixture")

    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private static func scores(_ folder: String) throws -> (Tally, Scores) {
        let gold = try MarkedArticle.read(bytes("\(folder)/marked.jsonl"), file: "marked.jsonl")
        let decoder = JSONDecoder()
        let lines = try JSONLines.read(bytes("\(folder)/found.jsonl"), file: "found.jsonl", form: "") { data in
            let line = try decoder.decode(MarkedLine.self, from: data)
            return Predictions.Entry(id: line.id, text: line.text, finds: try line.marks())
        }
        let predictions = Predictions(lines.map(\.value))
        let depth = MarkedArticle.depth(of: gold)
        var tally = Tally(depth)
        for article in gold {
            let finds = try predictions.finds(in: article) ?? []
            tally += Tally(marks: article.marks, finds: finds, in: article.text, depth)
        }
        return (tally, Scores(tally))
    }

    @Test(arguments: ["outer", "all"]) func everyFigureIsTheOtherScorers(_ folder: String) throws {
        let (tally, scores) = try Self.scores(folder)
        #expect(tally.depth.rawValue == folder)
        let theirs = try JSONDecoder().decode([String: [Double]].self, from: Data(Self.bytes("\(folder)/figures.json")))
        #expect(Set(scores.rows.map(\.name)) == Set(theirs.keys))
        for row in scores.rows {
            let expected = try #require(theirs[row.name])
            #expect(row.figure.numbers.count == expected.count, "\(row.name)")
            for (ours, expected) in zip(row.figure.numbers, expected) {
                #expect(abs(ours - expected) < 1e-12, "\(row.name): \(ours), not \(expected)")
            }
        }
    }

    @Test(arguments: ["outer", "all"]) func theTableIsTheOtherScorersInColumns(_ folder: String) throws {
        let lines = try Self.scores(folder).1.table.split(separator: "\n")
        let theirs = String(decoding: try Self.bytes("\(folder)/figures.txt"), as: UTF8.self)
        #expect(lines.first?.contains("recall") == true)
        func words(_ line: Substring) -> [Substring] { line.split(separator: " ") }
        #expect(lines.dropFirst().map(words) == theirs.split(separator: "\n").map(words))
    }

    @Test func eachNumberStandsUnderWhatItIs() throws {
        let lines = try Self.scores("all").1.table.split(separator: "\n").map(String.init)
        let head = try #require(lines.first)
        func column(_ name: String) throws -> Int {
            try #require(head.range(of: name)).upperBound.utf16Offset(in: head)
        }
        for (row, name) in [("nested attribution recall", "recall"), ("names right ", "share"), ("who", "F1")] {
            let line = try #require(lines.first { $0.hasPrefix(row) })
            #expect(line.count == (try column(name)), "\(line)")
        }
    }
}
