package import Files
package import SystemPackage

/// Why an arrival could not be read.
package enum ReadingError: Error, Sendable, Equatable {
    /// Taken away before it was opened.
    case gone
    /// It changed since it was handed out, or while it was read: somebody is still writing.
    case changed
    /// Bytes there and allowed.
    case tooLarge(Int64, limit: Int64)
    /// The file or a folder above it.
    case notPermitted
    case failed(Errno)
}

extension Errno {
    /// The process or the system lacks something; the file is not to blame.
    var isShortage: Bool { [.tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory].contains(self) }
}

extension ReadingError {
    init(_ error: Errno) {
        self =
            switch error {
            // A folder on the way became a link or a file: the place is gone.
            case .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels: .gone
            case .permissionDenied, .notPermitted: .notPermitted
            // Somebody holds a lease on it.
            case .wouldBlock: .changed
            default: .failed(error)
            }
    }

    var isShortage: Bool {
        if case .failed(let error) = self { error.isShortage } else { false }
    }

    /// For the log and the status, while the file is still tried.
    func trouble(with path: RelativePath) -> String {
        let (cause, remedy) =
            switch self {
            case .notPermitted:
                (
                    "Permission denied",
                    "Make it readable by the user that quoted runs as (`chmod g+r`, and `chgrp` to the group of the "
                        + "service)"
                )
            case .failed(let error): ("\(error)", "Check its disk or network share")
            case .tooLarge: ("it is too large", "Split it into smaller files")
            case .gone, .changed:
                ("it changed meanwhile", "Have the sender rename it into the inbox when it is complete")
            }
        return
            "\(path) cannot be read: \(cause). \(remedy). Until then the daemon tries again, and at last moves it to failed/."
    }

    /// For the note in `failed/`, once the file is not tried any more.
    package func failure(of path: RelativePath, attempts: Int) -> Failure {
        switch self {
        case .tooLarge(let size, let limit):
            Failure(
                code: "too-large", reason: "\(path) has \(size) bytes; files of up to \(limit) are read.",
                remedy: "Split it into smaller files, or raise the limit in the configuration and put it back with "
                    + "`quoted retry`.", attempts: attempts)
        case .notPermitted:
            Failure(
                code: "no-permission", reason: "The user that quoted runs as may not read \(path).",
                remedy:
                    "Make it readable (`chmod g+r`, and `chgrp` to the group of the service), also for the sender's "
                    + "next files; then put it back with `quoted retry`.", attempts: attempts)
        case .failed(let error):
            Failure(
                code: "unreadable", reason: "\(path) cannot be read: \(error).",
                remedy: "Check its disk or network share; then put it back with `quoted retry`.",
                attempts: attempts)
        case .gone, .changed:
            Failure(
                code: "unstable", reason: "\(path) kept changing while it was read.",
                remedy: "Have the sender write elsewhere and rename the file into the inbox when it is complete.",
                attempts: attempts)
        }
    }
}
