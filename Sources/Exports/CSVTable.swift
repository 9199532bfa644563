import Newswire
package import Records
import Rulebook

extension ExportFormat {
    static let csv = ExportFormat(
        name: "csv", summary: "a table of quotations", needsText: false,
        layout: .lines(ending: "csv") { _ in CSVTable() })
}

/// A table of quotations, one a row, as spreadsheets, pandas and DuckDB read it. (RFC 4180, lines ended by a newline.)
///
/// Unknown values are empty fields. Fields are written as they are. A spreadsheet may take one that begins with "=" for
/// a formula, so import them as text.
package struct CSVTable: LineExport {
    package init() {}

    private typealias Column = (name: String, value: @Sendable (Record, Record.Quotation, Record.Speaker?) -> String?)

    private static let columns: [Column] = [
        ("article_id", { record, _, _ in "sha256:" + record.id.hex }),
        ("file", { record, _, _ in record.file.path }),
        ("item", { record, _, _ in String(record.file.item) }),
        ("title", { record, _, _ in record.article.title }),
        ("publisher", { record, _, _ in record.article.publisher }),
        ("published", { record, _, _ in record.article.published }),
        ("url", { record, _, _ in record.article.url }),
        ("quotation", { _, quotation, _ in quotation.id }),
        ("type", { _, quotation, _ in quotation.type.rawValue }),
        ("text", { _, quotation, _ in quotation.text }),
        ("speaker", { _, _, speaker in speaker?.name }),
        ("speaker_kind", { _, _, speaker in speaker?.kind.rawValue }),
        ("speaker_role", { _, _, speaker in speaker?.role }),
        ("speaker_link", { _, _, speaker in speaker?.link?.id }),
        ("speaker_id", { _, quotation, _ in quotation.speaker }),
        ("source", { _, quotation, _ in quotation.source?.text }),
        ("resolved_by", { _, quotation, _ in quotation.resolvedBy?.rawValue }),
        ("cue", { _, quotation, _ in quotation.cue?.text }),
        ("lemma", { _, quotation, _ in quotation.cue?.lemma }),
        ("class", { _, quotation, _ in quotation.cue?.verbClass?.rawValue }),
        ("stance", { _, quotation, _ in quotation.cue?.stance?.rawValue }),
        ("negated", { _, quotation, _ in quotation.cue.map { String($0.negated) } }),
        ("hedged", { _, quotation, _ in quotation.cue?.hedged?.text }),
        ("repeated", { _, quotation, _ in quotation.cue.map { String($0.repeated) } }),
        ("tense", { _, quotation, _ in quotation.cue?.tense?.rawValue }),
        ("addressee", { _, quotation, _ in quotation.addressee?.text }),
        ("target", { _, quotation, _ in quotation.target?.text }),
        ("setting", { _, quotation, _ in quotation.setting?.text }),
        ("time", { _, quotation, _ in quotation.time?.text }),
        ("inside", { _, quotation, _ in quotation.inside }),
        ("confidence", { _, quotation, _ in decimal(quotation.confidence) }),
        ("engine", { _, quotation, _ in quotation.foundBy.engine.rawValue }),
        ("rule", { _, quotation, _ in quotation.foundBy.rule }),
        ("start", { _, quotation, _ in quotation.content.first.map { String($0.start) } }),
        ("end", { _, quotation, _ in quotation.content.last.map { String($0.end) } }),
        ("content_spans", { _, quotation, _ in spans(quotation.content) }),
        ("cue_spans", { _, quotation, _ in spans(quotation.cue?.spans) }),
        ("source_spans", { _, quotation, _ in spans(quotation.source?.spans) }),
    ]

    /// The names of the columns.
    package var header: String { Self.row(Self.columns.map(\.name)) }

    package func text(of record: Record) -> String {
        record.quotations.map { quotation in
            let speaker = record.speakers.first { $0.id == quotation.speaker }
            return Self.row(Self.columns.map { $0.value(record, quotation, speaker) ?? "" })
        }.joined()
    }

    private static func row(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\n" }

    private static func field(_ text: String) -> String {
        let needsMarks =
            text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || text.hasPrefix(" ") || text.hasSuffix(" ")
        return needsMarks ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// "33:54 60:70"
    private static func spans(_ spans: [Span]?) -> String? {
        spans?.map { "\($0.start):\($0.end)" }.joined(separator: " ")
    }

    /// As the record has it, four decimals at most.
    private static func decimal(_ share: Double) -> String { String((share * 10_000).rounded() / 10_000) }
}
