/// Lines of the log that wait to be written, in bounded memory: those for which there is no room are counted, and a line
/// of the log says how many they were as soon as lines get through again.
///
/// The last quarter of the room is for warnings and errors, so that a flood of small news hides none.
struct LogBacklog: Sendable {
    /// How many lines wait, the one that is being written among them, and how many were dropped since the start.
    struct Counts: Sendable, Equatable {
        var waiting = 0
        var dropped = 0
    }

    /// In bytes, with the memory that a line takes beside its text.
    static let usualRoom = 4 << 20
    private static let costOfALine = 64

    private let room: Int
    /// Gives the line that says how many are missing.
    private let note: @Sendable (Int) -> [UInt8]
    private var lines: [Line] = []
    /// Of `lines`; those before it were written.
    private var next = 0
    private var bytes = 0
    private var untold = 0
    private(set) var counts = Counts()

    struct Line: Sendable, Equatable {
        var bytes: [UInt8]
        /// How many dropped lines it tells of; 0 for a line that somebody logged.
        fileprivate var missing = 0

        fileprivate var cost: Int { bytes.count + costOfALine }
    }

    init(room: Int = usualRoom, note: @escaping @Sendable (Int) -> [UInt8]) {
        self.room = room
        self.note = note
    }

    mutating func add(_ bytes: [UInt8], isUrgent: Bool) {
        let line = Line(bytes: bytes)
        guard self.bytes + line.cost <= (isUrgent ? room : room / 4 * 3) else { return drop(line) }
        tellOfDropped()
        append(line)
    }

    /// - Returns: The line to be written next, which then is to be reported as `written`; nil where none waits.
    mutating func take() -> Line? {
        if next == lines.count { tellOfDropped() }
        guard next < lines.count else { return nil }
        defer { next += 1 }
        return lines[next]
    }

    /// - Parameters:
    ///   - line: The one that was taken last.
    ///   - wasRead: False where it is lost.
    mutating func written(_ line: Line, wasRead: Bool) {
        bytes -= line.cost
        counts.waiting -= 1
        if !wasRead { drop(line) }
        // What was written is forgotten in one go, now and then.
        guard next == lines.count || next >= 1024 else { return }
        lines.removeFirst(next)
        next = 0
    }

    private mutating func drop(_ line: Line) {
        if line.missing == 0 { counts.dropped += 1 }
        untold += max(line.missing, 1)
    }

    private mutating func append(_ line: Line) {
        lines.append(line)
        bytes += line.cost
        counts.waiting += 1
    }

    private mutating func tellOfDropped() {
        guard untold > 0 else { return }
        append(Line(bytes: note(untold), missing: untold))
        untold = 0
    }
}
