import Encoder
import Foundation
import Newswire
import SystemPackage
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// The shipped model's windows and attributions beside those of the training code, at 32 bits
/// (`python -m quoted_training.fixtures` over some of the project's articles).
@Suite struct ModelParityTests {
    struct Article: Decodable {
        var id: String
        var windows: [Window]
        var attributions: [Roles]
    }

    struct Window: Decodable, Equatable {
        var pieces: [Int32]
        var features: [[UInt8]]
        var words: [Int]
        var context: Int
        /// The sum of the cues' scores, which one wrong feature or weight changes.
        var cue_sum: Double
    }

    struct Roles: Decodable, Hashable {
        var source: [[Int]]
        var cue: [[Int]]
        var content: [[Int]]
    }

    static let articles: [Article] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/model.json")
        do {
            return try JSONDecoder().decode([Article].self, from: Data(contentsOf: file))
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }()

    static let names = model.encoder.configuration.features.map(\.name)

    static let model: QuotationModel = {
        let folder = Shipped.root.appending(path: "Models/en-news").path(percentEncoded: false)
        do {
            return try QuotationModel(Model.load(directory: folder, precision: .f32), in: folder)
        } catch {
            fatalError("\(error)")
        }
    }()

    /// The article's windows with the features of the fixture: what the rules find may change without the model.
    private func windows(_ article: Article) throws -> [PackedWindow] {
        var windows = windows(try analysis(article))
        for (n, expected) in article.windows.enumerated() where windows.indices.contains(n) {
            for i in windows[n].pieces.indices where expected.features[0].indices.contains(i) {
                let values = Dictionary(uniqueKeysWithValues: zip(Self.names, expected.features.map { $0[i] }))
                windows[n].pieces[i]?.features = PieceFeatures(
                    letterCase: values["case"] ?? 0, quote: values["quote"] ?? 0, rule: values["rule"] ?? 0,
                    verb: values["verb"] ?? 0, layout: values["layout"] ?? 0)
            }
        }
        return windows
    }

    private func windows(_ analysis: AnalyzedDocument) -> [PackedWindow] {
        let size = Self.model.encoder.configuration.window
        var packing = Packing(size: size, context: Self.model.decoder.options.context)
        var windows: [PackedWindow] = []
        UnitCutter(
            analysis: analysis, features: TokenFeatures(analysis, candidates: EnglishPack().candidates(in: analysis)),
            wordPiece: Self.model.encoder.wordPiece, longest: size - 2
        ).forEachUnit { unit in
            if let full = packing.append(unit) { windows.append(full) }
        }
        if let last = packing.close() { windows.append(last) }
        return windows
    }

    private func analysis(_ article: Article) throws -> AnalyzedDocument {
        let sample = try #require(Shipped.articles.first { $0.name == article.id })
        return Finding.analysis(sample.text)
    }

    @Test(arguments: articles.indices)
    func windowsAreTheTrainings(_ n: Int) throws {
        let article = Self.articles[n]
        let windows = try windows(analysis(article))
        #expect(windows.count == article.windows.count)
        for (window, expected) in zip(windows, article.windows) {
            let input = Self.model.input(window)
            #expect(input.pieces == expected.pieces)
            // Of letter case and quotation marks; the others are the rulebook's.
            for name in ["case", "quote"] {
                let place = try #require(Self.names.firstIndex(of: name))
                #expect(input.features[place] == expected.features[place])
            }
            #expect(window.words == expected.words)
            #expect(window.context == expected.context)
        }
    }

    @Test(arguments: articles.indices)
    func logitsAreTheTrainings(_ n: Int) throws {
        let article = Self.articles[n]
        var workspace = try Workspace(for: Self.model.encoder)
        for (window, expected) in zip(try windows(article), article.windows) {
            let scores = Self.model.encoder.score(Self.model.input(window), in: &workspace)
            let sum = scores.cues.reduce(0.0) { $0 + Double($1) }
            // A thousandth for each score at the very most; they differ by far less.
            #expect(abs(sum - expected.cue_sum) < 1e-3 * Double(scores.cues.count).squareRoot())
        }
    }

    @Test(arguments: articles.indices)
    func attributionsAreTheTrainings(_ n: Int) throws {
        let article = Self.articles[n]
        let windows = try windows(article)
        var found: [Roles] = []
        Self.model.withReader { read in
            for window in windows {
                let spans = { (words: Range<Int>) in
                    [window.spans[words.lowerBound].lowerBound, window.spans[words.upperBound - 1].upperBound]
                }
                // As the training does: contents without a cue are of the attribution that ended last.
                let last = found.indices.max {
                    (found[$0].content.last?[1] ?? 0, $1) < (found[$1].content.last?[1] ?? 0, $0)
                }
                for attribution in read(window).attributions {
                    let cue = attribution.cue.map(spans), content = attribution.contents.map(spans)
                    if let known = cue.map({ cue in found.firstIndex { $0.cue == [cue] } }) ?? last {
                        found[known].content += content.filter { !found[known].content.contains($0) }
                    } else if let cue {
                        found.append(
                            Roles(source: attribution.source.map { [spans($0)] } ?? [], cue: [cue], content: content))
                    }
                }
            }
        }
        #expect(found == article.attributions)
    }
}
