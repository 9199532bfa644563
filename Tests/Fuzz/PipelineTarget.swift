import Annotator
import Attribution
import Encoder
import Foundation
import Hashing
import ModelSpotting
import Newswire
import Records
import Rulebook
import Setup

/// From bytes to lines: what comes out has to be JSON in one line, with every span inside of the text.
struct PipelineTarget: Target {
    enum Kind { case rules, model }

    private let annotator: Annotator

    init(_ kind: Kind) throws {
        let rulebooks = try RulebookLoader.load(RuleFolders.find(overlays: []))
        let engine: Engine =
            switch kind {
            case .rules: .rules
            case .model: .model(try ModelEngine.load(ModelLocation.find("en-news"), precision: .int8))
            }
        annotator = Annotator(rulebooks: rulebooks, engine: engine, version: "fuzz")
    }

    func feed(_ bytes: [UInt8]) {
        guard let reading = try? annotator.read(bytes: bytes) else { return }
        guard let digest = Fingerprint(bytes: SHA256.hash(bytes)) else { return }
        let file = FileFacts(path: "a.txt", bytes: bytes.count, sha256: digest)
        for annotation in annotator.annotate(reading, file: file) { check(annotation.line) }
    }

    private func check(_ line: [UInt8]) {
        expect(line.last == UInt8(ascii: "\n") && !line.dropLast().contains(UInt8(ascii: "\n")), "not one line")
        guard let record = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
            let text = record["text"] as? String
        else { fatalError("the line is no JSON") }
        spans(record, within: text.unicodeScalars.count)
    }

    /// Whatever has a start and an end, however deep.
    private func spans(_ value: Any, within length: Int) {
        if let object = value as? [String: Any] {
            if let start = object["start"] as? Int, let end = object["end"] as? Int {
                expect(0 <= start && start < end && end <= length, "\(start)..<\(end) in a text of \(length)")
            }
            for value in object.values { spans(value, within: length) }
        } else if let list = value as? [Any] {
            for value in list { spans(value, within: length) }
        }
    }
}
