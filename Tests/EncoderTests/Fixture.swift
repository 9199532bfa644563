import Foundation

@testable import Encoder

/// A model of random numbers, and what PyTorch makes of windows with it. `Training/fixtures/random_model.py` wrote both.
struct Fixture {
    let folder: String
    private let expected: Safetensors

    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path

    /// The folder `QUOTED_ENCODER_FIXTURE` names, for one of full size, or the small one that lies here.
    init() throws {
        folder = ProcessInfo.processInfo.environment["QUOTED_ENCODER_FIXTURE"] ?? Self.fixtures + "/tiny"
        expected = try Safetensors(path: folder + "/expected.safetensors")
    }

    var windows: Int { (0...).first { expected.entries["\($0).pieces"] == nil }! }

    func window(_ n: Int) throws -> Window {
        let pieces = try integers("\(n).pieces")
        let features = try integers("\(n).features").map { UInt8($0) }
        return Window(
            pieces: pieces,
            features: stride(from: 0, to: features.count, by: pieces.count).map {
                Array(features[$0..<$0 + pieces.count])
            }, words: try integers("\(n).words"))
    }

    /// The cues whose parts are asked for; nil for one in a window before.
    func cues(_ n: Int) throws -> [Range<Int>?] {
        let ends = try integers("\(n).cues").map { Int($0) }
        return stride(from: 0, to: ends.count, by: 2).map { ends[$0] < 0 ? nil : ends[$0]..<ends[$0 + 1] }
    }

    /// What a head makes of a window; of several pointers or cues, one after the other.
    func scores(_ head: String, _ n: Int, _ precision: Precision) throws -> [Float] {
        try floats("\(n).\(precision.rawValue).\(head)")
    }

    private func floats(_ name: String) throws -> [Float] { try expected.floats(name, expected.entries[name]!.shape) }

    private func integers(_ name: String) throws -> [Int32] {
        try expected.integers(name, expected.entries[name]!.shape)
    }
}

/// The greatest absolute difference; infinite where one has more numbers, or one that is none.
func difference(_ one: [Float], _ other: [Float]) -> Float {
    guard one.count == other.count else { return .infinity }
    return zip(one, other).reduce(0) { greatest, pair in
        let difference = abs(pair.0 - pair.1)
        return difference.isNaN ? .infinity : max(greatest, difference)
    }
}
