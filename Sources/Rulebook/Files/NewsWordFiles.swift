internal import Newswire
internal import Yams

/// A rule file with words by which articles are read before their language is known.
protocol NewsWordFile: RuleFile where Entry == NewsWordEntry {
    static var uses: [NewsWord] { get }
}

struct NewsWordEntry {
    var use: NewsWord
    /// As it is written: a blank at its end belongs to it.
    var text: String
}

extension NewsWordFile {
    static var sections: [String] { uses.map(\.rawValue) }

    /// A text may stand in several lists, so its key carries the list's name; `remove` takes the same ("stamps: posted").
    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        for use in uses {
            guard let list = sections[use.rawValue] else { continue }
            for text in reader.texts(list, of: use.rawValue) {
                let name = name(ofEntry: "\(use.rawValue): \(text.text)")
                sheet.add(text, as: name, NewsWordEntry(use: use, text: text.text), &reader)
            }
        }
    }

    /// Apostrophes and blanks stay as they are, since texts are compared as pages write them.
    static func name(ofEntry text: String) -> String { text.lowercased() }

    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        for use in uses { rulebook.news[use] = [] }
        for entry in sheet.inOrder { rulebook.news[entry.use].append(entry.text) }
    }
}

/// `bylines.yaml`: who wrote an article, and what in such a line is no name.
enum BylineFile: NewsWordFile {
    static let name = "bylines.yaml"
    static let uses: [NewsWord] = [
        .bylineOpening, .paragraphOpening, .authorPreposition, .nameConnector, .nameParticle, .article, .function,
        .agency, .signingAgency, .dateOpening, .bylineClosing,
    ]
}

/// `page-words.yaml`: what web sites put around and between the paragraphs of a story.
enum PageWordFile: NewsWordFile {
    static let name = "page-words.yaml"
    static let uses: [NewsWord] = [
        .siteLine, .siteLineOpening, .sitePhrase, .linkOpening, .relatedOpening, .relatedSubject, .comments,
        .commentOpening, .commentInvitation, .stamp, .stampOpening, .stampFiller, .errorTitle,
    ]
}

/// `message-words.yaml`: what agencies and mail programs put around what they send.
enum MessageWordFile: NewsWordFile {
    static let name = "message-words.yaml"
    static let uses: [NewsWord] = [
        .editorsNote, .notebook, .pictureOpening, .creditOpening, .replyPrefix, .compoundConjunction,
    ]
}
