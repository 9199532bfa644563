import Foundation
import Hashing

/// A file's bytes, mapped while a model is made of them; the model keeps copies, so that nobody who writes into the
/// file later can do harm.
final class MappedFile {
    let path: String
    /// How many there are.
    var count: Int { bytes.count }
    private let bytes: UnsafeRawBufferPointer

    init(path: String) throws(ModelError) {
        self.path = path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.error(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.error(path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ModelError(.unreadableFile, file: path, "it is not a regular file")
        }
        let size = Int(status.st_size)
        guard size > 0 else { throw ModelError(.malformed, file: path, "it is empty") }
        guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
            throw Self.error(path)
        }
        bytes = UnsafeRawBufferPointer(start: address, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    /// The bytes are there until `body` ends, and as long as somebody holds the file.
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(bytes)
    }

    var data: Data { withBytes { Data($0) } }

    /// "sha256:" and 64 hexadecimal digits.
    var digest: String {
        var hash = SHA256()
        hash.update(bytes)
        return "sha256:" + hash.finalize().hexadecimal
    }

    private static func error(_ path: String) -> ModelError {
        let number = errno
        return ModelError(
            number == ENOENT || number == ENOTDIR ? .missingFile : .unreadableFile, file: path,
            number == ENOENT ? "there is no such file" : "it cannot be read: \(String(cString: strerror(number)))")
    }
}
