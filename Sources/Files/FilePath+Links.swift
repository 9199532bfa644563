import Glibc
package import SystemPackage

extension FilePath {
    /// The same path without symbolic links; the file itself need not be there yet.
    package var resolved: FilePath {
        if let path = realPath { return path }
        let folder = removingLastComponent()
        guard let name = lastComponent, let path = (folder.isEmpty ? "." : folder).realPath else { return self }
        return path.appending(name)
    }

    /// The path without symbolic links; nil where nothing is there.
    package var realPath: FilePath? {
        guard let resolved = unsafe withPlatformString({ unsafe realpath($0, nil) }) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe FilePath(platformString: resolved)
    }

    /// What a symbolic link says; nil for anything else.
    package var linkTarget: FilePath? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = unsafe withPlatformString { unsafe readlink($0, &buffer, Int(PATH_MAX)) }
        return length > 0 ? FilePath(platformString: buffer) : nil
    }
}
