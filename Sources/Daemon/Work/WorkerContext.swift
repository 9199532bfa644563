import Inbox
import Journal
import Logging
import Newswire
import QuotationIndex
import Setup

/// Everything that workers share.
struct WorkerContext: Sendable {
    var inbox: Inbox
    var journal: Journal
    var rules: RuleStore
    var board: StatusBoard
    var activity: Activity
    var turnstile: Turnstile
    var contents: ContentsInWork
    var repeats: RepeatPolicy
    /// Where articles are looked for in JSON.
    var json: JSONMapping
    /// Told of new lines; nil where there is no index.
    var indexer: Indexer?
    var logger: Logger
}
