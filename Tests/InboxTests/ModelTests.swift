import Foundation
import Testing

@testable import Inbox

/// Random lists of acts on real folders, against a model that knows what has to be there. What fails is made as short as
/// can be before it is told. One after the other: they compute all the time, and other tests wait for threads.
@Suite(.serialized, .timeLimit(.minutes(10))) struct ModelTests {
    private static let length = 60
    /// More of them by `MODEL_LISTS=3000 swift test --filter ModelTests`.
    private static let lists = ProcessInfo.processInfo.environment["MODEL_LISTS"].flatMap(Int.init) ?? 200

    private func list(_ seed: Int) -> [Act] { Act.list(of: Self.length, seed: seed) }

    /// - Returns: what broke, if anything.
    private func run(_ acts: [Act], remembers: Bool = true) async throws -> RealWorld.Broken? {
        do {
            let world = try RealWorld(remembers: remembers)
            for act in acts { try await world.perform(act) }
            try await world.comeToRest()
            return nil
        } catch let broken as RealWorld.Broken {
            return broken
        }
    }

    /// Each seed is a list of its own; a failure names it.
    @Test(arguments: 0..<lists) func nothingIsLostDoubledOrLeftUnread(_ seed: Int) async throws {
        let acts = list(seed)
        guard let broken = try await run(acts) else { return }
        let smallest = try await Shrinking.smallest(acts) { try await run($0) != nil }
        let last = try await run(smallest) ?? broken
        let told = smallest.map(\.description).joined(separator: "\n    ")
        Issue.record("seed \(seed): \(last)\n    \(told)")
    }

    /// A daemon that forgets what it was to look at again is the fault that the torture found. The model finds it, too,
    /// and says how it comes about in a few acts.
    @Test func aPlantedFaultIsFoundAndMadeSmall() async throws {
        for seed in 0..<200 {
            let acts = list(seed)
            guard try await run(acts, remembers: false) != nil else { continue }
            let smallest = try await Shrinking.smallest(acts) { try await run($0, remembers: false) != nil }
            #expect(smallest.count <= 8, "\(smallest)")
            #expect(smallest.contains(.restart))
            #expect(smallest.contains(.goOn))
            #expect(try await run(smallest) == nil)
            return
        }
        Issue.record("the model did not find the fault")
    }

    @Test func aListIsShrunkToWhatMatters() async {
        let smallest = await Shrinking.smallest(Array(0..<100)) { $0.contains(17) && $0.contains(83) }
        #expect(smallest == [17, 83])
    }
}
