/// A table in text (RFC 4180 and its like): a line a row, cells parted by commas, semicolons or tabs. A cell in double quotes may
/// hold these and line breaks.
struct DelimitedTable {
    /// Names of columns, as the first row has them.
    let columns: [String]
    /// Cells by column; a row may have fewer or more.
    let rows: [[String]]

    enum Delimiter: UInt8, CaseIterable {
        case comma = 0x2C
        case semicolon = 0x3B
        case tab = 0x09
    }

    /// - Throws: `NewswireError` where a cell's closing quote is missing.
    init(_ text: String, _ delimiter: Delimiter) throws(NewswireError) {
        var rows = try Self.rows(Array(text.utf8), delimiter, atMost: .max)
        columns = rows.isEmpty ? [] : rows.removeFirst()
        self.rows = rows
    }

    /// - Returns: The names of the columns of what may be a table, by the beginning of a file; nil where no line follows.
    static func columns(in head: ArraySlice<UInt8>, _ delimiter: Delimiter) -> [String]? {
        guard let end = head.firstIndex(of: 0x0A), head[end...].contains(where: { $0 > 0x20 }) else { return nil }
        return try? rows(Array(head[..<end]), delimiter, atMost: 1).first
    }

    private static func rows(
        _ bytes: [UInt8], _ delimiter: Delimiter, atMost most: Int
    ) throws(NewswireError) -> [[String]] {
        var parser = DelimitedParser(bytes, delimiter)
        var rows: [[String]] = []
        while rows.count < most, let row = try parser.row() {
            if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
        }
        return rows
    }
}

private struct DelimitedParser {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var at = 0

    private static let quote = UInt8(ascii: "\"")

    init(_ bytes: [UInt8], _ delimiter: DelimitedTable.Delimiter) {
        self.bytes = bytes
        self.delimiter = delimiter.rawValue
    }

    mutating func row() throws(NewswireError) -> [String]? {
        guard at < bytes.count else { return nil }
        var cells: [String] = []
        while true {
            cells.append(at < bytes.count && bytes[at] == Self.quote ? try quoted() : plain())
            guard at < bytes.count, bytes[at] == delimiter else { break }
            at += 1
        }
        if at < bytes.count, bytes[at] == 0x0D { at += 1 }
        if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        return cells
    }

    private mutating func plain() -> String {
        let start = at
        while at < bytes.count, bytes[at] != delimiter, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    /// Two quotes stand for one. What follows the closing one up to the delimiter belongs to the cell.
    private mutating func quoted() throws(NewswireError) -> String {
        let opening = at
        var cell: [UInt8] = []
        at += 1
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: Self.quote) ?? bytes.count
            cell += bytes[at..<end]
            at = end + 1
            guard end < bytes.count else { break }
            guard at < bytes.count, bytes[at] == Self.quote else {
                return String(decoding: cell, as: UTF8.self) + plain()
            }
            cell.append(Self.quote)
            at += 1
        }
        let line = bytes[..<opening].count { $0 == 0x0A } + 1
        throw NewswireError(
            .malformed, reason: "a cell that begins with a quote in line \(line) of the table has no closing one",
            remedy: "have the table written again by its source, and drop the file in again")
    }
}
