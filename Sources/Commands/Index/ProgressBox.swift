import Daemon
import Setup
import Synchronization

/// How far the index is, on the terminal.
final class ProgressBox: Sendable {
    private let state = Mutex((line: ProgressLine(count: .max), records: 0))

    var records: Int { state.withLock { $0.records } }

    /// - Parameter bytes: Of journals, read so far.
    func show(bytes: Int64, records: Int) {
        state.withLock { state in
            state.records = records
            state.line.show("\(records) records, \(Quantity.text(bytes: bytes)) of journals")
        }
    }

    func end() { state.withLock { $0.line.end() } }
}
