import Foundation
import Setup
import SystemPackage

/// Where a command writes: standard output, or a file that is there only once it is complete.
final class Output {
    struct Failure: Error, CustomStringConvertible {
        var description: String
        /// The reader went away, as `head` does when it has enough.
        let isBrokenPipe: Bool

        init(description: String) { (self.description, isBrokenPipe) = (description, false) }

        init(writing place: String, _ code: CInt) {
            description = "\(place) cannot be written: \(Errno(rawValue: code))"
            isBrokenPipe = code == EPIPE
        }
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
        do throws(Errno) {
            handle = try Self.create(partial)
        } catch {
            throw Failure(description: Self.refusal(path, error))
        }
    }

    private static func create(_ path: String) throws(Errno) -> FileHandle {
        // Less the umask.
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Errno(rawValue: errno) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private static func refusal(_ path: String, _ cause: Errno) -> String {
        let (file, folder) = (LogValue.escaped(path), FilePath(path).removingLastComponent())
        let place = LogValue.escaped(folder.string)
        return switch cause {
        case .noSuchFileOrDirectory: "\(file) cannot be written: there is no folder \(place); make it, or name another"
        case .notDirectory: "\(file) cannot be written: \(place) is not a folder; name another place"
        case .permissionDenied, .readOnlyFileSystem:
            "\(file) cannot be written: \(cause); name a place where you may write"
        default: "\(file) cannot be written: \(cause); name another place"
        }
    }

    func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) throws(Failure) {
        do {
            try Descriptor.write(bytes, to: handle.fileDescriptor)
        } catch {
            throw Failure(writing: path.map(LogValue.escaped) ?? "standard output", error.code)
        }
    }

    /// Puts the file in its place.
    func finish() throws(Failure) {
        guard let path else { return }
        guard unsafe rename(partial, path) == 0 else {
            let code = errno
            throw Failure(
                description: "\(LogValue.escaped(path)) cannot be written: \(Errno(rawValue: code)); name a file")
        }
        isFinished = true
    }

    /// A file that was not finished is removed.
    deinit {
        if path != nil, !isFinished { unsafe unlink(partial) }
    }
}
