import Foundation
import Testing

@testable import Attribution
@testable import Encoder
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// The decoder against the training's, over drawn scores (`Training/fixtures/decoding.py`).
@Suite struct DecodingTests {
    struct Fixture: Decodable {
        var cue_labels: [String]
        var part_labels: [String]
        var cases: [Case]
    }

    struct Case: Decodable {
        var breaks: [Int]
        var words: Int
        var context: Int
        var cues: [Float]
        /// The cues that are found.
        var found: [[Int]]
        /// Of each cue, and of that of a window before.
        var parts: [[Float]]
        var options: [String: Float]
        var attributions: [Attribution]
    }

    struct Attribution: Decodable {
        var source: [[Int]]
        var cue: [[Int]]
        var content: [[Int]]
        /// Of the whole, of the content and of the source.
        var confidences: [Double]

        var roles: [[[Int]]] { [source, cue, content] }
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
        let decoder = Decoder(
            cues: try #require(TagChain(names: Self.fixture.cue_labels, bias: options.bias)),
            parts: try #require(TagChain(names: Self.fixture.part_labels, bias: options.bias)), options: options)
        var window = PackedWindow()
        window.words = Array(0..<given.words)
        window.breaks = given.breaks
        window.context = given.context
        let scores = WindowScores(words: given.words, cues: given.cues)
        let cues = decoder.cues(in: window, scores)
        #expect(cues.map(Self.ends) == given.found)
        let found = zip(cues + [nil], given.parts).compactMap { cue, parts in
            decoder.attribution(of: cue, parts: parts, in: window, scores)
        }
        #expect(found.map(Self.roles) == given.attributions.map(\.roles))
        for (one, other) in zip(found, given.attributions) {
            let confidences = [one.confidence.whole, one.confidence.content, one.confidence.source]
            for (a, b) in zip(confidences, other.confidences) { #expect(abs(a - b) < 1e-3) }
        }
    }

    private static func ends(_ words: Range<Int>) -> [Int] { [words.lowerBound, words.upperBound] }

    private static func roles(_ found: WordAttribution) -> [[[Int]]] {
        [found.source.map { [ends($0)] } ?? [], found.cue.map { [ends($0)] } ?? [], found.contents.map(ends)]
    }

    @Test func theFixtureHoldsAttributionsOfEverySort() {
        let all = Self.fixture.cases.flatMap(\.attributions)
        #expect(all.contains { $0.cue.isEmpty })
        #expect(all.contains { !$0.source.isEmpty })
        #expect(all.contains { $0.content.count > 1 })
    }
}
