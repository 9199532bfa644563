package import SystemPackage

/// Why the inbox cannot do its work, for the person who runs it.
package struct InboxError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        /// A folder cannot be made or opened.
        case folder
        /// `done/` or `failed/` lies within the inbox.
        case nested
        /// A file cannot be moved.
        case move
        /// The watcher's executable is not there.
        case watcher
    }

    package var code: Code
    /// A sentence without its full stop.
    package var reason: String
    package var remedy: String
    package var cause: Errno?

    init(_ code: Code, _ reason: String, remedy: String? = nil, cause: Errno? = nil) {
        self.code = code
        self.reason = reason
        self.remedy = remedy ?? Self.remedy(for: cause)
        self.cause = cause
    }

    package var description: String {
        reason + (cause.map { ": \($0)" } ?? "") + ". " + remedy
    }

    private static func remedy(for error: Errno?) -> String {
        switch error {
        case .permissionDenied, .notPermitted:
            "The user that quoted runs as needs permission to write there (chown, chgrp or chmod)."
        case .noSpace, .diskQuotaExceeded: "Make room on that file system."
        case .readOnlyFileSystem: "Mount it writable, or let the service write to it (ReadWritePaths= in its unit)."
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem:
            "Allow the service more open files (LimitNOFILE= in its unit), or give it fewer workers."
        case .noSuchFileOrDirectory: "Make the folder that is missing, or see whether its disk is mounted."
        case .notDirectory: "Something else has the name of the folder: move that, or configure another place."
        case .improperLink: "It is not a regular file, so it cannot be moved to another file system: remove it by hand."
        default: "Check the disk."
        }
    }
}
