import Foundation
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Commands

@Suite struct StreamOrderTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test(arguments: [1, 3]) func worksOnNoMoreLinesThanItMay(atOnce: Int) async throws {
        try folder.write((0..<40).map { "line \($0)\n" }.joined(), to: "lines")
        let lines = try FileDescriptor.open(folder.path.appending("lines"), .readOnly)
        defer { try? lines.close() }
        let working = Mutex((now: 0, most: 0))
        let stream = Stream(
            input: StreamInput(lines.rawValue),
            answer: { line in
                working.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
                // Long enough for another line to be begun meanwhile, were it allowed to.
                Thread.sleep(forTimeInterval: 0.005)
                working.withLock { $0.now -= 1 }
                guard case .whole(let bytes) = line else { return [] }
                return bytes + Array("\n".utf8)
            }, atOnce: atOnce)
        let output = try Output(folder.path.appending("answers").string)
        try await stream.run(to: output)
        try output.finish()
        #expect(working.withLock(\.most) <= atOnce)
        let answers = try String(contentsOfFile: folder.path.appending("answers").string, encoding: .utf8)
        #expect(answers == (0..<40).map { "line \($0)\n" }.joined())
    }
}
