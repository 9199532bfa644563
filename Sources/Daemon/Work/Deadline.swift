package import Newswire
import Setup

/// Why the work on an article ends before it is done.
package enum WorkInterruption: Error {
    /// It took longer than an article may.
    case late
    /// The task was cancelled: the daemon is stopping, and its time for that is over.
    case stopping
}

/// The time that one article may take, from now on. The pipeline asks at every paragraph, name, quotation and window
/// whether it is to go on: whatever an article is like, no two askings are far apart.
package struct Deadline {
    /// Nil where there is no limit.
    package let limit: Duration?
    private var begun = ContinuousClock.now

    package init(_ limit: Duration?) { self.limit = limit }

    package func check() throws(WorkInterruption) {
        if let limit, ContinuousClock.now - begun >= limit { throw .late }
        if Task.isCancelled { throw .stopping }
    }

    /// Time in which the article was not worked on.
    package mutating func extend(by pause: Duration) { begun += pause }
}

extension NewswireError {
    package static func tooSlow(_ deadline: Duration) -> NewswireError {
        NewswireError(
            .tooSlow, reason: "the article took longer than \(Quantity.text(deadline))",
            remedy: "split it if it is very long, or give articles more time with --deadline")
    }
}
