import Foundation
import Journal
import Records

/// The parts of a journal's line that the index keeps.
struct IndexedLine: Sendable {
    enum Kind: Sendable, Equatable {
        case article
        /// The withdrawn record; nil if only the item is known.
        case withdrawal(of: Fingerprint?)
    }

    var id: Fingerprint
    var kind: Kind
    var article: ArticleFields
    var annotatedAt: Timestamp
    var quotations: [Quotation]

    struct ArticleFields: Decodable, Sendable {
        var title: String?
        var published: String?
        var publisher: String?
        var url: String?
        var item: String?
        /// The id of a record.
        var supersedes: String?
    }

    struct Quotation: Sendable {
        var id: String
        var type: String
        var text: String
        var cue: String?
        var verbClass: String?
        var stance: String?
        var source: String?
        /// The speaker's name and role, as the record has them.
        var speaker: String?
        var role: String?
        /// Every name that finds the speaker.
        var names: String
        var confidence: Double
    }

    /// - Parameter line: JSON.
    /// - Throws: `DecodingError` if it is not a record.
    init(_ line: ArraySlice<UInt8>) throws {
        let line = try JSONDecoder().decode(RecordFields.self, from: Data(line))
        guard let id = line.id.fingerprint else { throw NoRecord() }
        self.id = id
        kind = line.kind == "withdrawal" ? .withdrawal(of: line.withdraws?.fingerprint) : .article
        article = line.article
        annotatedAt = line.annotated_at
        let speakers = Dictionary(line.speakers.map { ($0.id, $0) }) { first, _ in first }
        quotations = line.quotations.map { Quotation($0, among: speakers) }
    }

    struct NoRecord: Error {}

    /// Its item's identifier; nil if it has none.
    var item: String? { ItemVersion(item: article.item, publisher: article.publisher, version: nil)?.item }

    /// The record that this one replaces.
    var superseded: Fingerprint? { article.supersedes?.fingerprint }

    /// When the article was published; when it was annotated if it does not say, or claims a later time.
    var time: Timestamp {
        guard let published = article.published.flatMap(Timestamp.init(iso8601:)) else { return annotatedAt }
        return min(published, annotatedAt)
    }
}

extension IndexedLine.Quotation {
    fileprivate init(_ quotation: RecordFields.Quotation, among speakers: [String: RecordFields.Speaker]) {
        let speaker = quotation.speaker.flatMap { speakers[$0] }
        let members = speaker?.members.compactMap { speakers[$0]?.name } ?? []
        let name = speaker?.name ?? (members.isEmpty ? nil : members.joined(separator: ", "))
        let source = quotation.source.map { IndexedText.plain($0.text) }
        // Found by the source's own words too: "who", of a ministry spokeswoman.
        let found =
            (name.map { [$0] } ?? [speaker?.role, source].compactMap(\.self)) + [speaker?.link?.id].compactMap(\.self)
        self.init(
            id: quotation.id, type: quotation.type, text: IndexedText.plain(quotation.text),
            cue: quotation.cue.map { IndexedText.plain($0.text) }, verbClass: quotation.cue?.class,
            stance: quotation.cue?.stance, source: source, speaker: name.map(IndexedText.plain),
            role: speaker?.role.map(IndexedText.plain), names: IndexedText.plain(found.joined(separator: " ")),
            confidence: quotation.confidence)
    }
}

/// The members of a line that are needed. `Record` would decode every span as well.
private struct RecordFields: Decodable {
    var id: String
    var kind: String
    var withdraws: String?
    var article: IndexedLine.ArticleFields
    var quotations: [Quotation]
    var speakers: [Speaker]
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var annotated_at: Timestamp

    struct Quotation: Decodable {
        var id: String
        var type: String
        var text: String
        var cue: Cue?
        var source: Mention?
        var speaker: String?
        var confidence: Double
    }

    struct Cue: Decodable {
        var text: String
        var `class`: String?
        var stance: String?
    }

    struct Mention: Decodable { var text: String }

    struct Speaker: Decodable {
        var id: String
        var name: String?
        var role: String?
        var members: [String]
        var link: Link?
    }

    struct Link: Decodable { var id: String? }
}

extension String {
    /// Of "sha256:" and 64 hexadecimal digits.
    fileprivate var fingerprint: Fingerprint? {
        hasPrefix("sha256:") ? Fingerprint(hex: utf8.dropFirst(7)) : nil
    }
}
