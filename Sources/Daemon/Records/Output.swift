import Foundation

/// Where a command writes: standard output, or a file that is there only once it is complete.
final class Output {
    struct Failure: Error, CustomStringConvertible {
        var description: String
        /// The reader went away, as `head` does when it has enough.
        var isBrokenPipe = false
    }

    private let path: String?
    private let partial: String
    private let handle: FileHandle
    private var isFinished = false

    /// - Parameter path: nil or "-" for standard output.
    init(_ path: String?) throws(Failure) {
        self.path = path == "-" ? nil : path
        partial = (self.path ?? "") + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        guard let path = self.path else {
            // A reader that goes away is an error of `write`, not the end.
            signal(SIGPIPE, SIG_IGN)
            handle = .standardOutput
            return
        }
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let handle = FileHandle(forWritingAtPath: partial)
        else {
            throw Failure(
                description: "\(LogValue.escaped(path)) cannot be written: \(Self.reason(errno)); name a place that can"
            )
        }
        self.handle = handle
    }

    func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws(Failure) {
        do {
            try Descriptor.write(bytes, to: handle.fileDescriptor)
        } catch {
            let place = path.map(LogValue.escaped) ?? "standard output"
            throw Failure(
                description: "\(place) cannot be written: \(Self.reason(error.code))", isBrokenPipe: error.code == EPIPE
            )
        }
    }

    /// Puts the file in its place.
    func finish() throws(Failure) {
        guard let path else { return }
        guard unsafe rename(partial, path) == 0 else {
            let code = errno
            throw Failure(description: "\(LogValue.escaped(path)) cannot be written: \(Self.reason(code)); name a file")
        }
        isFinished = true
    }

    /// Of what was not finished nothing is left behind.
    deinit {
        if path != nil, !isFinished { unsafe unlink(partial) }
    }

    private static func reason(_ code: CInt) -> String {
        POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO).localizedDescription
    }
}
