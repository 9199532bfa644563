import ProgramSupport
import TestSupport
import Testing

@testable import Setup

@Suite struct DescriptorLimitTests {
    @Test func aLimitThatWillDoIsLeftAsItIs() throws {
        #expect(try DescriptorLimit(soft: 1024, hard: 4096).raised(for: 200) == nil)
        #expect(try DescriptorLimit(soft: 300, hard: 300).raised(for: 200) == nil)
    }

    @Test func aSoftLimitIsRaisedAsFarAsItMayBe() throws {
        #expect(try DescriptorLimit(soft: 64, hard: 1_048_576).raised(for: 200) == 1024)
        #expect(try DescriptorLimit(soft: 64, hard: 512).raised(for: 200) == 512)
        #expect(try DescriptorLimit(soft: 1024, hard: 4096).raised(for: 1_300) == 1_300)
    }

    @Test func whatIsNotEnoughIsRefusedWithARemedy() throws {
        let error = #expect(throws: DescriptorLimit.TooLow.self) {
            try DescriptorLimit(soft: 64, hard: 64).raised(for: 200)
        }
        #expect(error?.description.contains("LimitNOFILE=") == true)
    }

    @Test func moreWorkersAndMoreConnectionsNeedMore() {
        let usual = DescriptorLimit.needed(workers: 4, connections: 64, cores: 4)
        #expect(DescriptorLimit.needed(workers: 256, connections: 64, cores: 4) > usual)
        #expect(DescriptorLimit.needed(workers: 4, connections: 10_000, cores: 4) > 10_000)
        // What a service manager usually allows is enough for usual machines.
        #expect(DescriptorLimit.needed(workers: 64, connections: 64, cores: 64) < 1024)
    }

    @Test func aDaemonThatMayOpenTooFewFilesSaysSo() async throws {
        let folder = try ScratchFolder()
        let ended = try await RunningDaemon.launch(in: folder, wrapper: ["prlimit", "--nofile=24:24"]).result()
        #expect(ended.status == ExitStatus.configuration.rawValue)
        #expect(ended.errors.contains("may open 24; raise the limit"))
    }

    @Test func aDaemonRaisesALimitThatIsTooLow() async throws {
        let folder = try ScratchFolder()
        let daemon = try await RunningDaemon(in: folder, wrapper: ["prlimit", "--nofile=24:2048"])
        try await daemon.stop()
    }
}
