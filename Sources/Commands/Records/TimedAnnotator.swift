import Annotator
import Daemon
import Newswire

/// Annotates all articles of a file, each in its time.
struct TimedAnnotator: Sendable {
    let annotator: Annotator
    /// How long an article may take; nil for as long as it takes.
    var deadline: Duration?

    /// - Returns: A line for each article in time, with its newline, and what is to be said of the others.
    func lines(of reading: Reading, file: FileFacts) -> (lines: [[UInt8]], late: [ItemFailure]) {
        var (lines, late): ([[UInt8]], [ItemFailure]) = ([], [])
        for article in reading.articles {
            let deadline = Deadline(deadline)
            do {
                let annotation = try annotator.annotate(
                    article, of: reading, file: file, observe: { _, _ in }, checkpoint: deadline.check)
                lines.append(annotation.line)
            } catch {
                late.append(ItemFailure(item: article.item, error: Self.error(error, deadline)))
            }
        }
        return (lines, late)
    }

    private static func error(_ interruption: WorkInterruption, _ deadline: Deadline) -> NewswireError {
        switch interruption {
        case .late: .tooSlow(deadline.limit ?? .zero)
        // Somebody else failed, and nobody waits for this any more.
        case .stopping: NewswireError(.tooSlow, reason: "the work was stopped", remedy: "start it again")
        }
    }
}
