import Foundation

/// The limits of the control groups that this process is in: its own group's and those of the groups above it.
struct ControlGroup {
    /// Where the kernel shows the groups, and the content of /proc/self/cgroup.
    private let root: String
    private let membership: String

    init(root: String = "/sys/fs/cgroup", membership: String? = nil) {
        self.root = root
        self.membership = membership ?? (try? String(contentsOfFile: "/proc/self/cgroup", encoding: .utf8)) ?? ""
    }

    struct Limit: Equatable {
        /// The file that has it.
        var file: String
        var value: Int
        /// How much is in use; nil where the group does not say.
        var used: Int?

        var room: Int { value - (used ?? 0) }
    }

    /// Of how many threads and processes there may be.
    var tasks: [Limit] { limits("pids", "pids.max", used: "pids.current", old: "pids.max") }

    /// Of resident memory, in bytes.
    var memory: [Limit] { limits("memory", "memory.max", used: nil, old: "memory.limit_in_bytes") }

    /// - Parameter old: The file's name in the first version of control groups.
    private func limits(_ controller: String, _ name: String, used: String?, old: String) -> [Limit] {
        membership.split(separator: "\n").flatMap { line -> [Limit] in
            // "0::/system.slice/quoted.service", or "8:pids:/". (cgroups(7))
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { return [] }
            if parts[0] == "0", parts[1].isEmpty { return limits(from: root, below: parts[2], name, used) }
            guard parts[1].split(separator: ",").contains(Substring(controller)) else { return [] }
            return limits(from: "\(root)/\(parts[1])", below: parts[2], old, used)
        }
    }

    /// The path is as seen from the process's own namespace; a group that is not there by that name is passed over.
    private func limits(from top: String, below path: Substring, _ name: String, _ used: String?) -> [Limit] {
        let steps = path.split(separator: "/").filter { $0 != ".." }
        return (0...steps.count).reversed().compactMap { count in
            let folder = ([top] + steps.prefix(count).map(String.init)).joined(separator: "/")
            // "max" is no number.
            guard let value = Self.number("\(folder)/\(name)") else { return nil }
            return Limit(file: "\(folder)/\(name)", value: value, used: used.flatMap { Self.number("\(folder)/\($0)") })
        }
    }

    private static func number(_ file: String) -> Int? {
        (try? String(contentsOfFile: file, encoding: .utf8)).flatMap {
            Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }
}

extension ControlGroup {
    /// - Throws: Where the kernel would end the process for what it keeps in memory.
    func provideMemory(for need: Need) throws(LimitTooLow) {
        guard let resident = need.resident, let least = memory.min(by: { $0.value < $1.value }), least.value < resident
        else { return }
        throw LimitTooLow(
            reason:
                "the daemon needs \(MemoryLimit.mebibytes(resident)) of memory at once, but its control group allows "
                + "\(MemoryLimit.mebibytes(least.value)) (\(least.file))",
            remedy: "raise the limit (MemoryMax= in its unit)\(need.fewerWorkers)")
    }
}
