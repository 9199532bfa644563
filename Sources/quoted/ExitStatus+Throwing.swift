import ArgumentParser
import Setup

extension ExitStatus {
    /// Ends the process with this status, unless it is success.
    func exit() throws {
        if self != .success { throw ExitCode(rawValue) }
    }
}
