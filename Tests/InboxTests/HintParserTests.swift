import TestSupport
import Testing

@testable import Inbox

struct HintParserTests {
    private let stream = Array("R\0C a\0W 12 dir/b c\0P p\0M 0 d\nd\0D dir\0O\0G\0E no \u{1B}room\0".utf8)
    private let hints: [Hint] = [
        .ready, .created("a"), .closed("dir/b c", size: 12), .paused("p"), .closed("d\nd", size: 0), .folder("dir"),
        .overflow, .gone,
        .blind(reason: #"no \u{1b}room"#),
    ]

    @Test func everyKindIsRead() {
        var parser = HintParser()
        #expect(parser.parse(stream) == hints)
    }

    @Test func itDoesNotMatterWhereTheStreamIsCut() {
        for cut in stream.indices {
            var parser = HintParser()
            #expect(parser.parse(stream[..<cut]) + parser.parse(stream[cut...]) == hints)
        }
    }

    @Test(arguments: [
        "X what\0", "\0", "C \0", "C /etc/passwd\0", "W 1 ../x\0", "W a\0", "W -1 a\0", "M 1\0", "W 1 \0", "C\0",
    ])
    func whatCannotBeUnderstoodCountsAsLost(_ text: String) {
        var parser = HintParser()
        #expect(parser.parse(Array(text.utf8)) == [.overflow])
    }

    @Test func anEndlessHintTakesNoMemory() {
        var parser = HintParser()
        for _ in 0..<100 { #expect(parser.parse([UInt8](repeating: 65, count: 10_000)) == []) }
        #expect(parser.parse([0] + Array("R\0".utf8)) == [.overflow, .ready])
    }
}
