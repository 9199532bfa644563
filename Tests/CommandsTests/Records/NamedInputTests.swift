import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import Commands

@Suite struct NamedInputTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func aFileOfArticlesIsReadWhole() throws {
        let text = String(repeating: "It rained.\n", count: 200_000)
        let path = try folder.write(text, to: "rain.txt")
        #expect(try NamedInput(path.string).readArticles() == Array(text.utf8))
    }

    /// A gigabyte that takes no room on the disk, and would take several in memory.
    @Test func aFileThatIsTooLargeIsNotReadToItsEnd() throws {
        let path = try folder.write("It rained.", to: "dump.jsonl")
        let file = try FileDescriptor.open(path, .writeOnly)
        try #require(try file.closeAfter { ftruncate(file.rawValue, 1 << 30) } == 0)
        let error = #expect(throws: NamedInput.Unreadable.self) { try NamedInput(path.string).readArticles() }
        #expect(error?.reason.contains("more than 256 MiB") == true)
        #expect(error?.remedy.contains("split") == true)
    }
}
