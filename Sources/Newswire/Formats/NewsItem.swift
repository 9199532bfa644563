/// An item of a file that may hold an article, as its format has it: NewsML, ninjs or a feed.
protocol NewsItem {
    var words: NewsWords { get }
    /// What the format says of the item's state; nil where it says nothing.
    var status: String? { get }
    var metadata: Metadata { get }
    /// Why it holds no article, though nothing is wrong with it: "it is a picture"; nil where it has one.
    var reasonToSkip: String? { get }

    /// The article's text, and the fields that go with it.
    func content() throws(NewswireError) -> (Story, Metadata)
}

extension Reading {
    mutating func add(_ item: some NewsItem, number: Int, warnings: [String]) throws(NewswireError) {
        if let withdrawal = Withdrawal(status: item.status, item.metadata) {
            skipped.append(SkippedItem(item: number, withdrawal))
        } else if let reason = item.reasonToSkip {
            skipped.append(SkippedItem(item: number, reason: reason))
        } else {
            var (story, metadata) = try item.content()
            metadata.finish(with: &story, item.words)
            articles.append(story.article(metadata, item: number, warnings: warnings))
        }
    }

    /// A broken item fails alone, unless it is the only one.
    mutating func add<Item: NewsItem>(_ items: [Item], warnings: [String]) throws(NewswireError) {
        for (n, item) in items.enumerated() {
            do throws(NewswireError) {
                try add(item, number: n + 1, warnings: warnings)
            } catch {
                guard items.count > 1 else { throw error }
                failures.append(ItemFailure(item: n + 1, error: error))
            }
        }
    }
}
