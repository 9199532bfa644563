package import SystemPackage

/// A descriptor that is closed once, when nobody holds it any more, on whatever way that comes about.
package final class OwnedDescriptor: Sendable {
    package let descriptor: FileDescriptor

    package init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

    /// - Parameter permissions: for a file that is made; the umask takes its part of them.
    package init(
        opening path: FilePath, _ access: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions = [],
        permissions: FilePermissions? = nil
    ) throws(Errno) {
        do {
            descriptor = try FileDescriptor.open(
                path, access, options: options.union(.closeOnExec), permissions: permissions, retryOnInterrupt: true)
        } catch {
            throw error as? Errno ?? .ioError
        }
    }

    deinit { try? descriptor.close() }

    package var rawValue: Int32 { descriptor.rawValue }

    package func writeAll(_ bytes: some Sequence<UInt8>) throws(Errno) {
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw error as? Errno ?? .ioError
        }
    }
}
