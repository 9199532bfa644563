import Foundation
import Glibc
import Synchronization
import SystemPackage

/// The folder of all scratch folders of this process, `quoted-tests-PID`.
///
/// A folder outlives its test where the test fails by a trap, or where a child process still writes to it. So this goes
/// when the process exits; and what a killed process left, with the next one.
enum ScratchHome {
    private static let prefix = "quoted-tests-"
    private static let homes = Mutex<Set<String>>([])

    static func path(in parent: String) throws -> String {
        let home = "\(parent)/\(prefix)\(getpid())"
        try homes.withLock { homes in
            guard homes.insert(home).inserted else { return }
            if homes.count == 1 { atexit { ScratchHome.removeAll() } }
            removeLeftOver(in: parent)
            // Some tests run programs as another user.
            guard unsafe mkdir(home, 0o755) == 0, unsafe chmod(home, 0o755) == 0 else { throw Errno(rawValue: errno) }
        }
        return home
    }

    private static func removeAll() {
        homes.withLock { $0.forEach(remove) }
    }

    private static func removeLeftOver(in parent: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count)), kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            remove("\(parent)/\(name)")
        }
    }

    /// A killed test may have left a disk mounted there.
    private static func remove(_ home: String) {
        let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
        for mount in mounts.split(separator: "\n") {
            let fields: [Substring] = mount.split(separator: " ")
            if fields.count > 1, fields[1].hasPrefix(home + "/") { unsafe umount2(String(fields[1]), CInt(MNT_DETACH)) }
        }
        try? FileManager.default.removeItem(atPath: home)
    }
}
