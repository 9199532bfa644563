import Files

/// Whether a small file may pass large ones.
///
/// It may while all workers have large files in hand. Whoever has a small one is soon free for the next, and then files go
/// in their order.
struct Overtaking {
    /// The tickets of the small files that were handed out in their turn.
    private var smallInWork: Set<UInt64> = []

    mutating func began(_ handOut: HandOut, smallSize: Int64) {
        if handOut.stamp.size <= smallSize { smallInWork.insert(handOut.ticket) }
    }

    mutating func ended(_ ticket: UInt64) { smallInWork.remove(ticket) }

    /// - Parameter hasIdleWorkers: whether workers wait that take files of any size.
    func isAllowed(hasIdleWorkers: Bool) -> Bool { !hasIdleWorkers && smallInWork.isEmpty }
}
