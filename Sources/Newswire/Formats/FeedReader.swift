/// Feeds: RSS 0.9x and 2.0, RDF (RSS 0.90 and 1.0), Atom (RFC 4287). Many articles a file; one that is broken fails
/// alone.
enum FeedReader: CaseIterable {
    case rss, rdf, atom

    private var root: String {
        switch self {
        case .rss: "rss"
        case .rdf: "rdf"
        case .atom: "feed"
        }
    }
}

extension FeedReader: Reader {
    var format: String { "\(self)" }

    func recognise(_ sample: FileSample) -> Recognition {
        sample.root == root ? .certain : .no
    }

    func read(_ bytes: [UInt8], name: String, words: NewsWords) throws(NewswireError) -> Reading {
        let file = try XMLFile(bytes, words, tolerance: .readOn)
        var reading = Reading(format: format, encoding: file.encoding, articles: [])
        let tree = file.document.tree
        let items = tree.elements(named: ["item", "entry"], in: tree.nodes.indices)
        let faults = FeedFaults(file.document.faults, in: items, of: tree)
        if let fault = faults.outside, items.isEmpty { throw fault.error(in: "the file") }
        if items.isEmpty { reading.skipped.append(SkippedItem(item: 1, reason: "the feed lists no items")) }
        let feed = Feed(tree)
        for (n, item) in items.enumerated() {
            if let fault = faults.inside[n] {
                reading.failures.append(ItemFailure(item: n + 1, error: fault.error(in: "the item")))
            } else {
                read(FeedItem(item, of: feed), number: n + 1, warnings: file.warnings, into: &reading)
            }
        }
        if let fault = file.document.faults.first(where: \.leavesRest), !items.isEmpty {
            reading.failures.append(
                ItemFailure(item: items.count + 1, error: fault.error(in: "what follows the last item")))
        }
        return reading
    }

    private func read(_ item: FeedItem, number: Int, warnings: [String], into reading: inout Reading) {
        do throws(NewswireError) {
            if let reason = item.reasonToSkip {
                reading.skipped.append(SkippedItem(item: number, reason: reason))
                return
            }
            var story = try item.story()
            var metadata = item.metadata
            guard metadata.title != nil || !story.isEmpty else { throw .emptyItem }
            metadata.finish(with: &story, item.words)
            reading.articles.append(story.article(metadata, item: number, warnings: warnings))
        } catch {
            reading.failures.append(ItemFailure(item: number, error: error))
        }
    }
}

/// Assigns the faults of a feed to its items.
private struct FeedFaults {
    /// The first fault of each item, by its index.
    var inside: [Int: XMLFault] = [:]
    /// The first fault outside items.
    var outside: XMLFault?

    /// An item that is not closed holds those after it: it ends where the next begins.
    init(_ faults: [XMLFault], in items: [Element], of tree: MarkupTree) {
        for fault in faults {
            let n = items.lastIndex { $0.index < fault.nodes }
            if let n, fault.nodes <= items[n].inside.upperBound {
                if inside[n] == nil { inside[n] = fault }
            } else {
                outside = outside ?? fault
            }
        }
    }
}

extension NewswireError {
    static let emptyItem = NewswireError(
        .empty, reason: "the item holds neither title nor text", remedy: "tell its source if it ought to")
}
