package import Annotator
import Foundation

/// `quoted annotate`: files in, lines out in the order of the arguments, on all cores.
package struct Batch: Sendable {
    private let files: [BatchFile]
    private let annotator: Annotator
    private let atOnce: Int
    /// How far the work may be ahead of the writing: enough to keep all cores busy behind one large file.
    private var lead: Int { 8 * atOnce }

    package init(files: [String], annotator: Annotator, atOnce: Int) {
        self.files = files.map(BatchFile.init(name:))
        self.annotator = annotator
        self.atOnce = max(1, atOnce)
    }

    /// - Returns: How many files failed, in whole or in part; each was told to `console`.
    /// - Throws: Where the lines cannot be written.
    package func run(to console: BatchConsole) async throws -> Int {
        var console = console
        var failed = 0
        var finished: [Int: BatchFile.Result] = [:]
        var next = 0
        try await withThrowingTaskGroup(of: (Int, BatchFile.Result).self) { group in
            var started = 0
            while next < files.count {
                while started < files.count, started < next + lead, started - next - finished.count < atOnce {
                    let (index, file, annotator) = (started, files[started], annotator)
                    group.addTask { (index, file.annotated(by: annotator)) }
                    started += 1
                }
                guard let (index, result) = try await group.next() else { return }
                finished[index] = result
                while let result = finished.removeValue(forKey: next) {
                    next += 1
                    if !result.failures.isEmpty { failed += 1 }
                    try console.write(result)
                    console.progress(next, of: files.count, failed: failed)
                }
            }
        }
        console.endProgress()
        return failed
    }
}
