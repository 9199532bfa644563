import Files
import Foundation
import Glibc
import Logging
import Synchronization
import SystemPackage
import TestSupport

@testable import Inbox

/// A real inbox with real folders and a clock that is only imagined, and beside it the model: which contents there are.
///
/// The model is as simple as the promise. Whatever a sender puts into the inbox stays, with its content, in one of inbox,
/// `done/` and `failed/`, until the sender himself changes it or takes it away; and in the end all of it was read by a
/// worker as it lies there.
final class RealWorld {
    struct Broken: Error, CustomStringConvertible { var description: String }

    private struct Writer {
        let file: FileDescriptor
        let name: String
        /// When he wrote last.
        var last: ContinuousClock.Instant
        /// Who pauses for longer is not waited for: a file that was moved is looked at again for 30 seconds.
        static let patience = Duration.seconds(29)
    }

    let scratch: InboxFolders
    let clock = FakeClock()
    /// Whether a daemon that begins takes over what another was to look at again. Without it, it has the fault that this
    /// one once had.
    private let remembers: Bool
    private(set) var inbox: Inbox
    private(set) var working: [Arrival] = []
    /// The contents that there have to be, each once for every file.
    private(set) var contents: [String: Int] = [:]
    /// What workers read.
    private let read = Known()
    private var writer: Writer?
    private var lastText = 0

    init(remembers: Bool = true) throws {
        self.remembers = remembers
        scratch = try InboxFolders()
        try scratch.makeFolder(scratch.inbox)
        inbox = try Self.begin(scratch, clock, read)
    }

    private static func begin(_ scratch: InboxFolders, _ clock: FakeClock, _ known: Known) throws -> Inbox {
        let inbox = Inbox(
            InboxConfiguration(inbox: scratch.inbox), watcher: ScanOnly(), logger: .silent,
            isKnown: { digest in known.has(digest: digest) }, clock: { clock.now })
        try inbox.prepare()
        return inbox
    }

    // MARK: The model

    func newText() -> String {
        lastText += 1
        // No two of the same length: a stamp tells contents apart by time and size, and time has grains.
        return "text \(lastText) " + String(repeating: ".", count: lastText)
    }

    func add(_ text: String) { contents[text, default: 0] += 1 }

    func drop(_ text: String) {
        contents[text, default: 0] -= 1
        if contents[text] == 0 { contents[text] = nil }
    }

    /// - Throws: `Broken` where a file was lost, doubled or altered.
    func check() throws {
        var found: [String: Int] = [:]
        for folder in [scratch.inbox, scratch.done, scratch.failed] {
            for text in try texts(in: folder) { found[text, default: 0] += 1 }
        }
        guard found == contents else {
            throw Broken(description: "there are \(Self.list(found)), not \(Self.list(contents))")
        }
    }

    private static func list(_ contents: [String: Int]) -> String {
        contents.sorted { $0.key < $1.key }.map { "\($0.value) × “\($0.key)”" }.joined(separator: ", ")
    }

    /// After the last act: nobody writes any more, and time goes by.
    func comeToRest() async throws {
        try closeWriter()
        for _ in 0..<12 {
            while !working.isEmpty { try await finish(.done) }
            try await scan()
            try await wait(.seconds(31))
            while try await take() {}
        }
        try check()
        let left = try scratch.files(in: scratch.inbox).filter { RelativePath($0)?.isIgnored == false }
        guard left.isEmpty else { throw Broken(description: "left in the inbox: \(left)") }
        for text in try texts(in: scratch.done) + texts(in: scratch.failed) where !read.has(text: text) {
            throw Broken(description: "nobody ever read “\(text)”")
        }
    }

    /// By plain strings, since `FilePath` checks itself at length in debug builds, and this is done after each act.
    private func texts(in folder: FilePath) throws -> [String] {
        guard scratch.exists(folder) else { return [] }
        let folder = folder.string
        return try scratch.files(in: FilePath(folder)).filter { !$0.hasSuffix(".json") }.compactMap {
            try Self.regularText("\(folder)/\($0)")
        }
    }

    /// - Returns: nil where there is no regular file.
    private static func regularText(_ path: String) throws -> String? {
        let file = unsafe Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        // A file of the model holds some thousand bytes at most.
        return unsafe try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            let count = unsafe Glibc.read(file, buffer.baseAddress, buffer.count)
            guard count < buffer.count else { throw Broken(description: "\(path) is longer than the model thinks") }
            return count < 0 ? nil : unsafe String(decoding: buffer.prefix(count), as: UTF8.self)
        }
    }

    static func isRegular(_ path: FilePath) -> Bool {
        var status = stat()
        return unsafe lstat(path.string, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    // MARK: The daemon

    func scan() async throws {
        await inbox.rescan()
        await inbox.scanIfDue()
    }

    func wait(_ duration: Duration) async throws {
        clock.advance(by: duration)
        await inbox.lookAtDue()
        await inbox.recheckDue()
    }

    func told(_ hint: Hint) async { await inbox.noticed([hint]) }

    /// - Returns: whether there was a file to take.
    @discardableResult
    func take() async throws -> Bool {
        guard let arrival = await inbox.take() else { return false }
        if let other = working.first(where: { $0.path == arrival.path }) {
            throw Broken(description: "\(other.path) was handed out twice at once")
        }
        working.append(arrival)
        return true
    }

    /// A worker reads what he took and gives it back.
    func finish(_ ending: Act.Ending) async throws {
        guard !working.isEmpty else { return }
        let arrival = working.removeFirst()
        let outcome: WorkOutcome
        do throws(ReadingError) {
            let content = try inbox.read(arrival)
            let text = String(decoding: content.bytes, as: UTF8.self)
            switch ending {
            case .done: outcome = .done()
            case .failed: outcome = .failed(Failure(code: "c", reason: "r", remedy: "m", sha256: content.sha256))
            case .later: outcome = .later(reason: "")
            }
            if ending != .later { read.add(text, digest: content.sha256) }
        } catch {
            outcome = .unread(error)
        }
        await inbox.finish(arrival, outcome)
    }

    func restart() async throws {
        working = []
        inbox = try Self.begin(scratch, clock, read)
        if remembers { await inbox.takeOverRechecks() }
    }

    // MARK: The writer who takes his time

    func openWriter(_ path: FilePath, named name: String) throws {
        try closeWriter()
        let before = Self.isRegular(path) ? try scratch.read(path) : nil
        let file = try scratch.open(path)
        if let before { drop(before) }
        let text = newText()
        _ = try file.writeAll(text.utf8)
        writer = Writer(file: file, name: name, last: clock.now)
        add((before ?? "") + text)
    }

    /// Nothing where nobody has a file open, or where it was removed or rewritten by others.
    func goOnWriting() throws {
        guard let writer, clock.now < writer.last + Writer.patience else { return }
        let before = try scratch.read(FilePath("/proc/self/fd/\(writer.file.rawValue)"))
        guard contents[before] != nil else { return }
        let text = newText()
        _ = try writer.file.writeAll(text.utf8)
        drop(before)
        add(before + text)
        self.writer?.last = clock.now
    }

    /// - Returns: the name under which the file was opened.
    @discardableResult
    func closeWriter() throws -> String? {
        defer { writer = nil }
        try writer?.file.close()
        return writer?.name
    }
}

/// What workers read, by text and by digest.
final class Known: Sendable {
    private let state = Mutex<(texts: Set<String>, digests: Set<String>)>(([], []))

    func add(_ text: String, digest: String) {
        state.withLock { state in
            state.texts.insert(text)
            state.digests.insert(digest)
        }
    }

    func has(text: String) -> Bool { state.withLock { $0.texts.contains(text) } }
    func has(digest: String) -> Bool { state.withLock { $0.digests.contains(digest) } }
}

final class FakeClock: Sendable {
    private let instant = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { instant.withLock { $0 } }

    func advance(by duration: Duration) { instant.withLock { $0 += duration } }
}
