package import Records

/// What the journal says of itself, for the status socket.
package struct JournalStatus: Sendable, Equatable {
    package var path: String
    package var inode: UInt64
    /// Length of the file.
    package var bytes: Int64
    /// Lines and batches written since the start. A batch is what one sync covers.
    package var lines: Int
    package var batches: Int
    package var lastLine: Timestamp?
    /// How long the last syncs took, by the median; nil before the first.
    package var medianSync: Duration?
    /// Entries that wait to be written.
    package var waiting: Int
    package var degraded: Degradation?
    /// On the disk, with its write-ahead log.
    package var ledgerBytes: Int64
    /// What was found and done at the start: a torn journal closed aside, a sibling that could not be read.
    package var notices: [String]
    /// Articles that were journalled and whose lines are gone.
    package var losses = LossCount()
    /// Where the file is that lines go to, when somebody renamed it some time ago and did not say so.
    package var movedTo: String?

    /// What people should know and do about lines that are gone or go elsewhere.
    package var lossNotice: String? {
        let sentences = [
            movedTo.map {
                "The journal \(path) was renamed to \($0), and lines still go there. Send the daemon HUP (`systemctl reload "
                    + "quoted`, or `kill -HUP`) to begin a new one."
            },
            losses.cut == 0
                ? nil
                : "The journal \(path) was cut short or damaged: \(Self.lines(losses.cut)) gone. The daemon "
                    + "annotates again what is still in done/. `quoted lost` lists the rest: drop those files again, or give "
                    + "them up with `quoted lost --forget`. \(Self.options)",
            losses.gone == 0
                ? nil
                : "The journal \(path) was deleted or emptied: \(Self.lines(losses.gone)) gone. `quoted lost --put-back` "
                    + "annotates their files again if they are still in done/, `quoted lost --forget` gives them up, and "
                    + "`quoted lost --kept` says that the journal was only moved. \(Self.options)",
        ].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private static let options =
        "Give it the daemon's --config, or its --journal and --inbox, and run it as the daemon's user."

    private static func lines(_ count: Int) -> String {
        count == 1 ? "the line of 1 article is" : "the lines of \(count) articles are"
    }
}

/// Why work stands still, and since when. It goes on by itself when the cause is gone.
package struct Degradation: Sendable, Equatable {
    package enum Activity: String, Sendable {
        case reserving = "reserve room in"
        case writing = "write"
        case syncing = "sync"
        case ledger = "use the ledger of"
        case lookingAfter = "look after"
    }

    package var activity: Activity
    /// A sentence that names the path and what to do.
    package var reason: String
    package var since: Timestamp

    package init(activity: Activity, reason: String, since: Timestamp = .now) {
        self.activity = activity
        self.reason = reason
        self.since = since
    }
}

/// The durations of the last syncs.
struct SyncTimes {
    private var durations: [Duration] = []
    private var next = 0
    private let capacity = 101

    mutating func add(_ duration: Duration) {
        if durations.count < capacity { durations.append(duration) } else { durations[next] = duration }
        next = (next + 1) % capacity
    }

    var median: Duration? { durations.isEmpty ? nil : durations.sorted()[durations.count / 2] }
}
