import Files
import Foundation
import Glibc
import SystemPackage

/// Reads in chunks a file from an offset on, or the output of a command that decompresses it.
struct ByteSource {
    private static let chunkSize = 256 << 10

    private let file: OwnedDescriptor
    private let process: Process?
    private var buffer = [UInt8](repeating: 0, count: chunkSize)

    init(_ path: FilePath, from offset: Int64 = 0) throws(Errno) {
        file = try OwnedDescriptor(opening: path, .readOnly)
        process = nil
        guard lseek(file.rawValue, off_t(offset), SEEK_SET) >= 0 else { throw Errno(rawValue: errno) }
    }

    /// - Throws: what Foundation throws if the command cannot be started.
    init(decompressing path: FilePath, _ compression: JournalSibling.Compression) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = compression.command + [path.string]
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        // A descriptor of our own: Foundation closes the pipe's with the pipe.
        file = OwnedDescriptor(try FileDescriptor(rawValue: pipe.fileHandleForReading.fileDescriptor).duplicate())
        self.process = process
    }

    /// - Returns: nil at the end.
    mutating func next() throws(Errno) -> ArraySlice<UInt8>? {
        do {
            let count = unsafe try buffer.withUnsafeMutableBytes { unsafe try file.descriptor.read(into: $0) }
            return count > 0 ? buffer[..<count] : nil
        } catch {
            throw error as? Errno ?? .ioError
        }
    }

    /// Waits for the command, after everything was read.
    ///
    /// - Returns: false if the command failed.
    func hasSucceeded() -> Bool {
        process?.waitUntilExit()
        return process.map { $0.terminationStatus == 0 } ?? true
    }
}

/// The names in a directory, in no order; those that are not UTF-8 are left out.
func names(in directory: FilePath) throws(Errno) -> [String] {
    guard let stream = unsafe directory.withPlatformString({ unsafe opendir($0) }) else { throw Errno(rawValue: errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
            unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                unsafe String(validatingCString: $0)
            }
        }
        if let name { names.append(name) }
    }
    return names
}
