import Faults
import Foundation
import Journal
import Records
import SystemPackage
import TestSupport
import Testing

/// A process of its own is killed at every point where a crash leaves a state of its own, and started again.
@Suite(.enabled(if: FaultPoint.areCompiled, "fault points are in debug builds only"), .timeLimit(.minutes(10)))
struct CrashTests {
    private let files = 6

    @Test(arguments: FaultPoint.journal.map(\.name.description), [RepeatPolicy.drop, .annotate])
    func aCrashLosesNothingAndRepeatsNothing(_ point: String, _ repeats: RepeatPolicy) throws {
        let directory = try JournalFolder()
        // First with an empty journal and ledger, then with what the crash before left.
        for passing in 1...3 {
            let status = try start(directory, repeats, fault: "\(point):\(passing)")
            // Committers that came together share a batch, so there may be fewer passings.
            #expect(passing > 1 || status == 137)
        }
        #expect(try start(directory, repeats) == 0)
        let records = try journals(in: directory).flatMap { try directory.records($0) }
        expectEachLineOnce(records)
    }

    @Test func aCrashWithinALineLeavesTheTornPieceAside() throws {
        let directory = try JournalFolder()
        #expect(try start(directory, .drop, fault: "within-line:2") == 137)
        let whole = try directory.bytes()
        #expect(whole.last != UInt8(ascii: "\n"))
        #expect(try start(directory, .drop) == 0)
        let asides = try directory.names().filter { $0.contains(".torn-") }
        #expect(asides.count == 2)
        #expect(asides.last?.hasSuffix(".tail") == true)
        let pieces = try asides.map { try directory.bytes($0) }
        #expect(pieces[0] + pieces[1] == whole + Data("\n".utf8))
    }

    @Test func aCrashWithALostLedgerRepeatsNothing() throws {
        let directory = try JournalFolder()
        #expect(try start(directory, .drop, fault: "after-sync:1") == 137)
        try directory.removeLedger()
        #expect(try start(directory, .drop) == 0)
        let records = try journals(in: directory).flatMap { try directory.records($0) }
        expectEachLineOnce(records)
    }

    @Test func aSyncThatFailsIsTriedAgain() throws {
        let directory = try JournalFolder()
        #expect(try start(directory, .drop, fault: "before-sync:1:error") == 0)
        #expect(try directory.names() == ["quoted.jsonl"])
        expectEachLineOnce(try directory.records())
    }

    @Test func attemptsOutliveTheProcess() async throws {
        let directory = try JournalFolder()
        #expect(try start(directory, .drop, files: 1, fault: "before-write:1") == 137)
        let ledger = try await Ledger.open(
            directory.configuration.ledger, journal: directory.journal, logger: .silent)
        // The helper's first file.
        let file = try #require(Fingerprint(bytes: [UInt8](repeating: 0, count: 30) + [3, 232]))
        #expect(try await ledger.attempt(.content(file))?.count == 1)
        #expect(try await ledger.beginAttempt(.content(file)) == 2)
    }

    /// Each file gives two versions of an item and its withdrawal, and each names the one before.
    private func expectEachLineOnce(_ records: [Record]) {
        #expect(records.count == 3 * files)
        #expect(Set(records.map(\.id)).count == 3 * files)
        for unordered in Dictionary(grouping: records, by: \.file.path).values {
            // Those of torn journals come from files of their own.
            let lines = unordered.sorted { $0.file.item < $1.file.item }
            #expect(lines.map(\.article.version) == ["0", "1", "2"])
            #expect(lines.map(\.article.supersedes) == [nil, lines[0].id, nil])
            #expect(lines.last?.kind == .withdrawal(of: lines[1].id))
        }
    }

    private func journals(in directory: JournalFolder) throws -> [String] {
        try directory.names().filter { !$0.hasSuffix(".tail") }
    }

    /// - Returns: the exit status.
    private func start(_ directory: JournalFolder, _ repeats: RepeatPolicy, files: Int? = nil, fault: String? = nil)
        throws -> Int32
    {
        let process = Process()
        process.executableURL = try helper()
        process.arguments = [directory.path.string, String(files ?? self.files), repeats.rawValue]
        process.environment = ProcessInfo.processInfo.environment.merging(
            fault.map { ["QUOTED_FAULT": $0] } ?? [:], uniquingKeysWith: { $1 })
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Beside the test bundle, wherever that was built.
    private func helper() throws -> URL {
        let bundle = try #require(
            (CommandLine.arguments + ["/proc/self/exe"]).map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
                .first { $0.pathExtension == "xctest" })
        return bundle.deletingLastPathComponent().appendingPathComponent("journal-crash")
    }
}
