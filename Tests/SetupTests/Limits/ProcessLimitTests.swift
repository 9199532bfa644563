import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Setup

@Suite struct MemoryLimitTests {
    private static let gibibyte = 1 << 30
    private let need = Need.daemon(workers: 2, engine: .rules, cores: 2)

    private func limit(addresses: Int? = nil, data: Int? = nil) -> MemoryLimit {
        MemoryLimit(addresses: addresses, data: data, usedAddresses: 200 << 20, usedData: 20 << 20)
    }

    @Test func whatIsNotLimitedWillDo() throws {
        try limit().check(need)
        #expect(!limit().isTight(cores: 64))
    }

    @Test func enoughWillDoAndAddressesAreSavedWhereTheyAreFew() throws {
        try limit(addresses: Self.gibibyte, data: Self.gibibyte).check(need)
        #expect(limit(addresses: Self.gibibyte).isTight(cores: 2))
        #expect(!limit(addresses: 64 * Self.gibibyte).isTight(cores: 2))
    }

    @Test func tooLittleIsRefusedWithTheLimitAndWhatIsNeeded() throws {
        let addresses = #expect(throws: LimitTooLow.self) { try limit(addresses: 300 << 20).check(need) }
        #expect(addresses?.description.contains("may map 300 MiB (RLIMIT_AS); raise the limit (LimitAS=") == true)
        let data = #expect(throws: LimitTooLow.self) { try limit(data: 100 << 20).check(need) }
        #expect(data?.description.contains("may write to 100 MiB (RLIMIT_DATA); raise the limit (LimitDATA=") == true)
    }

    @Test func onlyWorkersCanBeFewer() {
        let one = Need.daemon(workers: 1, engine: .rules, cores: 2)
        #expect([need, one, .command(cores: 2)].map { !$0.fewerWorkers.isEmpty } == [true, false, false])
    }

    @Test func moreWorkersAndAModelNeedMore() {
        let many = Need.daemon(workers: 64, engine: .rules, cores: 2)
        #expect(many.threads > need.threads && many.heap > need.heap)
        let model = Need.daemon(workers: 2, engine: .model, cores: 2)
        #expect(model.heap > need.heap && model.resident ?? 0 > need.resident ?? 0)
    }
}

@Suite struct ControlGroupTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func group(_ membership: String, _ files: [String: String]) throws -> ControlGroup {
        for (name, content) in files {
            try folder.make(String(name[..<(name.lastIndex(of: "/") ?? name.startIndex)]))
            try folder.write(content + "\n", to: name)
        }
        return ControlGroup(root: folder("cgroup").string, membership: membership)
    }

    @Test func readsItsOwnLimitsAndThoseOfTheGroupsAbove() throws {
        let group = try group(
            "0::/system.slice/quoted.service\n",
            [
                "cgroup/system.slice/quoted.service/pids.max": "8",
                "cgroup/system.slice/quoted.service/pids.current": "3",
                "cgroup/system.slice/pids.max": "max", "cgroup/system.slice/memory.max": "\(32 << 20)",
            ])
        #expect(group.tasks.map(\.value) == [8] && group.tasks.map(\.room) == [5])
        #expect(group.memory.map(\.value) == [32 << 20])
    }

    @Test func readsGroupsOfTheFirstVersion() throws {
        let group = try group(
            "9:cpu,cpuacct:/\n8:pids:/daemons\n4:memory:/a/b\n0::/\n",
            [
                "cgroup/pids/daemons/pids.max": "16", "cgroup/pids/daemons/pids.current": "1",
                "cgroup/memory/memory.limit_in_bytes": "9223372036854771712", "cgroup/memory/a/b/x": "",
            ])
        #expect(group.tasks.map(\.value) == [16])
        #expect(group.memory.map(\.value) == [9_223_372_036_854_771_712])
    }

    @Test func tooLittleMemoryIsRefused() throws {
        let group = try group("0::/", ["cgroup/memory.max": "\(32 << 20)"])
        let need = Need.daemon(workers: 2, engine: .rules, cores: 2)
        let error = #expect(throws: LimitTooLow.self) { try group.provideMemory(for: need) }
        #expect(error?.description.contains("allows 32 MiB") == true)
        #expect(error?.description.contains("MemoryMax=") == true)
        try group.provideMemory(for: .command(cores: 2))
    }
}

@Suite struct ThreadLimitTests {
    @Test func namesTheLimitThatIsToBlame() {
        let group = ControlGroup.Limit(file: "/sys/fs/cgroup/quoted/pids.max", value: 8, used: 2)
        let wide = ControlGroup.Limit(file: "/sys/fs/cgroup/pids.max", value: 5000, used: 60)
        let need = Need(threads: 20, heap: 0)
        func reason(_ limit: ThreadLimit) -> String { limit.tooLow(need, available: 7).description }
        let ofGroup = reason(ThreadLimit(ofUser: 100, ofGroups: [group, wide]))
        #expect(ofGroup.contains("may have 8") && ofGroup.contains("quoted/pids.max") && ofGroup.contains("TasksMax="))
        let ofUser = reason(ThreadLimit(ofUser: 10, ofGroups: [wide]))
        #expect(ofUser.contains("may have 10") && ofUser.contains("LimitNPROC="))
        #expect(reason(ThreadLimit(ofUser: nil, ofGroups: [])).contains("kernel.threads-max"))
    }
}

/// Each of these crashed without a word, or waited for ever. One after the other: some limits count all processes of a
/// user.
@Suite(.serialized) struct LimitedProcessTests {
    /// Sanitizers take terabytes of addresses.
    static let isSanitized = ["TSAN_OPTIONS", "ASAN_OPTIONS"].contains {
        ProcessInfo.processInfo.environment[$0] != nil
    }
    private static let options = ["--engine", "rules", "--workers", "2"]

    private func ended(_ wrapper: [String]) async throws -> Program.Result {
        try await RunningDaemon.launch(in: try ScratchFolder(), Self.options, wrapper: wrapper).result()
    }

    /// Enough for the program to be loaded, and for what any command needs or not.
    @Test(
        .enabled(if: !isSanitized, "it is a sanitizer's build"),
        arguments: [
            ("as", 400, "RLIMIT_AS"), ("as", 520, "RLIMIT_AS"), ("data", 60, "RLIMIT_DATA"),
            ("data", 180, "RLIMIT_DATA"),
        ])
    func aDaemonThatMayHaveTooLittleMemorySaysSo(option: String, mebibytes: Int, name: String) async throws {
        let ended = try await ended(["prlimit", "--\(option)=\(mebibytes << 20)"])
        #expect(ended.status == ExitStatus.configuration.rawValue, "\(ended.errors)")
        #expect(ended.errors.contains("\(mebibytes) MiB (\(name)); raise the limit"), "\(ended.errors)")
    }

    @Test(.enabled(if: !isSanitized, "it is a sanitizer's build"))
    func aDaemonWorksWithTheAddressesThatItAsksFor() async throws {
        let refused = try await ended(["prlimit", "--as=\(520 << 20)"]).errors
        let found = refused.firstMatch(of: /at least (\d+) MiB of memory/)
        let needed = try #require(found.flatMap { Int($0.1) }, "\(refused)")
        let folder = try ScratchFolder()
        let daemon = try await RunningDaemon(
            in: folder, Self.options, wrapper: ["prlimit", "--as=\((needed + 1) << 20)"])
        try folder.write(NumberedArticle.text(1), to: "inbox/one.txt")
        try await daemon.settled(files: 1)
        try await daemon.stop()
    }

    @Test(
        .enabled(if: getuid() == 0, "it takes root, who has no such limit, to become another"),
        arguments: [1, 4, 8, 14])
    func aDaemonThatMayHaveTooFewThreadsSaysSo(count: Int) async throws {
        let (program, folder) = (try ReachableProgram(), try ScratchFolder())
        try folder.make("inbox")
        try folder.giveAll(to: program.user)
        let ended = try await RunningDaemon.launch(
            in: folder, Self.options, wrapper: program.wrapper + ["prlimit", "--nproc=\(count)"], path: program.path
        ).result()
        #expect(ended.status == ExitStatus.configuration.rawValue, "\(ended.errors)")
        #expect(ended.errors.contains("may have \(count)") && ended.errors.contains("LimitNPROC="), "\(ended.errors)")
    }
}
