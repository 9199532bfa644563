import Foundation

/// Makes the live view for all who look on at once: a view that is younger than half the pace is given again.
actor LiveSource {
    private let report: @Sendable () async -> StatusReport
    private let board: LiveBoard
    private let canFind: Bool
    private let pause: Duration
    private var last: (at: ContinuousClock.Instant, report: LiveReport)?

    private static let speakers = 15

    init(report: @escaping @Sendable () async -> StatusReport, board: LiveBoard, canFind: Bool, pace: LivePace) {
        self.report = report
        self.board = board
        self.canFind = canFind
        pause = pace.look / 2
    }

    func live() async -> LiveReport {
        if let last, .now - last.at < pause { return last.report }
        let (status, contents) = (await report(), board.snapshot)
        let report = LiveReport(
            status: status, quotations: contents.quotations, files: contents.files, failures: contents.failures,
            speakers: contents.speakers.top(Self.speakers), canFind: canFind)
        last = (.now, report)
        return report
    }
}
