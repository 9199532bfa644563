/// The fields of a JSON object in which to look for the parts of an article. The first that exists counts.
package struct JSONMapping: Sendable, Equatable {
    package var title: [String]
    package var text: [String]
    package var byline: [String]
    package var published: [String]
    package var updated: [String]
    package var language: [String]
    package var publisher: [String]
    package var url: [String]
    package var item: [String]
    package var version: [String]

    package init(
        title: [String] = [], text: [String] = [], byline: [String] = [], published: [String] = [],
        updated: [String] = [], language: [String] = [], publisher: [String] = [], url: [String] = [],
        item: [String] = [], version: [String] = []
    ) {
        self.title = title
        self.text = text
        self.byline = byline
        self.published = published
        self.updated = updated
        self.language = language
        self.publisher = publisher
        self.url = url
        self.item = item
        self.version = version
    }

    /// The names that news-please, JSON Feed, schema.org and many a crawler use.
    package static let usual = JSONMapping(
        title: ["title", "headline", "title_page"],
        text: [
            "maintext", "text", "articleBody", "article_text", "full_text", "fulltext", "body", "body_text", "bodyText",
            "content_html", "content_text", "content", "article", "story", "description", "summary", "abstract",
        ],
        byline: ["authors", "author", "byline", "creator"],
        published: [
            "date_publish", "date_published", "datePublished", "published", "published_at", "publishedAt",
            "publication_date", "pubDate", "pub_date", "date", "created_at", "timestamp",
        ],
        updated: ["date_modify", "date_modified", "dateModified", "updated", "updated_at", "updatedAt", "modified"],
        language: ["language", "lang", "inLanguage"],
        publisher: ["publisher", "source", "site_name", "source_domain", "domain", "site", "meta.source"],
        url: ["url", "link", "canonical_url", "canonical", "external_url"], item: ["id", "guid", "uuid", "_id"],
        version: ["version", "revision"])

    /// These fields first, then those of another mapping.
    package func over(_ other: JSONMapping) -> JSONMapping {
        JSONMapping(
            title: title + other.title, text: text + other.text, byline: byline + other.byline,
            published: published + other.published, updated: updated + other.updated,
            language: language + other.language, publisher: publisher + other.publisher, url: url + other.url,
            item: item + other.item, version: version + other.version)
    }
}
