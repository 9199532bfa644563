/// Web archives (WARC 1.0 and 1.1, ISO 28500), as crawlers write them: each response is read as what it holds.
struct WARCReader: Reader {
    var format: String { "warc" }

    func recognise(_ sample: FileSample) -> Recognition { sample.trimmed.begins(with: "WARC/") ? .certain : .no }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        var reading = Reading(format: format, encoding: "utf-8", articles: [])
        var left = Gzip.largest
        var (item, first) = (0, true)
        var records = WARCRecords(bytes)
        while let record = try records.next() {
            guard let part = Part(record) else { continue }
            item += 1
            do throws(NewswireError) {
                let inside = try part.reading(words, largest: left)
                left -= inside.articles.reduce(0) { $0 + $1.text.utf8.count }
                if first { reading.encoding = inside.encoding }
                first = false
                add(inside, of: record, item: &item, to: &reading)
            } catch {
                if error.code == .noArticle {
                    reading.skipped.append(SkippedItem(item: item, reason: error.reason))
                } else {
                    reading.failures.append(ItemFailure(item: item, error: error))
                }
            }
        }
        if item == 0 { reading.skipped.append(SkippedItem(item: 1, reason: "the archive has no response")) }
        return reading
    }

    /// A response may hold several articles, as a feed does: each has a number of its own.
    private func add(_ inside: Reading, of record: WARCRecord, item: inout Int, to reading: inout Reading) {
        for (n, article) in inside.articles.enumerated() {
            var article = article
            if n > 0 { item += 1 }
            article.item = item
            if inside.articles.count == 1 {
                article.metadata.url = article.metadata.url ?? record.address
                article.metadata.item = article.metadata.item ?? article.metadata.url
            }
            reading.articles.append(article)
        }
        guard let reason = inside.skipped.first?.reason, inside.articles.isEmpty else { return }
        reading.skipped.append(SkippedItem(item: item, reason: reason))
    }

    /// What a record has to read.
    private enum Part {
        case response(HTTPResponse)
        /// A page, or the text of one, without a response around it.
        case content(ArraySlice<UInt8>)

        /// - Returns: nil for records that are about others: requests, metadata, revisits.
        init?(_ record: WARCRecord) {
            switch record.header["warc-type"]?.lowercased() {
            case "response": self = HTTPResponse(record.block).map { .response($0) } ?? .content(record.block)
            case "resource", "conversion": self = .content(record.block)
            default: return nil
            }
        }

        func reading(_ words: NewsWords, largest: Int) throws(NewswireError) -> Reading {
            switch self {
            case .response(let response): return try response.reading(words, largest: max(0, largest))
            case .content(let bytes):
                let content = Array(bytes)
                guard content.contains(where: { $0 > 0x20 }) else { throw .emptyFile }
                let reader = Newswire.reader(for: FileSample(bytes: content))
                guard !(reader is WARCReader) else { throw .nestedArchive }
                return try reader.read(content, words: words)
            }
        }
    }
}

/// One record of an archive.
struct WARCRecord {
    let header: MailHeader
    let block: ArraySlice<UInt8>

    /// Of the page, where the archive says it: some writers put it in angle brackets.
    var address: String? {
        header["warc-target-uri"].flatMap { PlainValue.address($0.filter { $0 != "<" && $0 != ">" }) }
    }
}

/// The records of an archive in turn.
struct WARCRecords {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Returns: nil behind the last.
    /// - Throws: `NewswireError` for what is no record, since nothing tells where the next begins.
    mutating func next() throws(NewswireError) -> WARCRecord? {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at < bytes.count else { return nil }
        let start = at
        guard bytes[at...].begins(with: "WARC/") else { throw Self.broken(start, "no record begins there") }
        var lines: [ArraySlice<UInt8>] = []
        while at < bytes.count {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[at..<end]
            at = min(end + 1, bytes.count)
            let plain = line.last == 0x0D ? line.dropLast() : line
            guard !plain.isEmpty else { break }
            lines.append(plain)
            guard lines.count <= HTTPResponse.mostLines else { throw Self.broken(start, "its header does not end") }
        }
        let header = MailHeader(Array(lines.dropFirst()))
        guard let size = header["content-length"].flatMap({ Int($0) }), size >= 0 else {
            throw Self.broken(start, "the record does not say how long it is")
        }
        guard size <= bytes.count - at else { throw Self.broken(start, "the record breaks off") }
        defer { at += size }
        return WARCRecord(header: header, block: bytes[at..<at + size])
    }

    private static func broken(_ place: Int, _ reason: String) -> NewswireError {
        NewswireError(
            .malformed, reason: "the web archive is broken at byte \(place): \(reason)",
            remedy: "have it written again by its crawler, and drop the file in again")
    }
}

extension NewswireError {
    fileprivate static let nestedArchive = NewswireError(
        .unknownFormat, reason: "the record holds another archive", remedy: "drop in what is in it")
}
