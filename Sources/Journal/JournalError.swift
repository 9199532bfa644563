import Files
import SystemPackage

/// Why the journal or its ledger cannot be opened or used.
package struct JournalError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// Another process writes this journal.
        case locked
        /// The file holds something other than records.
        case foreign
        /// The file system refused.
        case unavailable
        /// SQLite refused.
        case ledger
        /// The journal was shut down.
        case closed
    }

    package var code: Code
    /// One sentence that names the path.
    package var reason: String
    package var remedy: String

    package init(_ code: Code, reason: String, remedy: String) {
        self.code = code
        self.reason = reason
        self.remedy = remedy
    }

    package var description: String { "\(reason) \(remedy)" }
}

extension JournalError {
    static func unavailable(_ path: FilePath, _ activity: String, _ errno: Errno) -> JournalError {
        JournalError(
            .unavailable, reason: "Cannot \(activity) \(path): \(errno).",
            remedy: "Check that the directory exists, that the service's user may write to it, and that it is not full."
        )
    }

    static func locked(_ path: FilePath) -> JournalError {
        JournalError(
            .locked, reason: "Another process writes \(path).",
            remedy: "A journal has one writer: stop the other, or give this one a journal of its own.")
    }

    static func foreign(_ path: FilePath) -> JournalError {
        JournalError(
            .foreign, reason: "\(path) is not a journal: it does not begin with a record.",
            remedy: "Name another file; this one is left as it is.")
    }

    static func unusable(_ ledger: FilePath, _ error: Errno) -> JournalError {
        error == .permissionDenied
            ? JournalError(
                .ledger, reason: "You may not read and write the ledger \(ledger).",
                remedy: "Do this as the daemon's user or as root (sudo).")
            : JournalError(
                .ledger, reason: "There is no ledger \(ledger).",
                remedy: "Name the journal or the ledger that the daemon uses.")
    }

    static func noLedger(_ path: FilePath) -> JournalError {
        JournalError(
            .ledger, reason: "\(path) is not a ledger of this version of quoted.",
            remedy: "Name the ledger that the daemon uses, or start the daemon once: it makes or mends its ledger.")
    }

    static func closed(_ path: FilePath) -> JournalError {
        JournalError(
            .closed, reason: "The journal \(path) was shut down.",
            remedy: "The daemon takes the file again at its next start.")
    }
}

extension JournalError {
    /// Why work stands still; it goes on by itself.
    static func stalled(_ path: FilePath, _ activity: Degradation.Activity, _ error: any Error) -> JournalError {
        let isFull = [Errno.noSpace, .diskQuotaExceeded].contains(error as? Errno)
        return JournalError(
            .unavailable, reason: "Cannot \(activity.rawValue) \(path): \(error).",
            remedy: (isFull ? "Make room on its file system; " : "Look at the disk and the kernel's log; ")
                + "articles wait and go on by themselves.")
    }
}
