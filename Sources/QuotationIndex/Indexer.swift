import Executors
import GRDB
import Journal
package import Logging
import ServiceLifecycle
import Synchronization
package import SystemPackage

/// Keeps the index of a journal's quotations up to date while the journal grows, and rebuilds it from the journals.
///
/// It reads what the journal's writer has synced, a moment later and on a thread of its own, so nobody waits for it and
/// its errors cost no article. How far it has got is stored in the index, in the same transaction as the quotations. So
/// a crash, a lost file or a second writer do no harm.
package actor Indexer: Service {
    package nonisolated var path: FilePath { file.path }
    private nonisolated let file: IndexFile
    private let archive: JournalArchive
    private let logger: Logger
    private let synced: @Sendable () -> SyncedEnd?
    private var database: DatabaseQueue?
    /// The journal that was read last, to skip reading its head again.
    private var current: (inode: UInt64, head: UInt64)?
    /// Inodes of the index's files when they were opened.
    private var openedFiles: [UInt64?] = []
    /// How far each journal was read, by its inode.
    private nonisolated let parts = Mutex<[UInt64: IndexProgress]>([:])
    private nonisolated let lost = Mutex(0)
    private nonisolated let news = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private nonisolated let trouble = Mutex<IndexError?>(nil)
    private nonisolated let executor = ThreadExecutor(name: "index")

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// How far a journal that is being written may be read.
    package struct SyncedEnd: Sendable, Equatable {
        package var inode: UInt64
        /// In bytes.
        package var end: Int64

        package init(inode: UInt64, end: Int64) {
            self.inode = inode
            self.end = end
        }
    }

    /// - Parameters:
    ///   - mode: Permission bits of a new index: those of the journal, whose content it has.
    ///   - synced: Asked before each reading; nil if nobody writes.
    package init(
        index: FilePath, journal: FilePath, mode: UInt32 = 0o640, logger: Logger,
        synced: @escaping @Sendable () -> SyncedEnd? = { nil }
    ) {
        file = IndexFile(path: index, mode: mode)
        archive = JournalArchive(journal: journal)
        self.logger = logger
        self.synced = synced
    }

    /// Why the index lags behind; nil if it does not.
    package nonisolated var problem: IndexError? { trouble.withLock { $0 } }

    /// How far it is at this moment.
    package nonisolated var progress: IndexProgress {
        let limit = synced()
        return parts.withLock { parts in
            if let limit { parts[limit.inode, default: IndexProgress()].total = limit.end }
            return parts.whole
        }
    }

    /// How often it was rebuilt since the start, because it was damaged or removed.
    package nonisolated var timesMadeAgain: Int { lost.withLock(\.self) }

    /// On the disk.
    package nonisolated var byteCount: Int64 { file.byteCount }

    /// Call it when the journal has grown.
    package nonisolated func poke() { news.continuation.yield() }

    /// Catches up at once, and then whenever it is poked.
    package func run() async throws {
        poke()
        async let looks: Void = lookNowAndThen()
        for await _ in news.stream.cancelOnGracefulShutdown() {
            await catchUpInPieces()
            // Lines that come within this time share a transaction.
            try? await Task.sleep(for: Self.pause)
        }
        close()
        _ = await looks
    }

    /// Notices that somebody removed the index even while no line comes in.
    private func lookNowAndThen() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.pauseBetweenLooks)
                await self.pokeIfLost()
            }
        }
    }

    private func pokeIfLost() { if isLost { poke() } }

    /// Adds the last lines and empties the write-ahead log: then those who may only read can open it.
    private func close() {
        do {
            try catchUp(most: Self.bytesAtOnce)
            try database?.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            logger.info("index not closed in order", metadata: ["index.path": "\(path)", "error": "\(error)"])
        }
        database = nil
    }

    private static let pause = Duration.milliseconds(250)
    private static let pauseBetweenLooks = Duration.seconds(1)
    private static let pauseInTrouble = Duration.seconds(10)

    private func catchUpInPieces() async {
        do {
            // A piece at a time, so that the daemon can end without reading a whole archive.
            while try catchUp(most: Self.bytesAtOnce) {
                if Task.isShuttingDownGracefully || Task.isCancelled { return }
            }
            recovered()
        } catch {
            failed(error)
            // The damaged index is gone, and a new one can begin at once.
            if error.code != .damaged { try? await Task.sleep(for: Self.pauseInTrouble) }
            poke()
        }
    }

    private static let bytesAtOnce: Int64 = 32 << 20

    private func failed(_ error: IndexError) {
        guard
            trouble.withLock({ before in
                defer { before = error }; return before != error
            })
        else { return }
        logger.warning("index lags", metadata: ["index.path": "\(path)", "error": "\(error)"])
    }

    private func recovered() {
        guard
            trouble.withLock({ before in
                defer { before = nil }; return before != nil
            })
        else { return }
        logger.notice("index goes on", metadata: ["index.path": "\(path)"])
    }
}

// MARK: Reading

extension Indexer {
    /// Empties the index and reads all journals into it.
    ///
    /// - Parameter progress: Gets the uncompressed bytes and the records read so far.
    /// - Throws: `IndexError`.
    package func rebuild(progress: @escaping @Sendable (Int64, Int) -> Void) throws(IndexError) {
        try store { try $0.clear() }
        var pass = Pass(most: .max, progress: progress)
        try read(&pass)
        try store { try $0.optimize() }
    }

    /// Reads what is new.
    ///
    /// - Parameter most: Bytes, about.
    /// - Returns: whether there is more.
    /// - Throws: `IndexError`.
    @discardableResult
    package func catchUp(most: Int64 = .max) throws(IndexError) -> Bool {
        var pass = Pass(most: most)
        try read(&pass)
        return pass.isOver
    }

    /// What one pass through the journals has read.
    private struct Pass {
        var most: Int64
        var progress: (@Sendable (Int64, Int) -> Void)?
        var bytes: Int64 = 0
        var lines = 0
        var damaged = 0

        init(most: Int64, progress: (@Sendable (Int64, Int) -> Void)? = nil) {
            self.most = most
            self.progress = progress
        }

        var isOver: Bool { bytes >= most }
    }

    private func read(_ pass: inout Pass) throws(IndexError) {
        if isLost { letGo() }
        let limit = synced()
        if let limit, let current, current.inode == limit.inode, let file = try currentFile(), file.inode == limit.inode
        {
            return try read(file, head: current.head, to: limit.end, &pass)
        }
        let files = try files()
        let measured = try store { try $0.progress(of: files, to: limit) }
        parts.withLock { $0 = measured }
        for file in files where !pass.isOver {
            let isWritten = file.inode == limit?.inode
            let isFinished = isWritten ? false : try store { try $0.isFinished(file) }
            if isFinished { continue }
            guard let head = try self.head(of: file) else { continue }
            try read(file, head: head, to: isWritten ? limit?.end ?? .max : .max, &pass)
            guard !pass.isOver else { return }
            if isWritten { current = (file.inode, head) } else { try finish(file, head) }
        }
    }

    private func finish(_ file: JournalArchive.File, _ head: UInt64) throws(IndexError) {
        try store { try $0.finish(head: head, file) }
        parts.withLock { $0[file.inode] = IndexProgress(read: file.size, total: file.size) }
    }

    private func files() throws(IndexError) -> [JournalArchive.File] {
        do { return try archive.files() } catch { throw .unavailable(path, error) }
    }

    private func currentFile() throws(IndexError) -> JournalArchive.File? { archive.current }

    /// An unreadable sibling is passed over: the others are worth finding.
    private func head(of file: JournalArchive.File) throws(IndexError) -> UInt64? {
        do { return try file.head() } catch {
            logger.warning("journal not indexed", metadata: ["journal.path": "\(file.path)", "error": "\(error)"])
            return nil
        }
    }

    private func read(
        _ file: JournalArchive.File, head: UInt64, to end: Int64, _ pass: inout Pass
    ) throws(IndexError) {
        var start = try store { try $0.position(head: head) }
        // Power loss has cut the journal since it was read.
        if !file.isCompressed, start > file.size { start = 0 }
        guard start < end, file.isCompressed || start < file.size else { return }
        var batch = IndexBatch(end: start)
        do {
            try file.lines(from: start, to: end) { line, lineEnd in
                batch.add(line, lineEnd)
                if batch.isFull { try take(&batch, of: file, head, &pass) }
                if pass.isOver { throw Enough() }
            }
            try take(&batch, of: file, head, &pass)
        } catch is Enough {
            return
        } catch let error as IndexError {
            throw error
        } catch {
            logger.warning("journal not indexed", metadata: ["journal.path": "\(file.path)", "error": "\(error)"])
        }
    }

    private struct Enough: Error {}

    private func take(
        _ batch: inout IndexBatch, of file: JournalArchive.File, _ head: UInt64, _ pass: inout Pass
    ) throws(IndexError) {
        guard !batch.isEmpty else { return }
        let taken = batch
        try store { store in
            // In the order of the index: adding in order costs a fraction.
            for line in taken.lines.sorted(by: { $0.time < $1.time }) { try store.take(line) }
            try store.advance(head: head, to: taken.end)
        }
        if !file.isCompressed { parts.withLock { $0[file.inode, default: IndexProgress()].read = taken.end } }
        pass.bytes += batch.bytes
        pass.lines += batch.lines.count
        batch = IndexBatch(end: batch.end)
        pass.progress?(pass.bytes, pass.lines)
    }

    /// One transaction. A damaged or removed index is made again and read from the start.
    private func store<Value>(_ body: (IndexStore) throws -> Value) throws(IndexError) -> Value {
        do {
            return try opened().write { try body(IndexStore($0)) }
        } catch {
            if let damage = error as? DatabaseError, damage.isDamage {
                forget("\(error)")
                if damage.extendedResultCode != .SQLITE_READONLY_DBMOVED { try? file.remove() }
                throw .damaged(path, error)
            }
            throw (error as? IndexError) ?? .unavailable(path, error)
        }
    }

    private func opened() throws -> DatabaseQueue {
        if let database { return database }
        let opened = try file.openForWriting()
        database = opened
        openedFiles = file.inodes
        return opened
    }

    /// Whether the index was removed or replaced. SQLite does not notice: it goes on with files that nobody else sees.
    private var isLost: Bool { database != nil && file.inodes != openedFiles }

    private func letGo() {
        let isAnother = file.inodes.first != openedFiles.first && file.inodes.first != .some(nil)
        forget("it was removed")
        // Its leftover log would not fit a new index.
        if !isAnother { try? file.remove() }
    }

    private func forget(_ reason: String) {
        logger.warning("index made again", metadata: ["index.path": "\(path)", "error": "\(reason)"])
        lost.withLock { $0 += 1 }
        try? database?.close()
        database = nil
        current = nil
    }
}

/// Lines that one transaction takes in.
private struct IndexBatch {
    private(set) var lines: [IndexedLine] = []
    private(set) var bytes: Int64 = 0
    /// The offset after the last.
    private(set) var end: Int64

    init(end: Int64) { self.end = end }

    var isEmpty: Bool { bytes == 0 }
    var isFull: Bool { lines.count >= 2_000 || bytes >= 16 << 20 }

    /// Passes over what is not a record, such as a torn or empty line.
    mutating func add(_ line: ArraySlice<UInt8>, _ lineEnd: Int64) {
        if let line = try? IndexedLine(line) { lines.append(line) }
        bytes += lineEnd - end
        end = lineEnd
    }
}
