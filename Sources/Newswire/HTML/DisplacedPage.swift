/// A page that does not begin the file: a server's warning, a style or an empty script stands before it.
enum DisplacedPage {
    private static let openings: [StaticString] = ["<!doctype html", "<html>", "<html "]
    /// A text about pages may quote the first line of one, but hardly two.
    private static let heads: [StaticString] = ["<head", "<meta", "<title", "<body", "<link"]

    /// - Parameter bytes: The first of a file.
    /// - Returns: The index of the page's first byte; nil where no page begins on a line of its own.
    static func start(in bytes: ArraySlice<UInt8>) -> Int? {
        let start = bytes.indices.first { at in
            bytes[at] == UInt8(ascii: "<") && isAtLineStart(at, bytes)
                && openings.contains { bytes[at...].begins(with: $0) }
        }
        guard let start else { return nil }
        let rest = bytes[start...].dropFirst()
        let hasHead = rest.indices.contains { at in
            bytes[at] == UInt8(ascii: "<") && heads.contains { bytes[at...].begins(with: $0) }
        }
        return hasHead ? start : nil
    }

    /// - Returns: The page without what stands before it.
    static func cut(_ page: String) -> String {
        let head = Array(page.utf8.prefix(FileSample.size))
        guard let start = start(in: head[...]), start > 0 else { return page }
        return String(Substring(page.utf8.dropFirst(start)))
    }

    /// A warning that ends in `<br />` may stand on the page's first line.
    private static func isAtLineStart(_ at: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
        guard let before = bytes[..<at].last(where: { $0 != 0x20 && $0 != 0x09 }) else { return true }
        return before == 0x0A || before == 0x0D || before == UInt8(ascii: ">")
    }
}
