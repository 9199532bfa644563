import Files
import Foundation
import Hashing
package import SystemPackage

/// What has to be known to ask over the network. Only a digest of it is kept.
package struct AccessToken: Sendable, Equatable {
    /// Characters; fewer could be guessed.
    package static let shortest = 16
    private static let longest = 4096

    private let digest: SHA256.Digest

    package init(_ token: some Sequence<UInt8>) { digest = SHA256.hash(Data(token)) }

    /// The first line of a file that not everybody may read.
    ///
    /// - Throws: `Unusable`, with what is wrong and what to do.
    package init(file: FilePath) throws(Unusable) {
        let bytes: [UInt8]
        do { bytes = try Self.read(file) } catch {
            throw Unusable(reason: "\(file) cannot be read (\(error))", remedy: "let the daemon's user read it")
        }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard line.count >= Self.shortest, line.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Unusable(
                reason:
                    "the first line of \(file) is not a token: it needs at least \(Self.shortest) visible ASCII characters",
                remedy: "make one: (umask 077; openssl rand -hex 32 > \(file))")
        }
        guard Self.isPrivate(file) else {
            throw Unusable(reason: "everybody can read \(file)", remedy: "make it private: chmod o= \(file)")
        }
        self.init(line)
    }

    /// - Parameter header: The request's Authorization, if it has one.
    package func admits(_ header: String?) -> Bool {
        guard let header, let space = header.firstIndex(of: " ") else { return false }
        let sent = header[space...].dropFirst()
        switch header[..<space].lowercased() {
        case "bearer": return isToken(Data(sent.utf8))
        // What a browser can send: a name, which is anybody's, and the token as its password. (RFC 7617)
        case "basic":
            guard let pair = Data(base64Encoded: String(sent)), let colon = pair.firstIndex(of: UInt8(ascii: ":"))
            else {
                return false
            }
            return isToken(pair[colon...].dropFirst())
        default: return false
        }
    }

    /// Digests are compared in a time that tells nothing.
    private func isToken(_ sent: Data) -> Bool { SHA256.hash(sent) == digest }

    package struct Unusable: Error, Equatable {
        package var reason: String
        package var remedy: String
    }

    private static func isPrivate(_ path: FilePath) -> Bool {
        (try? FileStatus(path)).map { $0.mode & S_IROTH == 0 } ?? false
    }

    private static func read(_ file: FilePath) throws(Errno) -> [UInt8] {
        do {
            let descriptor = try FileDescriptor.open(file, .readOnly, options: [.closeOnExec, .nonBlocking])
            defer { try? descriptor.close() }
            return unsafe try [UInt8](unsafeUninitializedCapacity: longest) { buffer, count in
                count = unsafe try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
        } catch {
            throw error as? Errno ?? .ioError
        }
    }
}

extension AccessToken: CustomStringConvertible {
    package var description: String { "(secret)" }
}
