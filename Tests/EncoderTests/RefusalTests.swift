import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Encoder

/// Whatever is wrong with a model's files is said with the file, and the model is not used.
@Suite struct RefusalTests {
    /// A copy of the small model, to be spoilt.
    private let scratch: ScratchFolder
    private var folder: String { scratch("tiny").string }
    private var tensors: String { folder + "/model.safetensors" }

    init() throws {
        scratch = try ScratchFolder()
        try FileManager.default.copyItem(atPath: Fixture.fixtures + "/tiny", toPath: folder)
    }

    private func refusal() throws -> ModelError {
        try #require(throws: ModelError.self) { try Model.load(directory: folder) }
    }

    private func bytes(_ name: String = "model.safetensors") throws -> Data {
        try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
    }

    private func write(_ data: Data, _ name: String = "model.safetensors") throws {
        try data.write(to: URL(filePath: "\(folder)/\(name)"))
    }

    /// Replaces in the file; for the header of a safetensors file, by something as long.
    private func replace(_ old: String, by new: String, in name: String = "model.safetensors") throws {
        var data = try bytes(name)
        let range = try #require(data.range(of: Data(old.utf8)))
        data.replaceSubrange(range, with: Data(new.utf8))
        try write(data, name)
    }

    @Test func `A model as it should be has a name, a digest and numbers for its decoder`() throws {
        let model = try Model.load(directory: folder)
        #expect((model.name, model.version) == ("tiny", "1"))
        #expect(model.digest.count == 71 && model.digest.hasPrefix("sha256:"))
        #expect(model.configuration.decoder == ["source_bias": 1.2, "link": 0.3])
        #expect(model.configuration.partLabels.count == 9)
    }

    @Test(arguments: ["config.json", "vocab.txt", "model.safetensors"])
    func `A file that is missing is named`(_ name: String) throws {
        try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        let error = try refusal()
        #expect(error.code == .missingFile)
        #expect(error.file == "\(folder)/\(name)")
        #expect(error.description.contains("--engine rules"))
    }

    @Test(arguments: [0, 7, 100, 20_000, 53_000])
    func `A file that was cut off is refused`(_ length: Int) throws {
        try write(bytes().prefix(length))
        #expect(try refusal().code == .malformed)
    }

    @Test func `A header longer than the file is refused`() throws {
        var data = try bytes()
        data.replaceSubrange(0..<8, with: Data(repeating: 0xFF, count: 8))
        try write(data)
        #expect(try refusal().code == .malformed)
    }

    @Test func `Tensors that lie on one another are refused`() throws {
        let data = try bytes()
        let length = Int(UInt64(littleEndian: data.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }))
        let json = try JSONSerialization.jsonObject(with: data[8..<8 + length])
        var header = try #require(json as? [String: [String: Any]])
        // Of one size.
        header["parts.cue.weight"] = header["parts.word_factor.weight"]
        let text = try JSONSerialization.data(withJSONObject: header)
        let count = withUnsafeBytes(of: UInt64(text.count).littleEndian) { Data($0) }
        try write(count + text + data[(8 + length)...])
        let error = try refusal()
        #expect(error.code == .malformed)
        #expect(error.what.contains("it lies on"))
    }

    @Test func `A tensor of another type, name or shape is named`() throws {
        try replace("\"cues.bias\"", by: "\"cues.bies\"")
        #expect(try refusal().code == .missingTensor)
        #expect(try refusal().tensor == "cues.bias")
        try replace("\"cues.bies\"", by: "\"cues.bias\"")
        try replace("\"dtype\":\"I8\"", by: "\"dtype\":\"U8\"")
        #expect(try refusal().code == .unknownType)
    }

    @Test func `A tensor that does not go with the configuration is named`() throws {
        try replace("\"hidden_size\": 32", by: "\"hidden_size\": 64", in: "config.json")
        let error = try refusal()
        #expect(error.code == .wrongShape)
        #expect(error.tensor?.isEmpty == false)
    }

    @Test func `Numbers that are none are refused`() throws {
        var data = try bytes()
        let fixture = try Safetensors(path: tensors)
        let range = try #require(fixture.entries["cues.bias"]).range
        data.replaceSubrange(range.prefix(4), with: [0, 0, 0xC0, 0x7F])
        try write(data)
        #expect(try refusal().code == .notFinite)
    }

    @Test func `Weights that could overflow are refused`() throws {
        var data = try bytes()
        let range = try #require(Safetensors(path: tensors).entries["encoder.layer.1.output.dense.weight"]).range
        data[range.lowerBound + 5] = 64
        try write(data)
        #expect(try refusal().tensor == "encoder.layer.1.output.dense.weight")
    }

    @Test func `A vocabulary of another size is refused`() throws {
        try write(bytes("vocab.txt") + Data("extra\n".utf8), "vocab.txt")
        #expect(try refusal().code == .wrongVocabulary)
    }

    @Test(arguments: [
        ("\"format\": 2", "\"format\": 3", ModelError.Code.unsupported),
        ("\"quoted-attribution\"", "\"bert\"", .unsupported),
        ("\"gelu\"", "\"relu\"", .unsupported),
        ("\"window\": 90", "\"window\": 900", .badConfiguration),
        ("\"num_attention_heads\": 2", "\"num_attention_heads\": 3", .badConfiguration),
        ("\"hidden_size\"", "\"hidden\"", .badConfiguration),
        ("\"labels\": [", "\"labels\": 5, \"other\": [", .badConfiguration),
        ("{", "", .badConfiguration),
    ])
    func `A configuration that cannot be computed is refused`(
        _ old: String, _ new: String, _ code: ModelError.Code
    ) throws {
        try replace(old, by: new, in: "config.json")
        let error = try refusal()
        #expect(error.code == code)
        #expect(error.file == folder + "/config.json")
    }
}
