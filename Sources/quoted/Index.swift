import ArgumentParser
import Commands
import Setup

struct Index: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the index of `quoted find` again.",
        discussion: """
            Reads the journal and the rotated ones beside it. The daemon keeps its index by itself: use this for an index \
            that was lost, and for journals from elsewhere. The daemon may run meanwhile.

              quoted index --journal /var/lib/quoted/quoted.jsonl
              quoted index --config /etc/quoted/quoted.yaml
            """)

    @OptionGroup var place: IndexFlags

    func run() async throws {
        try await IndexCommand(flags: place.settings, file: place.file.config).run().exit()
    }
}
