import Encoder
import Newswire
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

@Suite struct UnitTests {
    /// Words of the test's sentences, cut in two or whole.
    private static let vocabulary = [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "bridge", "is", "safe", ",", ".", "“", "”", "falk", "said",
        "har", "##bour", "ice", "thin",
    ]

    private static func wordPiece() throws -> WordPiece {
        let bytes = Array(vocabulary.joined(separator: "\n").utf8)
        return try unsafe bytes.withUnsafeBytes { try unsafe WordPiece(vocabulary: $0) }
    }

    private func units(_ text: String, longest: Int = 100) throws -> [Unit] {
        let analysis = Finding.analysis(text)
        var units: [Unit] = []
        UnitCutter(
            analysis: analysis, features: TokenFeatures(analysis, candidates: EnglishPack().candidates(in: analysis)),
            wordPiece: try Self.wordPiece(), longest: longest
        ).forEachUnit { units.append($0) }
        return units
    }

    private func words(_ unit: Unit) -> [String] { unit.pieces.map { Self.vocabulary[Int($0.id)] } }

    @Test func eachParagraphIsAUnit() throws {
        let units = try units("“The bridge is safe,” Falk said.\n\nThe harbour is thin.")
        #expect(units.map(\.paragraph) == [0, 1])
        #expect(words(units[1]) == ["the", "har", "##bour", "is", "thin", "."])
        #expect(units[1].pieces.map(\.beginsWord) == [true, true, false, true, true, true])
    }

    @Test func piecesKnowTheirPlaceQuotesAndRules() throws {
        let pieces = try units("“The bridge is safe,” Falk said.")[0].pieces
        #expect(pieces[1].span == 1..<4)
        let quotes = pieces.map { TokenFeatures.Quote(rawValue: $0.features.quote) }
        #expect(quotes[0] == .opening && quotes[1] == .inside && quotes[6] == .closing && quotes[7] == .outside)
        let rules = pieces.map { TokenFeatures.RuleRole(rawValue: $0.features.rule) }
        #expect(rules[0] == .beginsContent && rules[1] == .inContent)
        #expect(rules[7] == .beginsSource && rules[8] == .beginsCue && rules[9] == TokenFeatures.RuleRole.none)
        #expect(TokenFeatures.Verb(rawValue: pieces[8].features.verb) == .speech)
    }

    @Test func longParagraphsAreCutWhereSentencesBegin() throws {
        let units = try units("The bridge is safe. The ice is thin. Falk said.", longest: 11)
        #expect(units.map(words).map(\.count) == [10, 3])
        #expect(units.allSatisfy { $0.paragraph == 0 })
    }

    @Test func longSentencesAreCutBetweenWords() throws {
        let units = try units("The ice the ice the ice the harbour", longest: 8)
        #expect(units.map(words) == [["the", "ice", "the", "ice", "the", "ice", "the"], ["har", "##bour"]])
    }

    @Test(
        arguments: [
            ("safe", .lower), ("Falk", .title), ("NATO", .upper), ("McKay", .mixed), ("2024", .other), ("A", .title),
            ("U2", .title), ("É", .title), ("élan", .lower), ("中", .mixed), ("don’t", .lower),
        ] as [(String, LetterCase)])
    func letterCaseIsThatOfTheWholeWord(_ word: String, _ expected: LetterCase) {
        #expect(LetterCase.of(Array(word.unicodeScalars)) == expected)
    }
}

@Suite struct PackingTests {
    private func unit(_ pieces: Int, at start: Int) -> Unit {
        Unit(
            pieces: (0..<pieces).map {
                UnitPiece(id: 9, span: start + $0..<start + $0 + 1, beginsWord: $0 != 1, features: PieceFeatures())
            }, paragraph: 0)
    }

    private func windows(_ sizes: [Int], size: Int, context: Int = 0) -> [PackedWindow] {
        var packing = Packing(size: size, context: context)
        var windows: [PackedWindow] = []
        for (n, count) in sizes.enumerated() { packing.append(unit(count, at: 100 * n)).map { windows.append($0) } }
        packing.close().map { windows.append($0) }
        return windows
    }

    @Test func asManyUnitsGoIntoAWindowAsFit() {
        // One mark in front and one behind each unit: 1 + 4 + 5, and 1 + 6.
        #expect(windows([3, 4, 5], size: 15).map(\.pieces.count) == [10, 7])
        #expect(windows([3, 4, 5], size: 16).map(\.pieces.count) == [16])
        #expect(windows([], size: 16).isEmpty)
        #expect(windows([0], size: 16).isEmpty)
    }

    @Test func aWindowBeginsWithTheShortUnitBeforeIt() {
        let led = windows([3, 4, 5], size: 12, context: 4)
        #expect(led.map(\.pieces.count) == [10, 12])
        #expect(led.map(\.context) == [0, 3])
        #expect(led[1].spans.first == 100..<102)
        // Too long to be context, or too long beside its successor.
        #expect(windows([3, 4, 5], size: 12, context: 3).map(\.context) == [0, 0])
        #expect(windows([3, 4, 5], size: 11, context: 4).map(\.pieces.count) == [10, 7])
    }

    @Test func wordsAreTheirFirstPiecesAndReachToTheirLast() {
        let window = windows([3, 1], size: 20)[0]
        #expect(window.words == [1, 3, 5])
        #expect(window.spans == [0..<2, 2..<3, 100..<101])
        #expect(window.breaks == [0, 2])
        #expect(window.pieces[0] == nil && window.pieces[4] == nil && window.pieces[6] == nil)
    }
}
