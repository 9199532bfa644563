import Executors
import Foundation

/// The lines of standard input, waited for on a thread of their own.
actor StreamInput {
    /// Bytes that a line may have.
    static let limit = 64 << 20

    private static let thread = ThreadExecutor(name: "lines")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe Self.thread.asUnownedSerialExecutor() }

    private var reader: LineReader

    init(_ descriptor: CInt) { reader = LineReader(descriptor, limit: Self.limit) }

    /// - Returns: nil at the end. Blank lines are none.
    func next() throws -> LineReader.Line? {
        while let line = try reader.next() {
            if case .whole(let bytes) = line, bytes.allSatisfy({ $0 <= 0x20 }) { continue }
            return line
        }
        return nil
    }
}
