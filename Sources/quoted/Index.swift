import ArgumentParser
import Commands
import Setup

struct Index: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the index that `quoted find` looks into again.",
        discussion: """
            It is made of the journal and of the rotated ones beside it. The daemon keeps it by itself: this is for an \
            index that was lost, and for journals that came from elsewhere. The daemon may run meanwhile.

              quoted index --journal /var/lib/quoted/quoted.jsonl
              quoted index --config /etc/quoted/quoted.yaml
            """)

    @OptionGroup var place: IndexFlags

    func run() async throws {
        try await IndexCommand(flags: place.settings, file: place.file.config).run().exit()
    }
}
