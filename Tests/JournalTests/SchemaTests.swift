import Foundation
import Journal
import Newswire
import Records
import Rulebook
import TestSupport
import Testing

/// `docs/record.schema.json` against what is written, by a validator that is not ours.
@Suite struct SchemaTests {
    private static let docs = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "docs")
    private static let schema = docs.appendingPathComponent("record.schema.json")

    /// python3 with Debian's python3-jsonschema.
    private static let hasValidator = (try? python("import jsonschema.validators", [], input: Data()).status) == 0

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func everythingThatIsWrittenIsValid() throws {
        var withdrawal = SampleRecords.record(2, text: nil)
        withdrawal.kind = .withdrawal(of: SampleRecords.fingerprint(1))
        var ambiguous = SampleRecords.full
        ambiguous.article = .init()
        ambiguous.quotations[0].cue = nil
        ambiguous.quotations[0].source = nil
        ambiguous.speakers[0].link = .init(id: "Q1")
        let records = [SampleRecords.record(), SampleRecords.full, withdrawal, ambiguous]
        let lines = records.flatMap { RecordEncoder().encode($0) + RecordEncoder(omitText: true).encode($0) }
        #expect(try complaints(about: Data(lines)) == [])
    }

    @Test(
        .enabled(if: hasValidator, "python3-jsonschema is not installed"),
        arguments: [
            ("\"kind\":\"article\"", "\"kind\":\"article\",\"withdraws\":null"),
            ("\"kind\":\"article\"", "\"kind\":\"withdrawal\""),
            ("\"kind\":\"article\"", "\"kind\":\"withdrawal\",\"withdraws\":null"),
            ("\"supersedes\":null", "\"supersedes\":\"2\""), ("\"urgency\":null", "\"urgency\":0"),
            ("\"kind\":\"article\"", "\"kind\":\"note\""), ("\"offset_unit\":\"codepoint\",", ""),
            ("\"warnings\":[]", "\"warnings\":[],\"extra\":1"), ("sha256:", "md5:"), ("\"item\":1", "\"item\":0"),
            ("T01:02:03.004Z", " 01:02:03"),
        ])
    func theSchemaRefusesWhatIsWrong(_ right: String, _ wrong: String) throws {
        let line = String(decoding: RecordEncoder().encode(SampleRecords.record()), as: UTF8.self)
        let spoilt = line.replacingOccurrences(of: right, with: wrong)
        try #require(spoilt != line)
        #expect(try complaints(about: Data(spoilt.utf8)).count == 1)
    }

    @Test func theSchemaKnowsEveryNameThatIsWritten() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema))
        func names(_ path: String...) -> Set<String?>? {
            let values = path.reduce(schema as Any?) { ($0 as? [String: Any])?[$1] } as? [Any]
            return values.map { Set($0.map { $0 as? String }) }
        }
        func nullable<Name: RawRepresentable<String> & CaseIterable>(_: Name.Type) -> Set<String?> {
            Set(Name.allCases.map(\.rawValue) + [nil])
        }
        func all<Name: RawRepresentable<String> & CaseIterable>(_: Name.Type) -> Set<String?> {
            Set(Name.allCases.map(\.rawValue))
        }
        #expect(names("$defs", "cue", "properties", "class", "enum") == nullable(VerbClass.self))
        #expect(names("$defs", "cue", "properties", "stance", "enum") == nullable(Stance.self))
        #expect(names("$defs", "cue", "properties", "tense", "enum") == nullable(Record.Tense.self))
        #expect(names("$defs", "quotation", "properties", "type", "enum") == all(Record.QuotationType.self))
        #expect(names("$defs", "quotation", "properties", "resolved_by", "enum") == nullable(Record.Resolution.self))
        #expect(names("$defs", "speaker", "properties", "kind", "enum") == all(Record.SpeakerKind.self))
        #expect(names("$defs", "producer", "properties", "precision", "enum") == nullable(Record.Precision.self))
        #expect(names("$defs", "engine", "enum") == all(Record.Engine.self))
    }

    // MARK: The documentation's example

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func theExampleIsValid() throws {
        let example = try JSONSerialization.jsonObject(with: example())
        #expect(try complaints(about: JSONSerialization.data(withJSONObject: example)) == [])
    }

    @Test func theExamplesOffsetsAreRight() throws {
        let record = try JSONDecoder().decode(Record.self, from: example())
        let text = Array(try #require(record.text).unicodeScalars)
        func words(_ spans: [Span]) -> String {
            spans.map { span in
                var words = String.UnicodeScalarView()
                words.append(contentsOf: text[span.start..<span.end])
                return String(words)
            }.joined(separator: " ")
        }
        for quotation in record.quotations {
            #expect(words(quotation.content) == quotation.text)
            if let cue = quotation.cue { #expect(words(cue.spans) == cue.text) }
            let mentions = [
                quotation.source, quotation.addressee, quotation.target, quotation.setting, quotation.time,
                quotation.cue?.hedged,
            ]
            for mention in mentions.compactMap(\.self) { #expect(words(mention.spans) == mention.text) }
            let speaker = try #require(record.speakers.first { $0.id == quotation.speaker })
            #expect(try speaker.mentions.contains(#require(quotation.source).spans[0]))
        }
        #expect(record.quotations.count == 3)
    }

    private func example() throws -> Data {
        let page = try String(contentsOf: Self.docs.appendingPathComponent("record.md"), encoding: .utf8)
        let start = try #require(page.range(of: "```json\n")).upperBound
        let end = try #require(page.range(of: "\n```", range: start..<page.endIndex)).lowerBound
        return Data(page[start..<end].utf8)
    }

    // MARK: The validator

    /// What the schema finds wrong, a line each.
    private func complaints(about lines: Data) throws -> [String] {
        let script = """
            import json, sys
            from jsonschema import Draft202012Validator
            schema = json.load(open(sys.argv[1], encoding="utf-8"))
            Draft202012Validator.check_schema(schema)
            for line in sys.stdin.buffer.read().splitlines():
                for error in Draft202012Validator(schema).iter_errors(json.loads(line)):
                    print(list(error.absolute_path), error.message.replace("\\n", " ")[:300])
                    break
            """
        let result = try Self.python(script, [Self.schema.path], input: lines)
        #expect(result.status == 0)
        return result.output.split(separator: "\n").map(String.init)
    }

    private static func python(
        _ script: String, _ arguments: [String], input: Data
    ) throws -> (status: Int32, output: String) {
        let directory = try JournalFolder()
        try directory.write(input, to: "input")
        try directory.write([], to: "output")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script] + arguments
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: directory.file("input")))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: directory.file("output")))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try directory.bytes("output"), as: UTF8.self))
    }
}
