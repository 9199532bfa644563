import Foundation
import Setup

/// Where `quoted annotate` writes: lines to standard output, all else to standard error.
package struct BatchConsole: Sendable {
    private let output: CInt
    private let errors: CInt
    private var progress: ProgressLine

    /// - Parameter files: How many there are.
    package init(files: Int, output: CInt = STDOUT_FILENO, errors: CInt = STDERR_FILENO) {
        self.output = output
        self.errors = errors
        progress = ProgressLine(count: files, errors: errors)
    }

    mutating func write(_ result: BatchFile.Result) throws(Output.Failure) {
        do {
            try Descriptor.write(result.lines, to: output)
        } catch {
            throw Output.Failure(writing: "standard output", error.code)
        }
        let complaints = result.failures.map(\.description) + result.notes
        guard !complaints.isEmpty else { return }
        endProgress()
        for complaint in complaints { try? Descriptor.write(Array("quoted: \(complaint)\n".utf8), to: errors) }
    }

    mutating func progress(_ done: Int, of all: Int, failed: Int) {
        progress.show("\(done) of \(all) files" + (failed > 0 ? ", \(failed) failed" : ""))
    }

    mutating func endProgress() { progress.end() }
}
