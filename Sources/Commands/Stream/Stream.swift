import Foundation

/// `quoted annotate --stream`: a filter for other programs. Lines are worked on by all cores at once and answered in their
/// order, each as soon as it and those before it are done; whoever waits for an answer before it sends the next line gets it.
struct Stream {
    private enum Event: Sendable {
        case read(Int, LineReader.Line?)
        case answered(Int, [UInt8])
    }

    let input: StreamInput
    /// Blocks while it computes.
    let answer: @Sendable (LineReader.Line) -> [UInt8]
    /// How many lines are worked on at a time.
    let atOnce: Int

    /// - Throws: `Output.Failure` where answers cannot be written, `POSIXError` where lines cannot be read.
    func run(to output: Output) async throws {
        try await withThrowingTaskGroup(of: Event.self) { group in
            // The place of a line that is waited for is the place it is worked on in.
            var order = BatchOrder<[UInt8]>(count: .max, atOnce: atOnce)
            var mayRead = true
            func read() {
                guard mayRead, let index = order.begin() else { return }
                mayRead = false
                group.addTask { .read(index, try await input.next()) }
            }
            read()
            while let event = try await group.next() {
                switch event {
                case .read(_, nil): continue
                case .read(let index, let line?):
                    group.addTask { .answered(index, answer(line)) }
                    mayRead = true
                case .answered(let index, let answer):
                    for ready in order.finish(index, answer) { try output.write(ready) }
                }
                read()
            }
        }
    }
}
