import Foundation
import Testing

@testable import Attribution
@testable import Encoder
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Speakers

/// The decoder against the training's, over drawn scores (`Training/fixtures/decoding.py`).
@Suite struct DecodingTests {
    struct Fixture: Decodable {
        var labels: [String]
        var cases: [Case]
    }

    struct Case: Decodable {
        var breaks: [Int]
        var words: Int
        var context: Int
        /// Of each word, the value of the feature.
        var quote: [UInt8]
        var tags: [Float]
        var content: [Float]
        var cue: [Float]
        var transitions: [Float]
        var options: [String: Float]
        var attributions: [Attribution]
    }

    struct Attribution: Decodable {
        var source: [[Int]]
        var cue: [[Int]]
        var content: [[Int]]
        var confidence: Double

        var parts: [[[Int]]] { [source, cue, content] }
    }

    static let fixture: Fixture = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/decoding.json")
        do {
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }()

    @Test(arguments: fixture.cases.indices)
    func drawnScoresGiveTheTrainingsAttributions(_ n: Int) throws {
        let given = Self.fixture.cases[n]
        let options = try Decoder.Options { name in try #require(given.options[name]) }
        let chain = try #require(
            TagChain(names: Self.fixture.labels, transitions: given.transitions, bias: options.bias))
        var window = PackedWindow()
        window.words = Array(0..<given.words)
        window.pieces = given.quote.map {
            UnitPiece(id: 0, span: 0..<1, beginsWord: true, features: PieceFeatures(quote: $0))
        }
        window.breaks = given.breaks
        window.context = given.context
        let found = Decoder(chain: chain, options: options).attributions(
            window,
            WindowScores(
                words: given.words, labels: Self.fixture.labels.count, tags: given.tags,
                pointers: [given.content, given.cue]))
        #expect(Set(found.map(Self.parts)) == Set(given.attributions.map(\.parts)))
        #expect(found.count == given.attributions.count)
        for attribution in found {
            let same = try #require(given.attributions.first { $0.parts == Self.parts(attribution) })
            #expect(abs(same.confidence - attribution.confidence) < 1e-3)
        }
    }

    private static func parts(_ found: WordAttribution) -> [[[Int]]] {
        let spans = { (range: Range<Int>) in [range.lowerBound, range.upperBound] }
        return [found.source.map { [spans($0)] } ?? [], found.cue.map { [spans($0)] } ?? [], found.contents.map(spans)]
    }

    @Test func theFixtureHoldsAttributionsOfEverySort() {
        let all = Self.fixture.cases.flatMap(\.attributions)
        #expect(all.contains { $0.cue.isEmpty })
        #expect(all.contains { !$0.source.isEmpty })
        #expect(all.contains { $0.content.count > 1 })
    }
}
