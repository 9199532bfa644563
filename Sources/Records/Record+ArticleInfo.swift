package import Newswire

extension Record {
    /// What the article says about itself. Times are ISO 8601 with the zone that the source gave.
    package struct ArticleInfo: Sendable, Equatable {
        package var title: String?
        package var byline: [String]
        package var dateline: Dateline?
        package var published: String?
        package var updated: String?
        package var language: String?
        package var publisher: String?
        package var url: String?
        /// The provider's own identifier of the item, the same for all its versions.
        package var item: String?
        package var version: String?
        /// The record of the item's earlier version, which this one replaces. The journal fills it in.
        package var supersedes: Fingerprint?
        package var embargoedUntil: String?
        /// From 1, the most urgent, to 9.
        package var urgency: Int?
        /// The provider's word: "usable", "embargoed", "withheld", "canceled".
        package var status: String?

        package init(_ metadata: Metadata = Metadata()) {
            title = metadata.title
            byline = metadata.byline
            dateline = metadata.dateline
            published = metadata.published
            updated = metadata.updated
            language = metadata.language
            publisher = metadata.publisher
            url = metadata.url
            item = metadata.item
            version = metadata.version
            embargoedUntil = metadata.embargoedUntil
            urgency = metadata.urgency
            status = metadata.status
        }
    }
}
