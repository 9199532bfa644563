import Foundation
import ProgramSupport
import TestSupport
import Testing

@testable import Daemon

/// A small article between large ones.
@Suite(.serialized, .timeLimit(.minutes(10))) struct OvertakingTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// It waited until the first of them was done.
    @Test(arguments: [1, 2]) func aSmallArticleGetsThroughWhereAllWorkersHaveLargeOnes(_ workers: Int) async throws {
        // It stops at once, since the large ones would take minutes.
        let daemon = try await RunningDaemon(
            in: folder, ["--engine", "rules", "--workers", "\(workers)", "--grace", "100ms"])
        let large = String(repeating: "\"It is bad,\" Holm said. ", count: 400_000)
        for number in 1...workers { try folder.write(large, to: "inbox/large-\(number).txt") }
        try await waitUntil("somebody begins with the large ones") {
            try await daemon.status().files.working == workers
        }
        for number in 1...3 { try folder.write(NumberedArticle.text(number), to: "inbox/\(number).txt") }
        try await waitUntil("the small ones are done: \(daemon.program.errors)") {
            try await daemon.status().files.done >= 3
        }
        #expect(try folder.paths() == ["1.txt", "2.txt", "3.txt"])
        #expect(try await daemon.status().files.working == workers, "the large ones are in work yet")
        try await daemon.stop()
        #expect(folder.files("inbox").count { $0.hasPrefix("large") } == workers, "the next start has them to do")
    }
}
