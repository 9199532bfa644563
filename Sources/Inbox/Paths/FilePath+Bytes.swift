package import SystemPackage

extension FilePath {
    /// The path of a file below this one, byte for byte.
    package func appending(_ path: InboxPath) -> FilePath {
        appending(FilePath(bytes: path.bytes).components)
    }

    init(bytes: [UInt8]) {
        unsafe self.init(platformString: bytes.map { CChar(bitPattern: $0) } + [0])
    }

    var bytes: [UInt8] {
        unsafe withPlatformString { text in
            unsafe Array(UnsafeRawBufferPointer(start: text, count: length))
        }
    }

    /// As `InboxPath.printed`, for logs and messages.
    package var printed: String { InboxPath.printed(bytes) }
}
