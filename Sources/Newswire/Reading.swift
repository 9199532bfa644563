/// What a reader made of a file's bytes.
package struct Reading: Sendable, Equatable {
    /// The name that the record carries: "text", "nitf", "newsml-g2", …
    package var format: String
    /// IANA name, lower case, of the encoding that the bytes were decoded from.
    package var encoding: String
    package var articles: [Article]
    /// Items of the file that could not be read; the others are not affected.
    package var failures: [ItemFailure]
    /// Items that hold no article, though nothing is wrong with them.
    package var skipped: [SkippedItem]

    package init(
        format: String, encoding: String, articles: [Article], failures: [ItemFailure] = [], skipped: [SkippedItem] = []
    ) {
        self.format = format
        self.encoding = encoding
        self.articles = articles
        self.failures = failures
        self.skipped = skipped
    }

    /// Whether the file was understood and has no article.
    package var isWithoutArticles: Bool { articles.isEmpty && failures.isEmpty && !skipped.isEmpty }
}

package struct ItemFailure: Sendable, Equatable {
    package var item: Int
    package var error: NewswireError

    package init(item: Int, error: NewswireError) {
        self.item = item
        self.error = error
    }
}

/// Why a file gave no article. `remedy` tells the person who finds the file in `failed/` what to do.
package struct NewswireError: Error, Sendable, Equatable {
    package enum Code: String, Sendable {
        case empty, tooLarge = "too-large", binary, unknownFormat = "unknown-format", malformed, noArticle =
            "no-article"
        /// It was read, but annotating it took too long.
        case tooSlow = "too-slow"
    }

    package var code: Code
    package var reason: String
    package var remedy: String

    package init(_ code: Code, reason: String, remedy: String) {
        self.code = code
        self.reason = reason
        self.remedy = remedy
    }
}

/// One format's reader. Readers are stateless values; a new format is a new file and an entry in `Newswire.readers`.
package protocol Reader: Sendable {
    /// The format's name as the record carries it.
    var format: String { get }

    /// How sure the reader is that these bytes are its own, from the content alone.
    func recognise(_ sample: FileSample) -> Recognition

    /// - Throws: `NewswireError` when the file as a whole gives no article.
    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading
}

package enum Recognition: Int, Comparable, Sendable {
    case no, fallback, likely, certain

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The first bytes of a file, for sniffing.
package struct FileSample: Sendable {
    package var head: ArraySlice<UInt8>
    /// The local name of the root element in lower case, where the head begins like XML: half of the readers ask.
    let root: String?

    package init(head: ArraySlice<UInt8>) { self.init(head: head, of: head) }

    /// - Parameter start: More than the head of the same file: a document type may declare much before the root comes.
    init(head: ArraySlice<UInt8>, of start: ArraySlice<UInt8>) {
        self.head = head
        root =
            XMLSniffer.rootElement(head)
            ?? (start.count > head.count && XMLSniffer.beginsWithDeclaration(head)
                ? XMLSniffer.rootElement(start) : nil)
    }
}
