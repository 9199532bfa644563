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

    /// Standard output could not be written.
    package struct OutputError: Error, CustomStringConvertible {
        package var code: CInt
        /// The reader went away, as `head` does when it has enough.
        package var isBrokenPipe: Bool { code == EPIPE }
        package var description: String {
            "standard output cannot be written: \(POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO).localizedDescription)"
        }
    }

    mutating func write(_ result: BatchFile.Result) throws(OutputError) {
        do {
            try Descriptor.write(result.lines, to: output)
        } catch {
            throw OutputError(code: error.code)
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
