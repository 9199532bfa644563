/// One article as its reader extracted it, before anything was found in it.
package struct Article: Sendable, Equatable {
    /// For plain text the decoded file to the character (byte-order mark aside); for structured formats title, blank
    /// line, then paragraphs a blank line apart.
    package var text: String
    /// The text as it was meant, where the file was wrongly decoded before it came here, and `text` has to stay as it is.
    package var mended: MendedText?
    package var metadata: Metadata
    /// 1-based place among the articles of its file.
    package var item: Int
    /// What the reader itself set aside (tables, captions, editorial lines); `Language` adds site furniture.
    package var setAside: [SetAside]
    /// What a consumer should know about the reading: mended characters, a guessed charset.
    package var warnings: [String]

    package init(
        text: String, metadata: Metadata = Metadata(), item: Int = 1, setAside: [SetAside] = [], warnings: [String] = []
    ) {
        self.text = text
        self.metadata = metadata
        self.item = item
        self.setAside = setAside
        self.warnings = warnings
    }

    /// What is read: the text, with the characters that were meant.
    package var meant: String { mended?.text ?? text }
}

/// A stretch of the text in which no quotations are looked for, and why.
package struct SetAside: Sendable, Equatable {
    package var span: Span
    /// "furniture", "table", "caption", "editorial", …
    package var reason: String

    package init(span: Span, reason: String) {
        self.span = span
        self.reason = reason
    }
}

/// What a format says about an article. Times are ISO 8601 with the zone that the source gave.
package struct Metadata: Sendable, Equatable {
    package var title: String?
    package var byline: [String] = []
    package var dateline: Dateline?
    package var published: String?
    package var updated: String?
    package var language: String?
    package var publisher: String?
    package var url: String?
    /// The provider's own identifier of the item, the same for all its versions.
    package var item: String?
    package var version: String?
    /// The version, or the item, that the source says this one takes the place of.
    package var supersedes: String?
    package var embargoedUntil: String?
    /// From 1, the most urgent, to 9, as IPTC counts.
    package var urgency: Int?
    /// The provider's word for what may be done with the item: "usable", "embargoed", "withheld", "canceled".
    package var status: String?

    package init() {}
}

package struct Dateline: Sendable, Equatable {
    package var place: String?
    package var agency: String?

    package init(place: String? = nil, agency: String? = nil) {
        self.place = place
        self.agency = agency
    }
}
