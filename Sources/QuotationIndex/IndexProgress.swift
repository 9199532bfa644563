import Journal

/// How much of the journals an index has read, in bytes on the disk. A compressed journal counts once all of it is
/// read.
package struct IndexProgress: Sendable, Equatable {
    package var read: Int64
    package var total: Int64

    package init(read: Int64 = 0, total: Int64 = 0) {
        self.read = read
        self.total = total
    }

    /// What is in a journal and not yet in the index.
    package var missing: Int64 { max(total - read, 0) }
}

extension IndexStore {
    /// How much of each journal was read, by its inode.
    ///
    /// - Parameter limit: The end of the journal that is being written; nil if nobody writes.
    func progress(of files: [JournalArchive.File], to limit: Indexer.SyncedEnd?) throws -> [UInt64: IndexProgress] {
        var parts: [UInt64: IndexProgress] = [:]
        for file in files {
            let isWritten = file.inode == limit?.inode
            let total = isWritten ? limit?.end ?? file.size : file.size
            let read = try isWritten ? position(of: file) : isFinished(file) ? total : position(of: file)
            parts[file.inode] = IndexProgress(read: min(read, total), total: total)
        }
        return parts
    }

    private func position(of file: JournalArchive.File) throws -> Int64 {
        // An unreadable journal is passed over, here as elsewhere.
        guard !file.isCompressed, let head = try? file.head() else { return 0 }
        return try position(head: head)
    }
}

extension [UInt64: IndexProgress] {
    /// All journals together.
    var whole: IndexProgress {
        values.reduce(into: IndexProgress()) {
            $0.read += $1.read
            $0.total += $1.total
        }
    }
}
