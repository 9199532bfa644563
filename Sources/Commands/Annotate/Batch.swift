package import Annotator
package import Newswire

/// `quoted annotate`: files in, lines out in the order of the arguments, on all cores.
package struct Batch: Sendable {
    private let files: [BatchFile]
    private let annotator: TimedAnnotator
    private let atOnce: Int

    /// - Parameters:
    ///   - json: Where articles are looked for in JSON.
    ///   - atOnce: How many files are worked on at a time.
    ///   - deadline: How long an article may take; nil for as long as it takes.
    package init(
        files: [String], annotator: Annotator, json: JSONMapping = .usual, atOnce: Int, deadline: Duration? = nil
    ) {
        self.files = files.map { BatchFile(name: $0, json: json) }
        self.annotator = TimedAnnotator(annotator: annotator, deadline: deadline)
        self.atOnce = atOnce
    }

    /// - Returns: How many files failed, in whole or in part; each was told to `console`.
    /// - Throws: Where the lines cannot be written.
    package func run(to console: BatchConsole) async throws -> Int {
        var console = console
        var failed = 0
        try await withThrowingTaskGroup(of: (Int, BatchFile.Result).self) { group in
            var order = BatchOrder<BatchFile.Result>(count: files.count, atOnce: atOnce)
            while !order.isOver {
                while let index = order.begin() { begin(index, in: &group) }
                guard let (index, result) = try await group.next() else { return }
                for result in order.finish(index, result) {
                    if !result.failures.isEmpty { failed += 1 }
                    try console.write(result)
                }
                console.progress(order.written, of: files.count, failed: failed)
            }
        }
        console.endProgress()
        return failed
    }

    private func begin(_ index: Int, in group: inout ThrowingTaskGroup<(Int, BatchFile.Result), any Error>) {
        let (file, annotator) = (files[index], annotator)
        group.addTask { (index, file.annotated(by: annotator)) }
    }
}
