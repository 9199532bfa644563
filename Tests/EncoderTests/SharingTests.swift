import CKernels
import Foundation
import Synchronization
import Testing

@testable import Encoder

struct SharingTests {
    private let fixture: Fixture

    init() throws { fixture = try Fixture() }

    @Test(arguments: Precision.allCases)
    func `Threads that share a model get what one alone gets`(_ precision: Precision) throws {
        let model = try Model.load(directory: fixture.folder, precision: precision)
        let windows = try (0..<fixture.windows).map(fixture.window)
        var workspace = try Workspace(for: model)
        let alone = windows.map { model.score($0, in: &workspace) }
        let workspaces = Workspaces(for: model)
        let wrong = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 64) { n in
            let order = (0..<windows.count).map { ($0 + n) % windows.count }
            for i in order {
                let same = try? workspaces.withWorkspace { model.score(windows[i], in: &$0) == alone[i] }
                if same != true { wrong.withLock { $0 += 1 } }
            }
        }
        #expect(wrong.withLock { $0 } == 0)
    }

    @Test func `Scores that are kept are not overwritten by the next window`() throws {
        let model = try Model.load(directory: fixture.folder)
        var workspace = try Workspace(for: model)
        let last = fixture.windows - 1
        let first = model.score(try fixture.window(last), in: &workspace)
        let copy = (first.cues.map { $0 }, first.pointers.map { $0.map { $0 } })
        _ = model.score(try fixture.window(last - 1), in: &workspace)
        #expect(first.cues == copy.0)
        #expect(first.pointers == copy.1)
    }

    @Test func `A row of a pointer is a distribution over none and the words`() throws {
        let model = try Model.load(directory: fixture.folder)
        var workspace = try Workspace(for: model)
        let window = try fixture.window(fixture.windows - 1)
        let scores = model.score(window, in: &workspace)
        #expect(scores.words == window.words.count)
        for pointer in scores.pointers.indices {
            for from in 0..<scores.words {
                let none = exp(scores.link(pointer: pointer, from: from, to: nil))
                let total = (0..<scores.words).reduce(none) { sum, to in
                    sum + exp(scores.link(pointer: pointer, from: from, to: to))
                }
                #expect(abs(total - 1) < 1e-4)
            }
        }
    }

    /// oneDNN's OpenMP would take every processor for each of the workers. The setting is the calling thread's own.
    @Test func `Scoring leaves the thread with one thread of OpenMP`() throws {
        let model = try Model.load(directory: fixture.folder)
        let threads = Mutex<[Int32]>([])
        let window = try fixture.window(fixture.windows - 1)
        let worker = Thread {
            guard var workspace = try? Workspace(for: model) else { return }
            _ = model.score(window, in: &workspace)
            threads.withLock { $0.append(kernels_thread_count()) }
        }
        worker.start()
        while !worker.isFinished { Thread.sleep(forTimeInterval: 0.001) }
        // 0 where oneDNN was built without OpenMP.
        #expect(threads.withLock { $0 } == [1] || threads.withLock { $0 } == [0])
    }
}
