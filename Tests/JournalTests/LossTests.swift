import Foundation
import Glibc
import Journal
import Records
import SystemPackage
import TestSupport
import Testing

/// What was journalled and is gone is told of, is no repeat, and no later line suffers for it.
@Suite struct LossTests {
    private let directory: JournalFolder

    init() throws { directory = try JournalFolder() }

    /// Three lines, each of a file of its own.
    private func write() async throws {
        try await withJournal(directory.configuration) { journal in
            for seed in 1...3 { _ = try await journal.commit(entry(seed)) }
        }
    }

    private func cut(to size: Int) throws {
        try #require(unsafe truncate(directory.journal.string, off_t(size)) == 0)
    }

    private var sizes: [Int] { (1...3).map { entry($0).lines[0].bytes.count } }

    private func move(_ name: String = "quoted.jsonl", to other: String) throws {
        let path = URL(fileURLWithPath: directory.file(other))
        try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: URL(fileURLWithPath: directory.file(name)), to: path)
    }

    // MARK: Cut

    /// How many bytes are left of lines of 1,000, 1,000 and 1,000, say, and which of them are whole then.
    enum Cut: CaseIterable {
        case newline, halfALine, aLine, twoLinesAndAHalf, allButTenBytes

        func size(of lines: [Int]) -> Int {
            switch self {
            case .newline: lines.reduce(0, +) - 1
            case .halfALine: lines[0] + lines[1] + lines[2] / 2
            case .aLine: lines[0] + lines[1]
            case .twoLinesAndAHalf: lines[0] / 2
            case .allButTenBytes: 10
            }
        }

        var whole: Int {
            switch self {
            case .newline: 3
            case .halfALine, .aLine: 2
            case .twoLinesAndAHalf, .allButTenBytes: 0
            }
        }
    }

    @Test(arguments: Cut.allCases) func noLineIsFusedOntoAJournalThatWasCut(_ cut: Cut) async throws {
        try await write()
        try self.cut(to: cut.size(of: sizes))
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses == LossCount(cut: 3 - cut.whole))
            let lost = try await journal.ledger.lostArticles(.cut)
            #expect(lost.map(\.id) == Array(ids(1...3).suffix(3 - cut.whole)))
            #expect(lost.map(\.file) == (1...3).suffix(3 - cut.whole).map { SampleRecords.fingerprint(-$0) })
            try await expect(journal, entry(4), isRepeat: false)
            for seed in 1...3 { try await expect(journal, entry(seed), isRepeat: seed <= cut.whole) }
        }
        // Told no more, since all of them stand again, each once.
        try await withJournal(directory.configuration) { #expect($0.status.losses.all == 0) }
        let names = try directory.names().filter { !$0.hasSuffix(".tail") }
        let found = try names.flatMap { try directory.records($0).map(\.id.hex) }
        #expect(found.sorted() == ids(1...4).map(\.hex).sorted())
    }

    @Test(arguments: [0, 1, 2]) func aKnownLineThatWasSpoiltIsLost(_ index: Int) async throws {
        try await write()
        var bytes = try directory.bytes()
        let start = sizes.prefix(index).reduce(0, +)
        bytes.replaceSubrange(start + 20..<start + 60, with: [UInt8](repeating: 0, count: 40))
        try directory.write(bytes)
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses == LossCount(cut: 1))
            for seed in 1...3 { try await expect(journal, entry(seed), isRepeat: seed != index + 1) }
        }
    }

    /// It is whole, it has its identifier, and says something else. By its first line a journal is known.
    @Test(arguments: [1, 2, 3]) func aLineWhoseTextWasAlteredIsLost(_ seed: Int) async throws {
        try await write()
        try alter("Lind", to: "Wind", inLine: seed)
        try await withJournal(directory.configuration) { journal in
            let lost = try await journal.ledger.lostArticles(.cut)
            #expect(lost.map(\.id) == ids([seed]))
            for other in 1...3 { try await expect(journal, entry(other), isRepeat: other != seed) }
        }
        let aside = try #require(directory.names().first { $0.hasSuffix(".tail") })
        #expect(try directory.records(aside).map(\.id) == ids([seed]))
    }

    /// Two blocks that change places take newlines with them: lines begin elsewhere then.
    @Test func aLineThatMovedAndWasAlteredIsLost() async throws {
        try await write()
        try alter("Lind", to: "Wind", inLine: 3)
        let bytes = try directory.bytes()
        try directory.write(bytes.prefix(sizes[0]) + Data("\n\n".utf8) + bytes.dropFirst(sizes[0]))
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses == LossCount(cut: 1))
            for seed in 1...3 { try await expect(journal, entry(seed), isRepeat: seed != 3) }
        }
    }

    /// What was set aside since has other places for what it knows.
    @Test func aLedgerFromBeforeADamageFindsLinesThatMoved() async throws {
        try await write()
        let ledger = directory.configuration.ledger.string
        let older = try Data(contentsOf: URL(fileURLWithPath: ledger))
        try await withJournal(directory.configuration) { _ = try await $0.commit(entry(4)) }
        var bytes = try directory.bytes()
        bytes.replaceSubrange(sizes[0] + 20..<sizes[0] + 60, with: [UInt8](repeating: 0, count: 40))
        try directory.write(bytes)
        try await withJournal(directory.configuration) { try await expect($0, entry(2), isRepeat: false) }
        for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: ledger + ending) }
        try older.write(to: URL(fileURLWithPath: ledger))
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses.all == 0)
            for seed in 1...4 { try await expect(journal, entry(seed), isRepeat: true) }
        }
    }

    /// Where repeats are annotated, an article's second line is none that was altered.
    @Test func anArticleMayHaveSeveralLines() async throws {
        try await withJournal(directory.configuration) { journal in
            _ = try await journal.commit(entry(1, text: "First.", repeats: .annotate))
            _ = try await journal.commit(entry(1, text: "Second.", repeats: .annotate, arrival: 1))
        }
        let directory = directory
        for _ in 1...2 {
            try await withJournal(directory.configuration) { #expect($0.status.losses.all == 0) }
            #expect(try directory.records().count == 2)
            try directory.removeLedger()
        }
    }

    @Test(arguments: [1, 3]) func aLineWhoseIdentifierWasAlteredIsLost(_ seed: Int) async throws {
        try await write()
        try alter(SampleRecords.fingerprint(seed).hex, to: SampleRecords.fingerprint(33).hex, inLine: seed)
        try await withJournal(directory.configuration) { journal in
            let lost = try await journal.ledger.lostArticles(.cut)
            #expect(lost.map(\.id) == ids([seed]))
            try await expect(journal, entry(33), isRepeat: false)
        }
    }

    /// In place, as a disk does.
    private func alter(_ text: String, to other: String, inLine seed: Int) throws {
        var bytes = try directory.bytes()
        let start = sizes.prefix(seed - 1).reduce(0, +)
        let place = try #require(bytes.range(of: Data(text.utf8), in: start..<bytes.count))
        bytes.replaceSubrange(place, with: Data(other.utf8))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: directory.journal.string))
        try file.write(contentsOf: bytes)
    }

    /// Nobody can tell which lines were there: the files that were worked off since are to be looked at.
    @Test func aJournalIsDoubtedSinceItsLastLines() async throws {
        try await write()
        try directory.removeLedger()
        try cut(to: sizes[0] + 30)
        try await withJournal(directory.configuration) { journal in
            let minuteBefore = Timestamp(milliseconds: SampleRecords.annotatedAt.milliseconds - 60_000)
            #expect(await journal.ledger.doubtfulSince == minuteBefore)
            let files = [
                try await journal.ledger.file(SampleRecords.fingerprint(-1)),
                try await journal.ledger.file(SampleRecords.fingerprint(-2)),
            ]
            #expect(files.map { $0 != nil } == [true, false])
        }
        try FileManager.default.removeItem(atPath: directory.journal.string)
        try await withJournal(directory.configuration) { #expect(await $0.ledger.doubtfulSince == nil) }
        try directory.removeLedger()
        try directory.write(try directory.bytes("quoted.jsonl").prefix(0) + Data("{\"half".utf8))
        try await withJournal(directory.configuration) { journal in
            #expect(await journal.ledger.doubtfulSince == Timestamp(milliseconds: 0))
        }
    }

    @Test func theRestOfALostFileIsNotWrittenTwice() async throws {
        let feed = entry(1, 2, 3, file: 9, repeats: .annotate)
        try await withJournal(directory.configuration) { journal in _ = try await journal.commit(feed) }
        try cut(to: try directory.bytes().count - 20)
        try await withJournal(directory.configuration) { journal in
            try await journal.ledger.expectLostFiles()
            let again = entry(1, 2, 3, file: 9, repeats: .annotate, arrival: 1)
            let articles = try await journal.commit(again).articles
            #expect(articles.map { $0 == .repeat } == [true, true, false])
        }
    }

    @Test func anItemWhoseNewestVersionIsLostIsWhatTheVersionBeforeMadeOfIt() async throws {
        let (first, second) = (version(1, "1"), version(2, "2"))
        try await withJournal(directory.configuration) { journal in
            for entry in [first, second] { _ = try await journal.commit(entry) }
        }
        try cut(to: first.lines[0].bytes.count)
        try await withJournal(directory.configuration) { journal in
            let outcome = try await journal.commit(second)
            #expect(outcome.takenBack == ids([1]))
        }
        #expect(try directory.records().last?.article.supersedes == SampleRecords.fingerprint(1))
    }

    private func version(_ seed: Int, _ version: String) -> Entry {
        var record = SampleRecords.record(seed)
        (record.article.item, record.article.version) = ("urn:example:bridge", version)
        let line = RecordEncoder().line(record)
        return Entry(
            file: SampleRecords.fingerprint(-seed), path: "\(seed).xml",
            arrival: ArrivalID(device: 1, inode: 1, modified: 1),
            lines: [line])
    }

    // MARK: Gone

    @Test(arguments: [true, false])
    func aJournalThatIsGoneIsToldOfUntilItsArticlesStandAgain(_ deleted: Bool) async throws {
        try await write()
        if deleted { try FileManager.default.removeItem(atPath: directory.journal.string) } else { try cut(to: 0) }
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses == LossCount(gone: 3))
            #expect(journal.status.lossNotice?.contains("the lines of 3 articles are gone") == true)
            try await expect(journal, entry(2), isRepeat: false)
        }
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses == LossCount(gone: 2))
            try await expect(journal, entry(2), isRepeat: true)
        }
        #expect(try directory.records().map(\.id) == ids([2]))
    }

    @Test(arguments: ["quoted.jsonl.1", "quoted.jsonl-20261129", "old/quoted.jsonl", "old/quoted.jsonl.1"])
    func aJournalThatWasMovedAwayWholeIsKept(_ name: String) async throws {
        try await write()
        try move(to: name)
        for _ in 1...2 {
            try await withJournal(directory.configuration) { journal in
                #expect(journal.status.losses.all == 0)
                try await expect(journal, entry(1, 2, 3), isRepeat: true)
            }
        }
    }

    @Test func aRotatedJournalMayBeDeletedAfterItsTime() async throws {
        try await write()
        try move(to: "quoted.jsonl.1")
        try await withJournal(directory.configuration) { _ = try await $0.commit(entry(4)) }
        try FileManager.default.removeItem(atPath: directory.file("quoted.jsonl.1"))
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses.all == 0)
            try await expect(journal, entry(1, 2, 3), isRepeat: true)
        }
    }

    @Test func aJournalThatComesBackIsKnownAgain() async throws {
        try await write()
        let copy = try directory.bytes()
        try FileManager.default.removeItem(atPath: directory.journal.string)
        try await withJournal(directory.configuration) { #expect($0.status.losses.all == 3) }
        try directory.write(copy, to: "quoted.jsonl.1")
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses.all == 0)
            try await expect(journal, entry(1, 2, 3), isRepeat: true)
        }
    }

    @Test func whatIsForgottenIsNewAndWhatIsKeptIsARepeat() async throws {
        try await write()
        try FileManager.default.removeItem(atPath: directory.journal.string)
        try await withJournal(directory.configuration) { _ in }
        let book = LossBook(ledger: directory.configuration.ledger)
        #expect(try book.lostArticles().map(\.loss) == [.gone, .gone, .gone])
        try book.keep()
        try await withJournal(directory.configuration) { journal in
            try await expect(journal, entry(1), isRepeat: true)
            try await expect(journal, entry(4), isRepeat: false)
        }
        try FileManager.default.removeItem(atPath: directory.journal.string)
        try await withJournal(directory.configuration) { #expect($0.status.losses == LossCount(gone: 1)) }
        try book.forget()
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses.all == 0)
            try await expect(journal, entry(4), isRepeat: false)
        }
    }

    @Test func aLedgerOfAnEarlierVersionMissesNothingThatRotationTookAway() async throws {
        try await write()
        try FileManager.default.removeItem(atPath: directory.journal.string)
        try await withJournal(directory.configuration) { _ = try await $0.commit(entry(4)) }
        try LossBook(ledger: directory.configuration.ledger).keep()
        try await OldLedger.makeWithoutLosses(of: directory.configuration.ledger)
        try await withJournal(directory.configuration) { journal in
            #expect(journal.status.losses.all == 0)
            try await expect(journal, entry(1, 4), isRepeat: true)
        }
        try cut(to: try directory.bytes().count - 9)
        try await withJournal(directory.configuration) { #expect($0.status.losses == LossCount(cut: 1)) }
    }

    // MARK: While it runs

    @Test func deletionShowsWhileItRuns() async throws {
        try await write()
        let directory = directory
        try await withJournal(directory.configuration) { journal in
            try FileManager.default.removeItem(atPath: directory.journal.string)
            try await wait { journal.status.losses == LossCount(gone: 3) }
            try await expect(journal, entry(3), isRepeat: false)
        }
        #expect(try directory.records().map(\.id) == ids([3]))
    }

    @Test func aCutShowsWhileItRunsAndNothingIsFusedOntoIt() async throws {
        try await write()
        let (directory, size) = (directory, sizes[0] + 30)
        try await withJournal(directory.configuration) { journal in
            try #require(unsafe truncate(directory.journal.string, off_t(size)) == 0)
            for await _ in journal.cuts { break }
            #expect(try await journal.ledger.lostArticles(.cut).map(\.id) == ids([2, 3]))
            try await expect(journal, entry(2), isRepeat: false)
            try await expect(journal, entry(1), isRepeat: true)
        }
        #expect(try directory.records().map(\.id) == ids([2]))
    }

    /// As `copytruncate` does, and as it should not.
    @Test func aJournalThatIsCopiedAndEmptiedIsKept() async throws {
        try await write()
        let directory = directory
        try await withJournal(directory.configuration) { journal in
            try directory.write(try directory.bytes(), to: "quoted.jsonl.1")
            try #require(unsafe truncate(directory.journal.string, 0) == 0)
            try await wait { journal.status.bytes == 0 }
            #expect(journal.status.losses.all == 0)
            try await expect(journal, entry(1), isRepeat: true)
            try await expect(journal, entry(4), isRepeat: false)
            #expect(journal.status.bytes == Int64(entry(4).lines[0].bytes.count))
        }
        #expect(try directory.records().map(\.id) == ids([4]))
    }

    @Test func whatOthersWriteIntoTheJournalTakesNoLineWithIt() async throws {
        try await write()
        let directory = directory
        try await withJournal(directory.configuration) { journal in
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: directory.journal.string))
            try file.seekToEnd()
            try file.write(contentsOf: Data("{\"half".utf8))
            try await wait { journal.status.bytes == 0 }
            try await expect(journal, entry(4), isRepeat: false)
            try await expect(journal, entry(1, 2, 3), isRepeat: true)
        }
        #expect(try directory.records().map(\.id) == ids([4]))
    }

    @Test func rotationIntoAFolderOfItsOwnIsNoLoss() async throws {
        try await write()
        try await withJournal(directory.configuration) { journal in
            try move(to: "elsewhere/by hand")
            try await journal.reopen()
            try await expect(journal, entry(4), isRepeat: false)
            #expect(journal.status.losses.all == 0)
        }
        try await withJournal(directory.configuration) { #expect($0.status.losses.all == 0) }
    }

    @Test func aRenamedJournalIsToldOfWhereNobodySaysSo() async throws {
        try await write()
        var configuration = directory.configuration
        configuration.rotationTime = .zero
        try await withJournal(configuration) { journal in
            try move(to: "elsewhere/by hand")
            try await wait { journal.status.movedTo?.hasSuffix("elsewhere/by hand") == true }
            #expect(journal.status.lossNotice?.contains("Send the daemon HUP") == true)
            try await journal.reopen()
            try await wait { journal.status.movedTo == nil }
        }
    }

    private func wait(line: Int = #line, until isSo: @Sendable () -> Bool) async throws {
        try await waitUntil("the journal notices", line: line) { isSo() }
    }
}
