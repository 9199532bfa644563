/// Tables of articles (CSV, TSV): an article a row, its parts in the columns that are named like JSON's usual fields.
struct DelimitedReader: Reader {
    var mapping = JSONMapping.usual

    var format: String { "csv" }

    func recognise(_ sample: FileSample) -> Recognition { delimiter(of: sample.head) == nil ? .no : .likely }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let decoded = try DecodedText(bytes)
        guard let delimiter = delimiter(of: FileSample(bytes: bytes).head) else { throw .noColumns }
        let table = try DelimitedTable(decoded.text, delimiter)
        let names = table.columns.map(field)
        var reading = Reading(
            format: delimiter == .tab ? "tsv" : format, encoding: decoded.charset.name, articles: [])
        for (n, row) in table.rows.enumerated() {
            do throws(NewswireError) {
                let record = JSONRecord(Dictionary(zip(names, row).filter { !$1.isEmpty }) { first, _ in first })
                reading.articles.append(
                    try JSONReader(mapping: mapping).article(
                        of: record, words, number: n + 1, warnings: decoded.warnings))
            } catch {
                reading.failures.append(ItemFailure(item: n + 1, error: error))
            }
        }
        if table.rows.count == 1, let failure = reading.failures.first { throw failure.error }
        return reading
    }

    /// The delimiter by which the first line names columns: one for a text, and one for something else of an article.
    private func delimiter(of head: ArraySlice<UInt8>) -> DelimitedTable.Delimiter? {
        DelimitedTable.Delimiter.allCases.first { delimiter in
            guard let columns = DelimitedTable.columns(in: head, delimiter), columns.count > 1,
                columns.allSatisfy({ $0.utf8.count <= Self.longestName && !$0.hasSuffix(".") })
            else { return false }
            let names = columns.map(field)
            return names.contains(where: mapping.text.contains) && names.contains(where: others.contains)
        }
    }

    /// In bytes. A longer cell in the first line is no name. Chosen by hand.
    private static let longestName = 40

    private var others: [String] {
        mapping.title + mapping.byline + mapping.published + mapping.url + mapping.item + mapping.publisher
    }

    /// The field that a column is named like, whatever its case and blanks: "Full Text" is `full_text`.
    private func field(_ column: String) -> String {
        let plain = Self.plain(column)
        return (mapping.text + others + mapping.updated + mapping.language + mapping.version)
            .first { Self.plain($0) == plain } ?? column
    }

    private static func plain(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }))
    }
}

extension NewswireError {
    fileprivate static let noColumns = NewswireError(
        .noArticle, reason: "the table's first line names no column for the text of articles",
        remedy: "name its columns like title, text, author, date and url")
}
