import Foundation
import TestSupport

extension ScratchFolder {
    /// For targets that read files: in memory where the machine has such a place.
    static func inMemory() throws -> ScratchFolder {
        let memory = "/dev/shm"
        return try ScratchFolder(in: FileManager.default.isWritableFile(atPath: memory) ? memory : "/tmp")
    }

    func put(_ data: Data, as name: String) {
        do { try data.write(to: url(name)) } catch { fatalError("\(error)") }
    }
}
