/// What a word or text is for that articles are read by: "by" names an author, "Leave a Reply" begins readers' comments.
///
/// Rule files list them, by these names.
package enum NewsWord: String, Sendable, CaseIterable {
    // bylines.yaml
    /// "Written by" Bo Ek.
    case bylineOpening = "openings"
    /// What a paragraph begins with that is only a byline: "By Bo Ek".
    case paragraphOpening = "paragraph-openings"
    /// "Analysis by Bo Ek".
    case authorPreposition = "author-prepositions"
    /// "Bo Ek with Eva Lind".
    case nameConnector = "connectors"
    /// "Ann de la Vik".
    case nameParticle = "particles"
    /// "The Strait Press" is nobody's name.
    case article = "articles"
    /// "Staff Writer".
    case function = "functions"
    /// "Bo Ek, Reuters".
    case agency = "agencies"
    /// Agencies that sign like a person: "By The Associated Press".
    case signingAgency = "signing-agencies"

    /// Before a date: "Bo Ek on 3 February".
    case dateOpening = "date-openings"
    /// Behind the names: "View all posts".
    case bylineClosing = "closings"

    // page-words.yaml
    /// "More great stories".
    case relatedOpening = "related-openings"
    case relatedSubject = "related-subjects"
    /// "3 Comments".
    case comments
    /// "User comments", "Join 12 comments".
    case commentOpening = "comment-openings"
    /// "Leave a Reply".
    case commentInvitation = "comment-invitations"
    /// Whole lines: "Advertisement".
    case siteLine = "lines"
    /// "Follow us on".
    case siteLineOpening = "line-openings"
    /// "All rights reserved".
    case sitePhrase = "phrases"
    /// "Filed under", of lines that are links.
    case linkOpening = "link-openings"
    /// "Updated: November 20, 2026".
    case stamp = "stamps"
    /// "Last updated".
    case stampOpening = "stamp-openings"
    /// "8 minutes ago".
    case stampFiller = "stamp-fillers"

    /// What a page's title is, or begins with, where nothing is at its address: "Page not found".
    case errorTitle = "error-titles"

    // message-words.yaml
    /// "Eds: adds byline".
    case editorsNote = "editors-notes"
    /// "# Notebook".
    case notebook = "notebooks"
    /// "Photo - https://…".
    case pictureOpening = "picture-openings"
    /// "(Reporting by Bo Ek)".
    case creditOpening = "credit-openings"
    /// "Fwd: Bridge".
    case replyPrefix = "reply-prefixes"
    /// "two- and three-day": no compound that was wrapped.
    case compoundConjunction = "compound-conjunctions"

    // Of grammar-words.yaml.
    /// "Bo Ek in Ystad".
    case placePreposition = "place-preposition"
    /// "Robert Ek Jr."
    case nameSuffix = "name-suffix"
}

/// The words of one language, or of several together, as their rule files write them.
package struct NewsVocabulary: Sendable, Equatable {
    private var words: [NewsWord: [String]] = [:]
    package var calendar = CalendarWords()

    package init() {}

    package subscript(_ use: NewsWord) -> [String] {
        get { words[use] ?? [] }
        set { words[use] = newValue }
    }

    package mutating func formUnion(_ other: NewsVocabulary) {
        words.merge(other.words) { $0 + $1 }
        calendar.formUnion(other.calendar)
    }

    /// In lower case.
    func lower(_ use: NewsWord) -> [String] { self[use].map { $0.lowercased() } }
}
