import Files
package import SystemPackage

/// A journal and its siblings, which hold its earlier lines: read line by line, to make an index of them.
package struct JournalArchive: Sendable {
    package let journal: FilePath

    package init(journal: FilePath) { self.journal = journal }

    /// All that exist, the journal itself last.
    ///
    /// - Throws: `JournalError` if the folder cannot be listed.
    package func files() throws(JournalError) -> [File] {
        do {
            var readers = try JournalSibling.all(of: journal).map {
                JournalReader(path: $0.path, compression: $0.compression)
            }
            if (try? FileStatus(journal)) != nil { readers.append(JournalReader(path: journal)) }
            return readers.map(File.init)
        } catch {
            throw .unavailable(journal, "list the siblings of", error)
        }
    }

    /// The journal itself; nil if there is none at the moment.
    package var current: File? {
        (try? FileStatus(journal)) == nil ? nil : File(JournalReader(path: journal))
    }

    package struct File: Sendable {
        private let reader: JournalReader

        fileprivate init(_ reader: JournalReader) { self.reader = reader }

        package var path: FilePath { reader.path }
        /// Size on the disk, in bytes.
        package var size: Int64 { reader.size }
        package var inode: UInt64 { reader.inode }
        package var isCompressed: Bool { reader.compression != nil }

        /// The journal's identity, wherever it lies: a hash of its first line; nil if it has no whole line.
        package func head() throws -> UInt64? { try reader.head() }

        /// Gives the lines that end in a newline, without it.
        ///
        /// - Parameters:
        ///   - offset: The start of a line, in uncompressed bytes.
        ///   - end: Lines that go on beyond it are left out.
        ///   - body: Gets a line and the offset after it.
        package func lines(
            from offset: Int64, to end: Int64 = .max, _ body: (ArraySlice<UInt8>, Int64) throws -> Void
        ) throws {
            var source = try reader.source(from: offset)
            var cutter = LineCutter(offset: isCompressed ? 0 : offset)
            while cutter.offset < end, let chunk = try source.next() {
                try cutter.cut(chunk) { line, lineEnd in
                    if lineEnd > offset, lineEnd <= end { try body(line, lineEnd) }
                }
            }
            if cutter.offset < end, !source.hasSucceeded() {
                throw JournalReader.Failure(description: "decompressing it failed")
            }
        }
    }
}

/// Cuts chunks into whole lines. Lines longer than `limit` are not records and are left out.
struct LineCutter {
    static let limit = 256 << 20

    /// Offset of the next byte.
    private(set) var offset: Int64
    private var begun: [UInt8] = []
    private var isTooLong = false

    init(offset: Int64 = 0) { self.offset = offset }

    /// - Parameter body: Gets a line without its newline, and the offset after that.
    mutating func cut(_ chunk: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, Int64) throws -> Void) rethrows {
        var rest = chunk
        while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let piece = rest[..<newline]
            offset += Int64(piece.count + 1)
            rest = rest[(newline + 1)...]
            defer { (begun, isTooLong) = ([], false) }
            guard !isTooLong else { continue }
            if begun.isEmpty { try body(piece, offset) } else { try body((begun + piece)[...], offset) }
        }
        offset += Int64(rest.count)
        isTooLong = isTooLong || begun.count + rest.count > Self.limit
        if isTooLong { begun = [] } else { begun += rest }
    }
}
