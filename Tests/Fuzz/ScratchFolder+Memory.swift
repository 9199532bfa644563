import Foundation

/// A folder of one's own for targets that read files, in memory where the machine has such a place.
struct Scratch: Sendable {
    let path: String

    init(_ name: String) throws {
        let memory = "/dev/shm"
        let above = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        path = "\(above)/quoted-fuzz-\(name)-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func write(_ data: Data, to name: String) {
        do { try data.write(to: URL(fileURLWithPath: "\(path)/\(name)")) } catch { fatalError("\(error)") }
    }

    func remove(_ name: String) { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    /// A file of the project. Fuzzing is done where the sources are.
    static func repository(_ path: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: path)
    }
}
