import Foundation
import Newswire
import Records
import SystemPackage
import TestSupport
import Testing

@testable import Journal

/// Versions of one item: each names the record of the one before it, and a withdrawal the record that it takes back.
@Suite struct VersionTests {
    /// - Parameter seed: Of the record; the same is the same article.
    private func record(_ seed: Int, _ item: String = "urn:example:bridge", version: String? = nil) -> Record {
        var metadata = Metadata()
        (metadata.title, metadata.publisher) = ("A bridge \"closed\" \\ again, \(seed)", "The Strait")
        (metadata.item, metadata.version) = (item, version)
        var record = SampleRecords.record(seed, path: "in/\(seed).txt")
        record.article = .init(metadata)
        return record
    }

    private func delivery(_ records: Record..., file: Int? = nil, repeats: RepeatPolicy = .drop, arrival: Int64 = 0)
        -> Entry
    {
        delivery(
            lines: records.map(RecordEncoder().line), file: file ?? Int(records[0].file.path.filter(\.isNumber))!,
            repeats, arrival)
    }

    private func delivery(lines: [RecordLine], file: Int, _ repeats: RepeatPolicy = .drop, _ arrival: Int64 = 0)
        -> Entry
    {
        Entry(
            file: SampleRecords.fingerprint(-file), path: "in/\(file).txt",
            arrival: ArrivalID(device: 1, inode: 2, modified: arrival), lines: lines, repeats: repeats)
    }

    /// A withdrawal whose id says what it takes back, as the annotator's does.
    private func withdrawal(_ item: String = "urn:example:bridge", version: String? = nil) -> RecordLine {
        let template = record(0, item, version: version)
        return RecordLine(withdrawing: ItemVersion(template.article)!, id: SampleRecords.fingerprint(-1000)) {
            withdrawn in
            var record = template
            let bytes = withdrawn.bytes.map { $0 ^ UInt8(version?.count ?? 7) }
            (record.id, record.kind, record.text) = (Fingerprint(bytes: bytes)!, .withdrawal(of: withdrawn), nil)
            return RecordLine(id: record.id, bytes: RecordEncoder().encode(record))
        }
    }

    private func journal(
        _ directory: JournalFolder, _ entries: [Entry]
    ) async throws -> [[CommitOutcome.Article]] {
        try await withJournal(directory.configuration) { journal in
            var outcomes: [[CommitOutcome.Article]] = []
            for entry in entries { outcomes.append(try await journal.commit(entry).articles) }
            return outcomes
        }
    }

    private func superseded(_ directory: JournalFolder, _ name: String = "quoted.jsonl") throws -> [Fingerprint?] {
        try directory.records(name).map(\.article.supersedes)
    }

    // MARK: Superseding

    @Test func aVersionNamesTheRecordOfTheOneBeforeIt() async throws {
        let directory = try JournalFolder()
        _ = try await journal(
            directory,
            [
                delivery(record(1, version: "1")), delivery(record(2, version: "2")),
                delivery(record(3, "urn:example:ferry")),
                delivery(record(4, version: "10")), delivery(record(5, "urn:example:ferry")),
            ])
        #expect(try superseded(directory) == [nil, ids([1])[0], nil, ids([2])[0], ids([3])[0]])
    }

    @Test func versionsOfOneFileAndOfOneBatchFollowOnEachOther() async throws {
        let directory = try JournalFolder()
        try await withJournal(directory.configuration) { journal in
            await withThrowingTaskGroup(of: Void.self) { group in
                for file in 0..<20 {
                    let records = (1...3).map { record(file * 10 + $0, "urn:example:\(file)") }
                    group.addTask { [self] in
                        _ = try await journal.commit(delivery(lines: records.map(RecordEncoder().line), file: file))
                    }
                }
            }
        }
        let records = try directory.records()
        #expect(records.count == 60)
        for lines in Dictionary(grouping: records, by: \.article.item).values {
            #expect(lines.map(\.article.supersedes) == [nil, lines[0].id, lines[1].id])
        }
    }

    @Test func anOlderVersionThatComesLateSupersedesNothing() async throws {
        let directory = try JournalFolder()
        _ = try await journal(
            directory,
            [
                delivery(record(1, version: "9")), delivery(record(2, version: "008")),
                delivery(record(3, version: "10")),
            ])
        #expect(try superseded(directory) == [nil, nil, ids([1])[0]])
    }

    @Test func aRepeatIsDroppedAndChangesNothing() async throws {
        let directory = try JournalFolder()
        let outcomes = try await journal(
            directory, [delivery(record(1)), delivery(record(2)), delivery(record(1)), delivery(record(3))])
        #expect(outcomes[2] == [.repeat])
        #expect(try superseded(directory) == [nil, ids([1])[0], ids([2])[0]])
    }

    @Test func aRepeatThatIsWantedSupersedesWhatItSupersededBefore() async throws {
        let directory = try JournalFolder()
        let versions = [1, 2, 3].map { record($0) }
        let first = versions.map { delivery($0, repeats: .annotate, arrival: 1) }
        let again = versions.map { delivery($0, repeats: .annotate, arrival: 2) }
        _ = try await journal(directory, first + again + [delivery(record(4), repeats: .annotate)])
        let chain = [nil, ids([1])[0], ids([2])[0]]
        #expect(try superseded(directory) == chain + chain + [ids([3])[0]])
    }

    @Test(arguments: [("4711", "The Strait", "Another", false), ("urn:x:4711", "The Strait", "Another", true)])
    func shortIdentifiersGoWithTheirPublisher(_ item: String, _ one: String, _ other: String, _ isSame: Bool) {
        let versions = [one, other].map { ItemVersion(item: item, publisher: $0, version: nil) }
        #expect((versions[0] == versions[1]) == isSame)
        #expect(ItemVersion(item: item, publisher: one, version: nil) == versions[0])
    }

    @Test func whatIsTooLongIsNoIdentifier() {
        #expect(ItemVersion(item: String(repeating: "x", count: 2001), publisher: nil, version: nil) == nil)
        #expect(ItemVersion(item: "", publisher: nil, version: nil) == nil)
    }

    // MARK: Withdrawing

    @Test func aWithdrawalNamesTheNewestRecord() async throws {
        let directory = try JournalFolder()
        let outcomes = try await journal(
            directory,
            [
                delivery(record(1, version: "1")), delivery(record(2, version: "2")),
                delivery(lines: [withdrawal(version: "3")], file: 3),
                delivery(lines: [withdrawal(version: "3")], file: 4),
                delivery(lines: [withdrawal(version: "12")], file: 5), delivery(record(6, version: "13")),
                delivery(lines: [withdrawal(version: "14")], file: 7),
            ])
        let records = try directory.records()
        #expect(
            records.map(\.kind) == [
                .article, .article, .withdrawal(of: records[1].id), .article, .withdrawal(of: records[3].id),
            ])
        // What comes after a withdrawal takes the place of what was withdrawn.
        #expect(records.map(\.article.supersedes) == [nil, records[0].id, nil, records[1].id, nil])
        #expect(outcomes[3] == [.repeat] && outcomes[4] == [.moot])
        #expect(Set(records.map(\.id)).count == records.count)
    }

    @Test func tellsWhatTheLinesTookBack() async throws {
        let (first, second) = (record(1, version: "1"), record(2, version: "2"))
        let entries = [
            delivery(first), delivery(second), delivery(second), delivery(lines: [withdrawal(version: "3")], file: 3),
        ]
        let directory = try JournalFolder()
        let takenBack = try await withJournal(directory.configuration) { journal in
            var takenBack: [[Fingerprint]] = []
            for entry in entries { takenBack.append(try await journal.commit(entry).takenBack) }
            return takenBack
        }
        #expect(takenBack == [[], [first.id], [], [second.id]], "what is a repeat was not written")
    }

    @Test func nothingIsWrittenWhereThereIsNothingToTakeBack() async throws {
        let directory = try JournalFolder()
        let outcomes = try await journal(
            directory,
            [
                delivery(lines: [withdrawal()], file: 1), delivery(record(2, version: "5")),
                delivery(lines: [withdrawal(version: "4")], file: 3),
            ])
        #expect(outcomes[0] == [.moot] && outcomes[2] == [.moot])
        #expect(try directory.records().map(\.kind) == [.article])
        #expect(CommitOutcome(articles: [.moot]).isRepeat == false)
    }

    // MARK: Crashes and lost ledgers

    private var history: [Entry] {
        [
            delivery(record(1, version: "1")), delivery(record(2, version: "2")), delivery(record(3, "4711")),
            delivery(lines: [withdrawal("4711")], file: 4), delivery(record(5, "")),
        ]
    }

    private let next = 6

    /// What comes after the history finds it.
    private func goOn(_ directory: JournalFolder, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let before = try directory.records().count
        let outcomes = try await journal(
            directory,
            history + [
                delivery(record(6, version: "3")), delivery(record(7, version: "1")),
                delivery(lines: [withdrawal("4711")], file: 8), delivery(record(9, "4711")),
            ])
        #expect(outcomes.prefix(5).allSatisfy { $0 == [.repeat] }, sourceLocation: sourceLocation)
        #expect(outcomes[7] == [.repeat], sourceLocation: sourceLocation)
        let new = try directory.records().dropFirst(before)
        #expect(new.map(\.id) == ids([6, 7, 9]), sourceLocation: sourceLocation)
        #expect(new.map(\.article.supersedes) == [ids([2])[0], nil, ids([3])[0]], sourceLocation: sourceLocation)
    }

    @Test func aLostLedgersItemsAreReadFromTheJournal() async throws {
        let directory = try JournalFolder()
        _ = try await journal(directory, history)
        try directory.removeLedger()
        try await goOn(directory)
    }

    @Test func linesThatACrashLeftBehindAreNoted() async throws {
        let directory = try JournalFolder()
        _ = try await journal(directory, history)
        let lines = try directory.bytes()
        try directory.removeLedger()
        try directory.write(lines.prefix { $0 != 0x0A } + [0x0A])
        _ = try await journal(directory, [])
        // The ledger knows the first line; the others were written before a crash.
        try directory.write(lines)
        try await goOn(directory)
    }

    @Test func rotatedJournalsAreReadInTheOrderInWhichTheyWereWritten() async throws {
        let directory = try JournalFolder()
        _ = try await journal(directory, history)
        let lines = try directory.bytes().split(separator: 0x0A).map { $0 + [0x0A] }
        // Names that sort otherwise.
        for (age, name) in ["quoted.jsonl.3", "quoted.jsonl.1", "quoted.jsonl-20261122", "quoted.jsonl-20261121"]
            .enumerated()
        {
            try directory.write(lines[age], to: name)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_795_000_000 + Double(age))],
                ofItemAtPath: directory.file(name))
        }
        try directory.write(lines[4])
        try directory.removeLedger()
        try await goOn(directory)
    }

    @Test func aLedgerFromBeforeItemsIsBroughtUpToDate() async throws {
        let directory = try JournalFolder()
        _ = try await journal(directory, history)
        let failed = FileRecord(outcome: .failed, time: SampleRecords.annotatedAt, reason: "binary")
        let ledger = try await Ledger.open(
            directory.configuration.ledger, journal: directory.journal, logger: .silent)
        try await ledger.finish(SampleRecords.fingerprint(99), failed)
        try await OldLedger.makeWithoutItems(of: directory.configuration.ledger)
        try await goOn(directory)
        let again = try await Ledger.open(
            directory.configuration.ledger, journal: directory.journal, logger: .silent)
        #expect(try await again.file(SampleRecords.fingerprint(99)) == failed, "what only the ledger knew is lost")
        #expect(try directory.names() == ["quoted.jsonl"], "the ledger was moved aside")
    }

    @Test func lineHeadsTellOfItems() throws {
        let line = RecordEncoder().line(record(3, "4711", version: "2")).superseding(SampleRecords.fingerprint(2))
        let head = try #require(LineHead(line.bytes))
        #expect(head.version == ItemVersion(item: "4711", publisher: "The Strait", version: "2"))
        #expect(head.supersedes == SampleRecords.fingerprint(2) && head.withdraws == nil)
        guard case .withdrawal(_, let make)? = withdrawal("4711").subject else {
            Issue.record("no withdrawal")
            return
        }
        #expect(
            try #require(LineHead(make(SampleRecords.fingerprint(3)).bytes)).withdraws == SampleRecords.fingerprint(3))
        // Long titles and addresses leave room for it.
        var long = record(4)
        long.article.title = String(repeating: "“", count: 4000)
        long.article.url = String(repeating: "x", count: 8000)
        let bytes = RecordEncoder().encode(long)
        #expect(LineHead(Array(bytes.prefix(LineScanner.headLimit)))?.version != nil)
    }
}
