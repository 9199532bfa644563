import Foundation

/// What is told to people: each line begins with the program's name.
package enum StandardError {
    /// Waits until all is taken.
    package static func write(_ text: String) {
        for line in lines(text) { write(line) }
    }

    /// With their newlines.
    package static func lines(_ text: String) -> [[UInt8]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { Array("quoted: \($0)\n".utf8) }
    }

    /// Waits until all is taken. One `write` a line, so that lines of several threads and processes do not mix.
    ///
    /// - Returns: false where it cannot be written, as on a full disk. Whoever closed standard error does not want the text
    ///   and misses nothing.
    @discardableResult
    package static func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes {
                unsafe Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count)
            }
            guard written < 0 else {
                rest = rest.dropFirst(written)
                continue
            }
            switch errno {
            case EINTR: continue
            // Another process that shares it made it non-blocking.
            case EAGAIN: waitForRoom()
            case EPIPE, EBADF: return true
            default: return false
            }
        }
        return true
    }

    private static func waitForRoom() {
        var errors = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&errors, 1, -1)
    }
}
