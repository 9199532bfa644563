import Encoder
import Foundation
import SystemPackage
import TestSupport

/// A text cut into word pieces: each lies within the text, and they come in its order.
struct TokenizerTarget: Target {
    private let wordPiece: WordPiece

    init() throws {
        wordPiece = try WordPiece(
            vocabulary: Data(contentsOf: Shipped.root.appending(path: "Models/en-news/vocab.txt")))
    }

    func feed(_ bytes: [UInt8]) {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var pieces = Pieces()
        wordPiece.split(scalars[...], into: &pieces)
        expect(pieces.ids.allSatisfy { (0..<Int32(wordPiece.count)).contains($0) }, "a piece of no vocabulary")
        expect(
            zip(pieces.starts, pieces.ends).allSatisfy { 0 <= $0 && $0 < $1 && Int($1) <= scalars.count },
            "a piece outside of the text")
    }
}

/// A model's folder with one of its three files spoilt: the first byte chooses which.
struct WeightsTarget: Target {
    private static let names = ["config.json", "vocab.txt", "model.safetensors"]
    private let scratch: ScratchFolder
    private let files: [Data]

    init() throws {
        scratch = try .inMemory()
        files = try Self.names.map { name in
            try Data(contentsOf: Shipped.root.appending(path: "Tests/EncoderTests/Fixtures/tiny/\(name)"))
        }
    }

    func feed(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let spoilt = Int(first) % Self.names.count
        for (index, name) in Self.names.enumerated() {
            scratch.put(index == spoilt ? Data(bytes.dropFirst()) : files[index], as: name)
        }
        guard let model = try? Model.load(directory: scratch.path.string) else { return }
        // What was taken for a model has to compute.
        guard var workspace = try? Workspace(for: model) else { return }
        let pieces = [model.wordPiece.beginning, model.wordPiece.unknown, model.wordPiece.separator]
        let features = model.configuration.features.map { _ in [UInt8](repeating: 0, count: pieces.count) }
        _ = model.score(Window(pieces: pieces, features: features, words: [1]), in: &workspace)
    }
}
