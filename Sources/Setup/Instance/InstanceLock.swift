import Files
package import SystemPackage

/// Keeps a second daemon away from an inbox or a socket, by a lock on a file beside it.
package final class InstanceLock: Sendable {
    private let subject: String
    private let file: LockFile

    /// Who holds a lock that was asked for.
    package struct Held: Error, Equatable, CustomStringConvertible {
        package var path: FilePath
        package var subject: String
        package var pid: Int?

        package init(path: FilePath, subject: String, pid: Int?) {
            self.path = path
            self.subject = subject
            self.pid = pid
        }

        package var description: String {
            let holder = pid.map { "process \($0)" } ?? "another process"
            return
                "\(subject) is in use by \(holder), which holds \(path); stop that daemon, or configure this one with another"
        }
    }

    /// The lock file cannot be made or locked.
    package struct Unavailable: Error, Equatable, CustomStringConvertible {
        package var path: FilePath
        package var subject: String
        package var cause: Errno

        package var description: String {
            "\(subject) cannot be locked with \(path): \(cause); give the daemon's user write permission in its folder"
        }
    }

    /// - Parameters:
    ///   - path: The lock file, made where it is missing.
    ///   - subject: What is locked, to be named in the error.
    /// - Throws: `Held`, or `Unavailable` where there can be no such file.
    package init(path: FilePath, subject: String) throws {
        self.subject = subject
        do {
            file = try LockFile(path)
        } catch {
            throw Self.error(error, path, subject)
        }
    }

    /// Sees to it that the lock which others would ask for is the one that is held: its file may have been deleted.
    ///
    /// - Throws: `Held` where another was faster, or `Unavailable`.
    package func renew() throws {
        do {
            try file.renew()
        } catch {
            throw Self.error(error, file.path, subject)
        }
    }

    private static func error(_ failure: LockFile.Failure, _ path: FilePath, _ subject: String) -> any Error {
        switch failure {
        case .held(let pid): Held(path: path, subject: subject, pid: pid)
        case .closed(let cause), .unlockable(let cause): Unavailable(path: path, subject: subject, cause: cause)
        }
    }
}

extension InstanceLock {
    /// The inbox's lock lies beside it, hidden, since whatever lies in it is taken for an article.
    package static func path(inbox: FilePath) -> FilePath {
        inbox.removingLastComponent().appending(".\(inbox.lastComponent?.string ?? "inbox").lock")
    }

    package static func path(file: FilePath) -> FilePath { file.appending(suffix: ".lock") }
}
