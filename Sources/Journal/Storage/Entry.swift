package import Records

/// One file's work: what is committed to the journal together.
package struct Entry: Sendable {
    package var file: Fingerprint
    /// Relative to the inbox, as in the record.
    package var path: String
    package var arrival: ArrivalID
    /// In the order of the file; empty where it gave no record.
    package var lines: [RecordLine]
    package var repeats: RepeatPolicy

    package init(
        file: Fingerprint, path: String, arrival: ArrivalID, lines: [RecordLine], repeats: RepeatPolicy = .drop
    ) {
        self.file = file
        self.path = path
        self.arrival = arrival
        self.lines = lines
        self.repeats = repeats
    }

    var byteCount: Int { lines.reduce(0) { $0 + $1.bytes.count } }
}

/// A file in a directory at a time. Inodes are used again and times copied, so this tells whether a file that was
/// begun is the one that lies there, and never what is in it.
package struct ArrivalID: Hashable, Sendable {
    package var device: UInt64
    package var inode: UInt64
    /// Nanoseconds since 1970.
    package var modified: Int64

    package init(device: UInt64, inode: UInt64, modified: Int64) {
        self.device = device
        self.inode = inode
        self.modified = modified
    }

    var bytes: [UInt8] {
        [device, inode, UInt64(bitPattern: modified)].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
    }
}

/// What happens to an article that is in the journal already.
package enum RepeatPolicy: String, Sendable, CaseIterable {
    case drop, annotate
}

/// What became of an entry.
package struct CommitOutcome: Sendable, Equatable {
    package enum Article: Sendable, Equatable {
        /// The line is in the journal, on the disk, at this offset in bytes.
        case written(offset: Int64)
        /// The journal has the article already; nothing was written.
        case `repeat`
        /// A withdrawal of what the journal does not have; nothing was written.
        case moot
    }

    /// One for each line of the entry, in its order.
    package var articles: [Article]
    /// The records that the lines took back, or took the place of.
    package var takenBack: [Fingerprint]

    package init(articles: [Article], takenBack: [Fingerprint] = []) {
        self.articles = articles
        self.takenBack = takenBack
    }

    package var isRepeat: Bool { !articles.isEmpty && articles.allSatisfy { $0 == .repeat } }
}
