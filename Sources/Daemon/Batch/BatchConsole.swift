import Foundation

/// Where `quoted annotate` writes: lines to standard output, all else to standard error.
package struct BatchConsole: Sendable {
    private let output: CInt
    private let errors: CInt
    private let showsProgress: Bool
    private var lastProgress: ContinuousClock.Instant?

    /// As many files are worth a progress line.
    private static let many = 20

    /// - Parameter files: How many there are.
    package init(files: Int, output: CInt = STDOUT_FILENO, errors: CInt = STDERR_FILENO) {
        self.output = output
        self.errors = errors
        showsProgress = files > Self.many && isatty(errors) == 1
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

    mutating func write(_ result: BatchFile.Result) throws {
        try put(result.lines, to: output)
        guard !result.failures.isEmpty else { return }
        endProgress()
        for failure in result.failures { try? put(Array("quoted: \(failure.description)\n".utf8), to: errors) }
    }

    mutating func progress(_ done: Int, of all: Int, failed: Int) {
        let now = ContinuousClock.now
        guard showsProgress, lastProgress.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
        lastProgress = now
        let line = "\r\u{1B}[K\(done) of \(all) files" + (failed > 0 ? ", \(failed) failed" : "")
        try? put(Array(line.utf8), to: errors)
    }

    /// Clears the progress line, so that what follows stands on a line of its own.
    mutating func endProgress() {
        guard lastProgress != nil else { return }
        lastProgress = nil
        try? put(Array("\r\u{1B}[K".utf8), to: errors)
    }

    private func put(_ bytes: [UInt8], to descriptor: CInt) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written >= 0 || errno == EINTR else { throw OutputError(code: errno) }
            rest = rest.dropFirst(max(written, 0))
        }
    }
}
