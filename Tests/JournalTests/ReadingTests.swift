import Foundation
import Records
import SystemPackage
import TestSupport
import Testing

@testable import Journal

@Suite struct LineScannerTests {
    private func lines(_ bytes: [UInt8], chunk: Int, from offset: Int64 = 0) -> ([LineScanner.Line], LineScanner.Line?)
    {
        var scanner = LineScanner(offset: offset)
        var lines: [LineScanner.Line] = []
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            scanner.scan(bytes[start..<min(start + chunk, bytes.count)]) { lines.append($0) }
        }
        return (lines, scanner.rest)
    }

    @Test(arguments: [1, 2, 7, 64, 100_000])
    func linesAreTheSameHoweverTheBytesComeIn(_ chunk: Int) {
        let records = [
            entry(1), entry(2, text: "a \"quoted\\\" {[ text"), entry(3, text: String(repeating: "é", count: 9000)),
        ]
        let bytes = records.map { $0.lines[0].bytes }
        let (lines, rest) = lines(bytes.flatMap(\.self), chunk: chunk, from: 7)
        #expect(lines.map(\.isWhole) == [true, true, true])
        #expect(lines.map(\.count) == bytes.map { Int64($0.count) })
        #expect(lines.map(\.offset) == [7, 7 + lines[0].count, 7 + lines[0].count + lines[1].count])
        #expect(lines.map(\.head) == bytes.map { Array($0.prefix(LineScanner.headLimit)) })
        #expect(rest == nil)
    }

    @Test func noPrefixOfALineIsWhole() {
        let line = entry(1, text: "{}[]\"\\{").lines[0].bytes
        for length in 1..<line.count - 1 {
            let (lines, rest) = lines(Array(line.prefix(length)) + [0x0A], chunk: 1000)
            #expect(lines.map(\.isWhole) == [false], "\(length)")
            #expect(rest == nil)
        }
        #expect(lines(line.dropLast(), chunk: 1000).1?.isWhole == true)
    }

    @Test(arguments: ["{}x", "x{}", "{}{}", "[]", "\"{}\"", "1", "{}]", "{\"a\u{1}\":1}", "{\u{0}}", "}{"])
    func whatIsNoObjectIsNotWhole(_ text: String) {
        #expect(lines(Array(text.utf8) + [0x0A], chunk: 1000).0.map(\.isWhole) == [false])
    }

    @Test func anEmptyLineIsBlank() {
        let (lines, _) = lines(Array("\n{}\n\n".utf8), chunk: 1000)
        #expect(lines.map(\.isBlank) == [true, false, true])
    }
}

@Suite struct LineHeadTests {
    @Test func theIdAndThePathAreFound() throws {
        let path = "wire/ö \"x\"\n.txt"
        let line = RecordEncoder().encode(SampleRecords.record(4, path: path))
        #expect(LineHead(line)?.id == SampleRecords.fingerprint(4))
        #expect(LineHead(line)?.path == path)
        #expect(LineHead(line)?.file == SampleRecords.fingerprint(-4))
    }

    @Test func aHeadThatBreaksOffGivesWhatIsThere() throws {
        let line = RecordEncoder().encode(SampleRecords.record(4))
        let end = try #require(String(decoding: line, as: UTF8.self).range(of: "\"encoding\"")).lowerBound
        let length = String(decoding: line, as: UTF8.self)[..<end].utf8.count
        for cut in 0...length {
            let head = LineHead(Array(line.prefix(cut)))
            #expect(head == nil || head?.id == SampleRecords.fingerprint(4))
            #expect(head?.path == nil || head?.path == "wire/a.txt")
            #expect(head?.file == nil)
        }
        #expect(LineHead(Array(line.prefix(130)))?.id == SampleRecords.fingerprint(4))
    }

    @Test func otherOrdersAndSpacesAreRead() {
        let id = SampleRecords.fingerprint(9).hex
        for text in [
            "{ \"n\" : [1, {\"id\":\"x\"}, \"]\"], \"file\" : {\"item\": 2, \"path\" : \"a/b\"}, \"id\" : \"sha256:\(id)\" }",
            "{\"a\\\"b\":null,\"t\":true,\"id\":\"sha256:\(id)\",\"file\":{\"path\":\"a/b\"}}",
        ] {
            let head = LineHead(Array(text.utf8))
            #expect(head?.id.hex == id)
            #expect(head?.path == "a/b")
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"id\":7}", "{\"id\":\"sha256:00\"}", "{\"file\":{\"id\":\"sha256:\"}}", "{\"id\"", "{{{{",
    ])
    func whatHasNoIdIsNoRecord(_ text: String) {
        #expect(LineHead(Array(text.utf8)) == nil)
    }
}

@Suite struct JournalSiblingTests {
    private func sibling(_ name: String, of journal: String = "quoted.jsonl") -> JournalSibling? {
        JournalSibling(name: name, in: "/var/log", of: journal)
    }

    @Test(arguments: [
        "quoted.jsonl.1", "quoted.jsonl.12", "quoted.jsonl-20261123", "quoted.jsonl-20261123-1795395723",
        "quoted-20261123.jsonl", "quoted.1.jsonl", "quoted.jsonl.torn-20261123T010203.004Z",
        "quoted.jsonl.torn-20261123T010203.004Z.repair",
    ])
    func rotatedAndTornJournalsAreSiblings(_ name: String) {
        #expect(sibling(name)?.path == FilePath("/var/log/\(name)"))
        #expect(sibling(name)?.compression == nil)
    }

    @Test(arguments: [
        ("quoted.jsonl.2.gz", JournalSibling.Compression.gzip), ("quoted.jsonl-20261123.xz", .xz),
        ("quoted-20261123.jsonl.zst", .zstd), ("quoted.jsonl.3.bz2", .bzip2),
    ])
    func compressedOnesAreToo(_ name: String, _ compression: JournalSibling.Compression) {
        #expect(sibling(name)?.compression == compression)
    }

    @Test(arguments: [
        "quoted.jsonl", "quoted.jsonl.lock", "quoted.jsonl.ledger", "quoted.jsonl.ledger-wal", "quoted.jsonl.bak",
        "quoted.jsonl.",
        "quoted.jsonl.gz", "other.jsonl.1", "quoted.jsonl.torn-20261123T010203.004Z.tail", "quoted-new.jsonl",
        "quoted.jsonl.1.tmp",
        "quoted.jsonl.ledger.corrupt-20261123T010203.004Z", "quotedX.jsonl.1", "quoted.jsonl-",
    ])
    func nothingElseIs(_ name: String) {
        #expect(sibling(name) == nil)
    }

    @Test func aJournalWithoutAnExtensionHasSiblingsToo() {
        #expect(sibling("journal.1", of: "journal") != nil)
        #expect(sibling("journal-20261123.gz", of: "journal") != nil)
        #expect(sibling("1", of: "journal") == nil)
    }
}

@Suite struct BatchPlanTests {
    private func writes(_ plan: BatchPlan) -> [[Bool]] { plan.decisions.map(\.writes) }

    @Test func knownArticlesAreDropped() {
        let plan = BatchPlan([entry(1, 2), entry(2, 3)], .init(known: [SampleRecords.fingerprint(1): .known]))
        #expect(writes(plan) == [[false, true], [false, true]])
    }

    @Test func knownArticlesAreWrittenWhereRepeatsAreWanted() {
        let known: [Fingerprint: BatchPlan.Knowledge] = [SampleRecords.fingerprint(1): .known]
        let plan = BatchPlan(
            [entry(1, 1, repeats: .annotate), entry(1, repeats: .annotate), entry(1)], .init(known: known))
        #expect(writes(plan) == [[true, false], [true], [false]])
    }

    @Test func aRecoveredArticleIsRedoneOnce() {
        let known: [Fingerprint: BatchPlan.Knowledge] = [SampleRecords.fingerprint(1): .recovered]
        let plan = BatchPlan([entry(1, 2, repeats: .annotate), entry(1, repeats: .annotate)], .init(known: known))
        #expect(writes(plan) == [[false, true], [true]])
        #expect(plan.decisions.map(\.redone) == [ids([1]), []])
    }

    @Test func aFinishedEntryIsNotWrittenAgain() {
        let plan = BatchPlan([entry(1, repeats: .annotate), entry(2, repeats: .annotate)], .init(), finished: [0])
        #expect(writes(plan) == [[false], [true]])
    }
}
