/// The words by which articles are read before their language is known: those of all languages, ready to look up.
///
/// Made once when rules are loaded. A reference, since each reader hands it on.
package final class NewsWords: Sendable {
    let bylines: BylineReader
    let datelines: DatelineReader
    let times: NewsTime
    let related: RelatedLists
    let comments: CommentHeadings
    let siteLines: SiteLines
    let messages: MessageWords
    let errors: ErrorTitles
    /// UTF-8.
    let compoundConjunctions: [[UInt8]]

    package init(_ vocabulary: NewsVocabulary) {
        bylines = BylineReader(vocabulary)
        datelines = DatelineReader(vocabulary.calendar, bylines)
        times = NewsTime(vocabulary.calendar)
        related = RelatedLists(vocabulary)
        comments = CommentHeadings(vocabulary)
        siteLines = SiteLines(vocabulary)
        messages = MessageWords(vocabulary)
        errors = ErrorTitles(vocabulary)
        compoundConjunctions = vocabulary.lower(.compoundConjunction).map { Array($0.utf8) }
    }

    /// For markup of which only the raw text is taken.
    static let none = NewsWords(NewsVocabulary())
}
