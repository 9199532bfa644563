import Files
import Foundation
import Inbox
import Logging
import Records

/// Tells of files that failed, in the log and in the status: a worker failed them, or the inbox by itself.
struct FailureReport: Sendable {
    let board: StatusBoard
    let logger: Logger

    func callAsFunction(_ path: RelativePath, _ failure: Failure) {
        board.failed(
            StatusReport.LastError(
                at: .now, file: path.printed, code: failure.code, reason: failure.reason, remedy: failure.remedy))
        logger.warning(
            "file failed",
            metadata: [
                "file.path": "\(Record.File.string(path: path.bytes))", "code": "\(failure.code)",
                "reason": "\(failure.reason)", "remedy": "\(failure.remedy)",
            ])
    }
}
