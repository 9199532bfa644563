/// Earlier finds in articles, by id.
package struct Predictions: Sendable, Equatable {
    /// The finds of one article.
    package struct Entry: Sendable, Equatable {
        package var id: String
        /// The text; nil if it was not kept.
        package var text: String?
        package var finds: [MarkedAttribution]

        package init(id: String, text: String?, finds: [MarkedAttribution]) {
            self.id = id
            self.text = text
            self.finds = finds
        }
    }

    private var entries: [String: Entry]

    /// If an article occurs several times, the last one counts.
    package init(_ entries: [Entry]) {
        self.entries = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    /// Nil if there is nothing about this article.
    /// - Throws: If its text differs from the marked one.
    package func finds(in article: MarkedArticle) throws(InputMistakes.Mistake) -> [MarkedAttribution]? {
        guard let entry = entries[article.id] else { return nil }
        // By code points: Swift treats differently composed texts as equal.
        if let text = entry.text, !text.unicodeScalars.elementsEqual(article.text.unicodeScalars) {
            throw InputMistakes.Mistake(
                "the text of “\(article.id)” is not the one that was marked", remedy: "annotate the same text again")
        }
        do {
            try SpanCheck(article.text).check(entry.finds)
        } catch {
            throw InputMistakes.Mistake("“\(article.id)”: \(error.reason)", remedy: error.remedy)
        }
        return entry.finds
    }
}
