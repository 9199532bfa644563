import GRDB
import SystemPackage

/// Why the index cannot be used.
package struct IndexError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// There is no index.
        case missing
        /// It is damaged, or not an index of this version.
        case foreign
        /// It was damaged, and is made again.
        case damaged
        /// SQLite or the file system refused.
        case unavailable
    }

    package var code: Code
    /// One sentence that names the path.
    package var reason: String
    package var remedy: String

    package var description: String { "\(reason) \(remedy)" }
}

extension IndexError {
    static func missing(_ path: FilePath) -> IndexError {
        IndexError(
            code: .missing, reason: "There is no index \(path).",
            remedy: "Name the daemon's with --index or --journal, or make it with `quoted index`.")
    }

    static func foreign(_ path: FilePath) -> IndexError {
        IndexError(
            code: .foreign, reason: "\(path) is not an index of this version, or it is damaged.",
            remedy: "Make it again with `quoted index`.")
    }

    static func damaged(_ path: FilePath, _ error: any Error) -> IndexError {
        IndexError(
            code: .damaged, reason: "The index \(path) was damaged or removed: \(error).",
            remedy: "It is made again from the journals; you need do nothing.")
    }

    static func unavailable(_ path: FilePath, _ error: any Error) -> IndexError {
        let isFull = (error as? DatabaseError)?.resultCode == .SQLITE_FULL
        return IndexError(
            code: .unavailable, reason: "Cannot use the index \(path): \(error).",
            remedy: isFull
                ? "Make room on its file system."
                : "Check that its folder exists, and that this user may read and write there.")
    }
}

extension DatabaseError {
    /// True if the file is not an index, or is no longer the one that was opened.
    var isDamage: Bool {
        resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB
            || extendedResultCode == .SQLITE_READONLY_DBMOVED
    }
}
