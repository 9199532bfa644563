import Newswire
import Records

/// The `annotated_at` of a file's lines. Readers of the journal tell by them what stands: a withdrawal takes back the lines
/// of its item up to its own time. Where a file has one, its articles are therefore kept apart by two milliseconds, and the
/// withdrawal gets the one behind the article that it follows.
struct LineTimes {
    private let isApart: Bool
    private let begun: Timestamp
    /// Of the articles, in the order of the file.
    private var articles: [(item: Int, time: Timestamp)] = []

    /// - Parameter begun: When the work on the file was.
    init(of reading: Reading, begun: Timestamp) {
        isApart = reading.skipped.contains { $0.withdrawal != nil }
        self.begun = begun
    }

    /// Articles are asked for in the order of the file.
    ///
    /// - Parameter item: Its 1-based place in the file.
    mutating func time(ofArticle item: Int, now: Timestamp) -> Timestamp {
        guard isApart else { return now }
        let last = articles.last?.time ?? begun
        let time = max(now, Timestamp(milliseconds: last.milliseconds + 2))
        articles.append((item, time))
        return time
    }

    /// After all articles were asked for.
    func time(ofWithdrawal item: Int) -> Timestamp {
        let before = articles.last { $0.item < item }?.time ?? begun
        return Timestamp(milliseconds: before.milliseconds + 1)
    }
}
