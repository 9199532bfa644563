import Foundation

/// Saved pages: `ID.html` each, or `ID.html.gz`.
struct PageFolder: Sendable {
    var path: String

    /// - Throws: `Unreadable` for a page that is not there, and for one that is no gzip though it says so.
    func page(_ id: String) throws -> [UInt8] {
        let plain = "\(path)/\(id).html"
        guard !FileManager.default.fileExists(atPath: plain) else { return try NamedInput(plain).read() }
        guard FileManager.default.fileExists(atPath: plain + ".gz") else {
            throw NamedInput.Unreadable(
                name: plain, reason: "is missing, and so is \(id).html.gz",
                remedy: "name the folder with the pages of the ground truth with --pages")
        }
        return try decompressed(plain + ".gz")
    }

    /// By the program that every system has: nothing else here needs gzip.
    private func decompressed(_ name: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", "--", name]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = Array(try output.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw NamedInput.Unreadable(
                name: name, reason: "is not whole, or no gzip", remedy: "fetch it again, or leave it out")
        }
        return bytes
    }
}
