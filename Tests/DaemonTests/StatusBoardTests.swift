import Testing

@testable import Daemon

@Suite struct StatusBoardTests {
    @Test func staysStoppedWhateverEndsLate() {
        let board = StatusBoard()
        #expect(board.snapshot.contents.phase == .starting)
        #expect(!board.move(from: .running, to: .reloading), "it is not running yet")
        #expect(board.move(from: .starting, to: .running))
        #expect(board.move(from: .running, to: .reloading))
        board.stop()
        #expect(!board.move(from: .reloading, to: .running))
        #expect(board.snapshot.contents.phase == .stopping)
    }

    @Test func countsWordPiecesByTheSecond() {
        let board = StatusBoard()
        board.read(pieces: 300)
        board.read(pieces: 30)
        let snapshot = board.snapshot
        #expect(snapshot.contents.pieces == 330)
        // However long this took: spread over a minute at most, and over a second at least.
        #expect((330.0 / 60...330).contains(snapshot.piecesPerSecond))
    }

    @Test func addsUpWhatItIsTold() {
        let board = StatusBoard()
        board.noted(ArticleCounts(written: 2, quotations: 9))
        board.noted(ArticleCounts(written: 1, repeats: 3, failed: 1, quotations: 1))
        board.took(.commit, .milliseconds(3))
        board.trouble(.watchdog, "stuck")
        let snapshot = board.snapshot
        #expect(snapshot.contents.articles == ArticleCounts(written: 3, repeats: 3, failed: 1, quotations: 10))
        #expect(snapshot.perMinute == 3)
        #expect(snapshot.contents.troubles == [.watchdog: "stuck"])
        board.trouble(.watchdog, nil)
        #expect(board.snapshot.contents.troubles.isEmpty)
    }
}
