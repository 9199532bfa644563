package import SystemPackage

extension FilePath {
    /// The path of a file below this one, byte for byte.
    package func appending(_ path: RelativePath) -> FilePath {
        appending(FilePath(bytes: path.bytes).components)
    }

    package init(bytes: [UInt8]) {
        unsafe self.init(platformString: bytes.map { CChar(bitPattern: $0) } + [0])
    }

    package var bytes: [UInt8] {
        unsafe withPlatformString { text in
            unsafe Array(UnsafeRawBufferPointer(start: text, count: length))
        }
    }

    /// As `RelativePath.printed`, for logs and messages.
    package var printed: String { RelativePath.printed(bytes) }

    /// The path with an ending to its name, byte for byte.
    package func appending(suffix: String) -> FilePath { FilePath(bytes: bytes + suffix.utf8) }
}
