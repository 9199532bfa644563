import Files
import SystemPackage

/// Reads one journal file, compressed or not, for the ledger.
struct JournalReader: Sendable {
    /// Why a file could not be read, in a few words.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    struct Batch {
        typealias Article = (offset: Int64, line: LineHead, checksum: Checksum)

        var articles: [Article] = []
        /// Lines that are not records.
        var damaged = 0
    }

    let path: FilePath
    let compression: JournalSibling.Compression?
    /// Size on the disk, in bytes.
    let size: Int64
    let inode: UInt64

    init(path: FilePath, compression: JournalSibling.Compression? = nil) {
        self.path = path
        self.compression = compression
        let info = try? FileStatus(path)
        size = info?.size ?? 0
        inode = info?.identity.inode ?? 0
    }

    /// The journal's identity: a hash of its first line; nil if it has no whole line.
    func head() throws -> UInt64? {
        var source = try source(from: 0)
        var hash = LineHash()
        var count = 0
        while let chunk = try source.next() {
            let newline = chunk.firstIndex(of: UInt8(ascii: "\n"))
            hash.add(newline.map { chunk[...$0] } ?? chunk)
            count += chunk.count
            if newline != nil { return hash.value }
        }
        // No output: an empty journal, or the decompressor is not installed.
        if compression != nil, count == 0 { throw Failure(description: "it could not be decompressed") }
        return nil
    }

    /// Gives the whole lines from an offset on, some thousands at a time.
    ///
    /// - Parameters:
    ///   - count: how many at most.
    ///   - body: gets them and the offset after the last.
    func lines(from offset: Int64, atOnce count: Int = 5000, _ body: (Batch, Int64) throws -> Void) throws {
        var scanner = LineScanner(offset: compression == nil ? offset : 0)
        var source = try source(from: offset)
        var batch = Batch()
        var end = offset
        while let chunk = try source.next() {
            try scanner.scan(chunk) { line in
                guard line.offset >= offset else { return }
                batch.add(line)
                end = line.offset + line.count
                if batch.articles.count == count {
                    try body(batch, end)
                    batch = Batch()
                }
            }
        }
        if !batch.isEmpty { try body(batch, end) }
        guard source.hasSucceeded() else { throw Failure(description: "decompressing it failed") }
    }

    func source(from offset: Int64) throws -> ByteSource {
        do {
            guard let compression else { return try ByteSource(path, from: offset) }
            return try ByteSource(decompressing: path, compression)
        } catch {
            throw Failure(description: "\(error)")
        }
    }
}

extension JournalReader.Batch {
    fileprivate var isEmpty: Bool { articles.isEmpty && damaged == 0 }

    fileprivate mutating func add(_ line: LineScanner.Line) {
        if line.isBlank { return }
        if line.isWhole, let head = LineHead(line.head) {
            articles.append((line.offset, head, line.checksum))
        } else {
            damaged += 1
        }
    }
}

/// FNV-1a, 64 bits: enough to distinguish lines that nobody forged.
struct LineHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
}
