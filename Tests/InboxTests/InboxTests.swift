import SystemPackage
import Testing

@testable import Inbox

@Suite(.timeLimit(.minutes(2))) struct InboxTests {
    @Test func aFileThatIsThereAtTheStartIsWorkedOffAndMovedToTheDaysFolder() async throws {
        let scratch = try Scratch()
        try scratch.write("Anna Weber said no.", to: scratch.inbox.appending("wire/a.txt"))
        try await Bench.run(scratch: scratch) { bench in
            let worked = try await bench.work()
            #expect(worked.map(\.path) == ["wire/a.txt"])
            #expect(worked.map(\.text) == ["Anna Weber said no."])
            #expect(try scratch.files(in: scratch.inbox) == [])
            let filed = try scratch.files(in: scratch.done)
            #expect(filed.count == 1 && filed[0].hasSuffix("/wire/a.txt"))
            #expect(worked[0].ending == .moved(scratch.done.appending(filed[0])))
        }
    }
}
