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

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let file = try XMLFile(bytes, words, tolerance: .readOn)
        var reading = Reading(format: format, encoding: file.encoding, articles: [])
        let tree = file.document.tree
        let items = tree.elements(named: ["item", "entry"], in: tree.nodes.indices)
        let faults = FeedFaults(file.document.faults, in: items, of: tree)
        if let fault = faults.outside, items.isEmpty { throw fault.error(in: "the file") }
        if items.isEmpty { reading.skipped.append(SkippedItem(item: 1, reason: "the feed lists no items")) }
        let feed = Feed(tree)
        for (n, item) in items.enumerated() {
            do throws(NewswireError) {
                if let fault = faults.inside[n] { throw fault.error(in: "the item") }
                try reading.add(FeedItem(item, of: feed), number: n + 1, warnings: file.warnings)
            } catch {
                reading.failures.append(ItemFailure(item: n + 1, error: error))
            }
        }
        if let fault = file.document.faults.first(where: \.leavesRest), !items.isEmpty {
            reading.failures.append(
                ItemFailure(item: items.count + 1, error: fault.error(in: "what follows the last item")))
        }
        return reading
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
