import Foundation
import Newswire

/// Saved pages: `ID.html` each, or `ID.html.gz`.
struct PageFolder: Sendable {
    var path: String

    /// - Throws: `Unreadable` for a page that is not there, and for one whose gzip is not whole.
    func page(_ id: String) throws(NamedInput.Unreadable) -> [UInt8] {
        let plain = "\(path)/\(id).html"
        if FileManager.default.fileExists(atPath: plain) { return try content(of: plain) }
        guard FileManager.default.fileExists(atPath: plain + ".gz") else {
            throw NamedInput.Unreadable(
                name: plain, reason: "is missing, and so is \(id).html.gz",
                remedy: "name the folder of the pages with --pages")
        }
        return try content(of: plain + ".gz")
    }

    private func content(of name: String) throws(NamedInput.Unreadable) -> [UInt8] {
        let bytes = try NamedInput(name).read()
        do throws(NewswireError) {
            return try Newswire.decompressed(bytes)
        } catch {
            throw NamedInput.Unreadable(name: name, reason: error.reason, remedy: "fetch it again, or leave it out")
        }
    }
}
