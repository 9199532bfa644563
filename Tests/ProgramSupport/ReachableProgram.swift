package import Foundation
package import SystemPackage
package import TestSupport

/// A copy of the programs and of the rules that another user can reach, to be run as one: nobody gets into a home folder of
/// mode 0700.
package struct ReachableProgram {
    /// None that anything else runs as: some limits count all processes of a user.
    package let user = uid_t(60_000 + getpid() % 4_000)
    private let folder: ScratchFolder

    package init() throws {
        folder = try ScratchFolder()
        let files = FileManager.default
        for name in ["bin", "lib", "share/quoted"] { try folder.make(name) }
        for name in ["quoted", "quoted-watch"] {
            let program = Program.path.removingLastComponent().appending(name)
            try files.copyItem(atPath: program.string, toPath: folder("bin/" + name).string)
        }
        let repository = FilePath(#filePath).removingLastComponents(3)
        try files.copyItem(atPath: repository.appending("Rules").string, toPath: folder("share/quoted/Rules").string)
        for library in try Self.libraries() {
            let name = FilePath(library).lastComponent?.string ?? ""
            try files.copyItem(atPath: library, toPath: folder("lib/" + name).string)
        }
        try folder.open()
    }

    package var path: FilePath { folder("bin/quoted") }

    /// What runs it as that user.
    package var wrapper: [String] {
        ["setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--inh-caps=-all"]
            + ["env", "LD_LIBRARY_PATH=\(folder("lib"))"]
    }

    /// Those of the toolchain, where it is no package of the system: this process has them, too.
    private static func libraries() throws -> Set<String> {
        let maps = try String(contentsOfFile: "/proc/self/maps", encoding: .utf8)
        let paths = maps.split(separator: "\n").compactMap { $0.split(separator: " ", maxSplits: 5).dropFirst(5).first }
        let ofSystem = ["/lib", "/usr/", "/opt/"]
        return Set(
            paths.map { $0.trimmingCharacters(in: .whitespaces) }.filter { path in
                path.hasPrefix("/") && path.contains(".so") && !ofSystem.contains { path.hasPrefix($0) }
            })
    }
}

extension FilePath {
    fileprivate func removingLastComponents(_ count: Int) -> FilePath {
        (0..<count).reduce(self) { path, _ in path.removingLastComponent() }
    }
}

extension ScratchFolder {
    /// Lets everybody read and run what is in it.
    package func open() throws {
        for name in [""] + all {
            try require(unsafe chmod(self(name).string, 0o755) == 0, "no rights to change \(name)")
        }
    }

    /// Makes it and all that is in it another user's.
    package func giveAll(to user: uid_t) throws {
        for name in [""] + all {
            try require(unsafe chown(self(name).string, user, user) == 0, "no rights to give away \(name)")
        }
    }

    private var all: [String] { FileManager.default.subpaths(atPath: path.string) ?? [] }
}
