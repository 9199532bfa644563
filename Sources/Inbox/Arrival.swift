package import Files
package import SystemPackage

/// A file of the inbox, handed to one worker. The worker reads it, works on it and gives it back with `Inbox.finish`.
package struct Arrival: Sendable, Hashable {
    package let path: RelativePath
    /// The inbox.
    package let root: FilePath
    /// What the file looked like when it was handed out. Reading and moving refuse any other state of it.
    package let stamp: Stamp
    /// Distinguishes this handing out from others of the same path.
    package let ticket: UInt64
    /// When the inbox first heard of the file, or heard that it is complete.
    package let noticed: ContinuousClock.Instant

    package init(
        path: RelativePath, root: FilePath, stamp: Stamp, ticket: UInt64, noticed: ContinuousClock.Instant
    ) {
        self.path = path
        self.root = root
        self.stamp = stamp
        self.ticket = ticket
        self.noticed = noticed
    }
}

/// The bytes of an arrival.
package struct Contents: Sendable {
    package var bytes: [UInt8]
    /// Hexadecimal, lower case: the identity of the file's content.
    package var sha256: String

    package init(bytes: [UInt8], sha256: String) {
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// How the work on an arrival ended.
package enum WorkOutcome: Sendable {
    /// `notes` is written as `NAME.items.json` beside the file in `done/`: for instance which of its items failed.
    case done(notes: [UInt8]? = nil)
    /// The same content was annotated before.
    case repeated
    case failed(Failure)
    /// Nothing is wrong with the file, but it cannot be worked on now; it is handed out again a little later.
    case later(reason: String)
    /// The file could not be read. The inbox knows which of these to try again and which to fail.
    case unread(ReadingError)
}

/// Why a file goes to `failed/`, for the person who looks there.
package struct Failure: Sendable, Equatable {
    /// For scripts: "empty", "too-large", …
    package var code: String
    package var reason: String
    package var remedy: String
    package var attempts: Int
    /// Of the content, where it was read.
    package var sha256: String?
    /// More lines about it, such as one for each item of a container.
    package var details: [String]

    package init(
        code: String, reason: String, remedy: String, attempts: Int = 1, sha256: String? = nil, details: [String] = []
    ) {
        self.code = code
        self.reason = reason
        self.remedy = remedy
        self.attempts = attempts
        self.sha256 = sha256
        self.details = details
    }
}

/// What became of a file that was finished.
package enum Ending: Sendable, Equatable {
    /// It lies there now.
    case moved(FilePath)
    case kept
    case deleted
    /// It is back in the inbox as a new arrival: it changed while it was worked on, or is to be tried again.
    case again(reason: String)
    /// It could not be read and is tried again; the inbox has logged it once and the status says so.
    case unread(reason: String)
    /// It could not be moved and stays in the inbox; the next scans try again. Logged once, and the status says so.
    case stuck(reason: String)
    /// Somebody else took it away.
    case gone
}
