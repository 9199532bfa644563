import Testing

@testable import Daemon

@Suite struct LogBacklogTests {
    /// With room for ten lines of one byte, of which all may take seven.
    private var backlog = LogBacklog(room: 10 * 65) { Array("\($0) missing".utf8) }

    /// Writes all that waits.
    private mutating func flow(wasRead: Bool = true) -> [String] {
        var lines: [String] = []
        while let line = backlog.take() {
            backlog.written(line, wasRead: wasRead)
            lines.append(String(decoding: line.bytes, as: UTF8.self))
            if !wasRead { break }
        }
        return lines
    }

    private mutating func add(_ lines: String..., isUrgent: Bool = false) {
        for line in lines { backlog.add(Array(line.utf8), isUrgent: isUrgent) }
    }

    @Test mutating func givesLinesInTheirOrder() {
        add("a", "b")
        #expect(backlog.counts == .init(waiting: 2, dropped: 0))
        #expect(flow() == ["a", "b"])
        add("c")
        #expect(flow() == ["c"] && backlog.counts == .init(waiting: 0, dropped: 0))
    }

    @Test mutating func countsWhatItDropsAndTellsOfItWhereItIsMissing() {
        for number in 0..<9 { add("\(number)") }
        #expect(backlog.counts.waiting == 7 && backlog.counts.dropped == 2)
        #expect(flow() == ["0", "1", "2", "3", "4", "5", "6", "2 missing"])
        add("9")
        #expect(flow() == ["9"] && backlog.counts == .init(waiting: 0, dropped: 2))
    }

    @Test mutating func tellsOfDroppedLinesBeforeThoseThatCameLater() {
        for number in 0..<9 { add("\(number)") }
        let first = backlog.take()
        if let first { backlog.written(first, wasRead: true) }
        add("9")
        #expect(flow() == ["1", "2", "3", "4", "5", "6", "2 missing", "9"])
    }

    @Test mutating func keepsRoomForWhatIsUrgent() {
        for _ in 0..<1_000 { add("i") }
        add("E", isUrgent: true)
        #expect(flow().last == "E" && backlog.counts.dropped == 993)
    }

    @Test mutating func tellsOnceOfWhatCouldNotBeWritten() {
        add("a")
        #expect(flow(wasRead: false) == ["a"])
        // Not even this can be.
        #expect(flow(wasRead: false) == ["1 missing"])
        #expect(backlog.counts.dropped == 1)
        add("b")
        #expect(flow() == ["1 missing", "b"] && backlog.counts == .init(waiting: 0, dropped: 1))
    }

    @Test mutating func isBoundedAndForgetsWhatWasWritten() {
        for round in 0..<5_000 {
            add("\(round % 10)")
            if let line = backlog.take() { backlog.written(line, wasRead: true) }
        }
        #expect(backlog.counts == .init(waiting: 0, dropped: 0))
        for _ in 0..<1_000 { add("x", isUrgent: true) }
        #expect(backlog.counts.waiting <= 10 && backlog.counts.dropped >= 990)
    }
}
