import Foundation
import Setup

/// A file named on the command line; "-" is standard input.
struct NamedInput: Sendable {
    /// As it was given.
    var name: String

    init(_ name: String) { self.name = name }

    /// Why it cannot be read.
    struct Unreadable: Error, Equatable, CustomStringConvertible {
        var name: String
        var reason: String
        var remedy: String

        var description: String { "\(LogValue.escaped(name)): \(reason); \(LogValue.escaped(remedy))" }
    }

    /// All of it; blocks meanwhile.
    func read() throws(Unreadable) -> [UInt8] {
        // Read to the end rather than mapped, so that `<(zcat a.gz)` can be named too.
        let handle = try open()
        do {
            return Array(try handle.readToEnd() ?? Data())
        } catch {
            throw unreadable(error)
        }
    }

    /// A file of articles: as much of it as an archive's file has, and not all that somebody may name by mistake.
    func readArticles() throws(Unreadable) -> [UInt8] {
        let handle = try open()
        var bytes: [UInt8] = []
        do {
            while let piece = try handle.read(upToCount: Self.piece), !piece.isEmpty {
                bytes += piece
                // Reserved room takes no memory before it is used; doubling an array takes twice its memory.
                if bytes.count == Self.piece { bytes.reserveCapacity(Self.largest + Self.piece) }
                if bytes.count > Self.largest { break }
            }
        } catch {
            throw unreadable(error)
        }
        guard bytes.count <= Self.largest else { throw tooLarge }
        return bytes
    }

    private static let largest = 256 << 20
    private static let piece = 1 << 20

    private var tooLarge: Unreadable {
        Unreadable(
            name: name, reason: "has more than \(Self.largest >> 20) MiB",
            remedy: "split it into several files, as `split --line-bytes` does with JSON lines")
    }

    /// Closes with the handle, unless it is standard input.
    func open() throws(Unreadable) -> FileHandle {
        if name == "-" { return .standardInput }
        do {
            return try FileHandle(forReadingFrom: URL(fileURLWithPath: name))
        } catch {
            throw unreadable(error)
        }
    }

    func unreadable(_ error: any Error) -> Unreadable {
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
            return Unreadable(name: name, reason: "is a folder", remedy: "name the files in it: \(name)/*")
        }
        let (reason, remedy) = POSIXCause(error).advice
        return Unreadable(name: name, reason: reason, remedy: remedy)
    }
}
