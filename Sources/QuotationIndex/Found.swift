package import Foundation
import Records

/// A quotation that was found, and where it stands. Its JSON is a flat object, easy for `jq` and `column`; null where
/// the record has null.
package struct Found: Sendable, Equatable, Codable {
    /// When the article was published or, if it does not say, annotated; RFC 3339 in UTC.
    package var date: String
    /// The record's id.
    package var article: String
    package var title: String?
    package var publisher: String?
    package var url: String?
    /// The quotation's id in the record.
    package var quotation: String
    /// "direct", "mixed" or "indirect".
    package var type: String
    /// What is said.
    package var text: String
    /// Where the words of the query stand in `text`.
    package var marks: [Mark]
    package var titleMarks: [Mark]
    package var cue: String?
    package var verbClass: String?
    package var stance: String?
    /// Who said it: the full name and role that the article gives, and the words at the quotation ("she").
    package var speaker: String?
    package var role: String?
    package var source: String?
    package var confidence: Double

    /// In code points, half-open.
    package struct Mark: Sendable, Equatable, Codable {
        package var start: Int
        package var end: Int
    }

    package enum CodingKeys: String, CodingKey {
        case date, article, title, publisher, url, quotation, type, text, marks
        case titleMarks = "title_marks"
        case cue
        case verbClass = "class"
        case stance, speaker, role, source, confidence
    }
}

extension Found {
    package func encode(to encoder: any Encoder) throws {
        var json = encoder.container(keyedBy: CodingKeys.self)
        try json.encode(date, forKey: .date)
        try json.encode(article, forKey: .article)
        try json.encode(title, forKey: .title)
        try json.encode(publisher, forKey: .publisher)
        try json.encode(url, forKey: .url)
        try json.encode(quotation, forKey: .quotation)
        try json.encode(type, forKey: .type)
        try json.encode(text, forKey: .text)
        try json.encode(marks, forKey: .marks)
        try json.encode(titleMarks, forKey: .titleMarks)
        try json.encode(cue, forKey: .cue)
        try json.encode(verbClass, forKey: .verbClass)
        try json.encode(stance, forKey: .stance)
        try json.encode(speaker, forKey: .speaker)
        try json.encode(role, forKey: .role)
        try json.encode(source, forKey: .source)
        try json.encode(confidence, forKey: .confidence)
    }

    /// JSON on one line.
    package static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}

/// A text with marks in it, as SQLite gives it back.
struct HighlightedText {
    var text: String
    var marks: [Found.Mark] = []

    init(_ marked: String) {
        var plain = String.UnicodeScalarView()
        var count = 0
        var start: Int?
        for scalar in marked.unicodeScalars {
            switch scalar {
            case IndexedText.markStart: start = count
            case IndexedText.markEnd:
                if let begun = start { marks.append(Found.Mark(start: begun, end: count)) }
                start = nil
            default:
                plain.append(scalar)
                count += 1
            }
        }
        text = String(plain)
    }
}
