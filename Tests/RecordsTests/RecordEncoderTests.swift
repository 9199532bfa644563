import Foundation
import Newswire
import Records
import TestSupport
import Testing

@Suite struct RecordEncoderTests {
    private let encoder = RecordEncoder()

    private func decoded(_ line: [UInt8]) throws -> Record {
        try JSONDecoder().decode(Record.self, from: Data(line))
    }

    @Test func aRecordReadsBackAsItWas() throws {
        for record in [SampleRecords.record(), SampleRecords.full] {
            #expect(try decoded(encoder.encode(record)) == record)
        }
    }

    @Test func aWithdrawalNamesTheIdItTakesBack() throws {
        var record = SampleRecords.record(text: nil)
        record.kind = .withdrawal(of: SampleRecords.fingerprint(3))
        let line = encoder.encode(record)
        #expect(try decoded(line) == record)
        let object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        #expect(object["withdraws"] as? String == "sha256:" + SampleRecords.fingerprint(3).hex)
    }

    @Test func aRecordIsOneLine() {
        let line = encoder.encode(SampleRecords.record(text: "one\ntwo\r\nthree\u{0}\u{B}\u{C}"))
        #expect(line.last == UInt8(ascii: "\n"))
        #expect(line.dropLast().allSatisfy { $0 >= 0x20 })
    }

    @Test(arguments: [
        "", "\u{0}", "\"\\/\u{8}\u{C}\n\r\t\u{1B}\u{7F}", "e\u{301}\u{327} Å", "👩🏽‍🚀🇸🇪", "\u{2028}\u{2029}\u{FEFF}\u{FFFF}",
        "\u{10FFFF}\u{E000}\u{D7FF}", String(repeating: "\"", count: 5000), "\\u0041", "</script><!--",
    ])
    func hostileTextReadsBackToTheScalar(_ text: String) throws {
        let line = encoder.encode(SampleRecords.record(text: text, path: text))
        let object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        let read = try #require(object["text"] as? String)
        // Swift's == folds equivalent sequences; offsets count scalars.
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
        #expect(try Array(decoded(line).file.path.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func randomScalarsReadBack() throws {
        var generator = SplitMix(seed: 42)
        for _ in 0..<200 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                let limit: UInt32 = [0x20, 0x80, 0x800, 0x10000, 0x110000].randomElement(using: &generator)!
                if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &generator)) { text.append(scalar) }
            }
            let read = try decoded(encoder.encode(SampleRecords.record(text: String(text))))
            #expect(read.text.map { Array($0.unicodeScalars) } == Array(text))
        }
    }

    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (0.93, "0.93"), (0.5, "0.5"), (0.0001, "0.0001"), (0.00004, "0"), (0.99996, "1"),
        (0.12345, "0.1235"), (0.1, "0.1"), (0.05, "0.05"), (-1, "0"), (7, "1"), (.nan, "0"),
    ])
    func confidenceHasAtMostFourDecimals(_ value: Double, _ written: String) throws {
        var record = SampleRecords.full
        record.quotations[0].confidence = value
        let line = String(decoding: encoder.encode(record), as: UTF8.self)
        #expect(line.contains("\"confidence\":\(written),\"content_confidence\":"))
    }

    /// Lines of before there was a choice say nothing of it.
    @Test func aProducerWithoutAMinimumIsRead() throws {
        let line = String(decoding: encoder.encode(SampleRecords.record()), as: UTF8.self)
        let old = line.replacing(",\"min_confidence\":0", with: "")
        #expect(old != line)
        #expect(try decoded(Array(old.utf8)).producer.minConfidence == nil)
    }

    @Test func textIsLeftOutWhereItMayNotBeKept() throws {
        let line = RecordEncoder(omitText: true).encode(SampleRecords.full)
        let read = try decoded(line)
        #expect(read.text == nil)
        #expect(read.quotations[0].text == "Unsafe ,")
        var expected = SampleRecords.full
        expected.text = nil
        #expect(line == encoder.encode(expected))
    }

    @Test func membersStandInTheDocumentedOrder() {
        let line = String(decoding: encoder.encode(SampleRecords.record()), as: UTF8.self)
        let id = SampleRecords.fingerprint(1).hex
        #expect(
            line == """
                {"schema":"\(Record.schema)","id":"sha256:\(id)","kind":"article",\
                "file":{"path":"wire/a.txt","format":"text","encoding":"utf-8","bytes":26,\
                "sha256":"\(SampleRecords.fingerprint(-1).hex)","item":1},\
                "article":{"title":null,"byline":[],"dateline":null,"published":null,"updated":null,"language":null,\
                "publisher":null,"url":null,"item":null,"version":null,"supersedes":null,"embargoed_until":null,\
                "urgency":null,"status":null},\
                "text":"Nobody saw it, Lind said.","offset_unit":"codepoint","quotations":[],"speakers":[],\
                "set_aside":[],"warnings":[],\
                "producer":{"name":"quoted","version":"0.1.0","engine":"rules","precision":null,\
                "rules":"sha256:\(SampleRecords.fingerprint(7).hex)","model":null,"min_confidence":0,"min_speaker_confidence":0},\
                "annotated_at":"2026-11-23T01:02:03.004Z"}

                """)
    }

    @Test func aNameThatIsNotUTF8IsEscaped() {
        #expect(Record.File.string(path: Array("wire/ö\n.txt".utf8)) == "wire/ö\n.txt")
        #expect(Record.File.string(path: Array("a/".utf8) + [0xF6, 0x0A, 0x2E]) == "a/\\xf6\n.")
        #expect(
            Record.File.string(path: Array("ö".utf8) + [0xC3] + Array("🌉".utf8) + [0xF0, 0x9F]) == "ö\\xc3🌉\\xf0\\x9f")
    }
}

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
    func timesAreWrittenAndReadAsRFC3339(_ milliseconds: Int64, _ text: String) {
        #expect(Timestamp(milliseconds: milliseconds).rfc3339 == text)
        #expect(Timestamp(rfc3339: text.utf8) == Timestamp(milliseconds: milliseconds))
    }

    @Test func daysOfFourCenturiesReadBack() {
        for day in stride(from: Int64(-10_957), through: 135_140, by: 3) {
            let time = Timestamp(milliseconds: day * 86_400_000 + 45_296_007)
            #expect(Timestamp(rfc3339: time.rfc3339.utf8) == time)
        }
    }

    @Test(arguments: [
        "", "2026-11-23T01:02:03Z", "2026-13-23T01:02:03.004Z", "2026-02-30T01:02:03.004Z", "2026-11-23 01:02:03.004Z",
    ])
    func anythingElseIsNoTime(_ text: String) {
        #expect(Timestamp(rfc3339: text.utf8) == nil)
    }

    @Test func theCompactFormSuitsFileNames() {
        #expect(SampleRecords.annotatedAt.compact == "20261123T010203.004Z")
    }
}

@Suite struct FingerprintTests {
    @Test func hexAndBytesReadBack() {
        let fingerprint = SampleRecords.fingerprint(5)
        #expect(fingerprint.bytes.count == 32)
        #expect(Fingerprint(bytes: fingerprint.bytes) == fingerprint)
        #expect(Fingerprint(hex: fingerprint.hex) == fingerprint)
        #expect(Fingerprint(hex: fingerprint.hex.uppercased()) == fingerprint)
        #expect(fingerprint.hex == fingerprint.bytes.map { String(format: "%02x", $0) }.joined())
        #expect(Fingerprint(hex: String(fingerprint.hex.dropLast())) == nil)
        #expect(Fingerprint(hex: fingerprint.hex + "0") == nil)
        #expect(Fingerprint(hex: "g" + fingerprint.hex.dropFirst()) == nil)
    }
}
