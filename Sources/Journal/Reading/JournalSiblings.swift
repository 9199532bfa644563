import Files
import SystemPackage

/// The files beside a journal that hold its earlier lines: rotated journals, and the whole lines of torn ones.
struct JournalSibling: Equatable, Sendable {
    var path: FilePath
    var compression: Compression?

    enum Compression: String, CaseIterable, Sendable {
        case gzip = "gz", bzip2 = "bz2", xz, zstd = "zst"

        /// A command that writes its last argument, decompressed, to standard output.
        var command: [String] {
            switch self {
            case .gzip: ["gzip", "-dc", "--"]
            case .bzip2: ["bzip2", "-dc", "--"]
            case .xz: ["xz", "-dc", "--"]
            case .zstd: ["zstd", "-dcq", "--"]
            }
        }
    }

    /// Takes the names that logrotate gives ("quoted.jsonl.1", "quoted.jsonl-20261123.gz", and with its `extension`
    /// "quoted-20261123.jsonl") and `TornJournal`'s. Nothing else in the directory.
    init?(name: String, in directory: FilePath, of journal: String) {
        var rest = name[...]
        compression = Compression.allCases.first { rest.hasSuffix("." + $0.rawValue) }
        if let compression { rest = rest.dropLast(compression.rawValue.count + 1) }
        guard Self.isRotated(rest, journal) || (compression == nil && TornJournal.isAside(name, of: journal)) else {
            return nil
        }
        path = directory.appending(name)
    }

    private static func isRotated(_ name: Substring, _ journal: String) -> Bool {
        if let mark = middle(of: name, between: journal, and: "") { return isMark(mark) }
        guard let dot = journal.lastIndex(of: "."), dot > journal.startIndex else { return false }
        return middle(of: name, between: String(journal[..<dot]), and: String(journal[dot...])).map(isMark) ?? false
    }

    private static func middle(of name: Substring, between prefix: String, and suffix: String) -> Substring? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix), name.count > prefix.count + suffix.count else {
            return nil
        }
        return name.dropFirst(prefix.count).dropLast(suffix.count)
    }

    /// ".1", "-20261123", "-20261123-1795395723"
    private static func isMark(_ mark: Substring) -> Bool {
        guard let first = mark.first, first == "." || first == "-" else { return false }
        let digits = mark.dropFirst()
        return digits.contains(where: \.isNumber)
            && digits.allSatisfy { $0.isASCII && ($0.isNumber || "-_.T".contains($0)) }
    }

    /// - Returns: the siblings, in the order in which they were last written. Rotation and compression keep that time,
    ///   and names do not tell it: ".1" is newer than ".2", but "-20261123" newer than "-20261122".
    static func all(of journal: FilePath) throws(Errno) -> [JournalSibling] {
        guard let name = journal.lastComponent?.string else { return [] }
        let directory = journal.removingLastComponent()
        let siblings = try names(in: directory.isEmpty ? "." : directory)
            .compactMap { JournalSibling(name: $0, in: directory, of: name) }
        let files = siblings.compactMap { sibling in
            (try? FileStatus(sibling.path)).flatMap {
                $0.kind == .file ? (sibling: sibling, written: $0.modified) : nil
            }
        }
        return files.sorted { ($0.written, $0.sibling.path.string) < ($1.written, $1.sibling.path.string) }
            .map(\.sibling)
    }
}
