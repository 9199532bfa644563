import CLinux
import Foundation

/// How much memory a process may map: of addresses (`ulimit -v`), and of what it writes to (`ulimit -d`).
///
/// Where an allocation fails Swift ends the process, and where there is no room for its stack a thread is never begun.
struct MemoryLimit: Equatable {
    /// Bytes; nil where there is no limit.
    var addresses: Int?
    var data: Int?
    /// Bytes that are in use.
    var usedAddresses: Int
    var usedData: Int

    /// Of each thread: what `ThreadExecutor` asks for, and its guard and descriptor.
    private static let stack = 8 << 20 + 256 << 10
    /// glibc's allocator takes addresses for as many arenas as there are threads, up to eight for each core, whether it
    /// fills them or not.
    private static let arena = 64 << 20
    private static let usualArenas = 8
    /// How many do where addresses are few.
    static let fewArenas = 2

    /// Whether the allocator has to do with few arenas.
    func isTight(cores: Int) -> Bool {
        guard let addresses else { return false }
        return addresses - usedAddresses < (Self.usualArenas * cores + 1) * (Self.arena + Self.stack)
    }

    func check(_ need: Need) throws(LimitTooLow) {
        let lasting = need.threads * Self.stack + need.heap
        if let data, data - usedData < lasting {
            throw Self.tooLow("write to", data, usedData + lasting, need, "RLIMIT_DATA", unit: "LimitDATA=", flag: "-d")
        }
        let mapped = usedAddresses + lasting + Self.fewArenas * Self.arena
        if let addresses, addresses < mapped {
            throw Self.tooLow("map", addresses, mapped, need, "RLIMIT_AS", unit: "LimitAS=", flag: "-v")
        }
    }

    private static func tooLow(
        _ use: String, _ limit: Int, _ needed: Int, _ need: Need, _ name: String, unit: String, flag: String
    ) -> LimitTooLow {
        LimitTooLow(
            reason: "the daemon needs at least \(mebibytes(needed)) of memory, but may \(use) "
                + "\(mebibytes(limit)) (\(name))",
            remedy: "raise the limit (\(unit) in its unit, `ulimit \(flag)` in a shell)\(need.fewerWorkers)")
    }

    static func mebibytes(_ bytes: Int) -> String { "\((bytes + 1 << 19) >> 20) MiB" }
}

extension MemoryLimit {
    /// Of this process.
    static var current: MemoryLimit {
        // In pages: all, resident, shared, code, 0, data and stack. (proc_pid_statm(5))
        let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = statm.split(separator: " ").map { Int($0) ?? 0 }
        let size = Int(sysconf(Int32(_SC_PAGESIZE)))
        return MemoryLimit(
            addresses: limit(RLIMIT_AS), data: limit(RLIMIT_DATA),
            usedAddresses: (pages.first ?? 0) * size, usedData: (pages.count > 5 ? pages[5] : 0) * size)
    }

    private static func limit(_ resource: __rlimit_resource) -> Int? {
        var limits = rlimit()
        let isKnown = unsafe getrlimit(__rlimit_resource_t(resource.rawValue), &limits) == 0
        return isKnown && limits.rlim_cur != rlim_t.max ? Int(clamping: limits.rlim_cur) : nil
    }

    /// To be called early: the allocator takes no other bound once it has made arenas.
    static func saveAddresses(cores: Int) {
        if current.isTight(cores: cores) { mallopt(M_ARENA_MAX, Int32(fewArenas)) }
    }
}
