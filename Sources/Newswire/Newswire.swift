/// Reads the articles in a file's bytes. One reader is chosen by the content.
package enum Newswire {
    /// All readers; among equally sure ones the first wins. Formats that are recognised but cannot be read are here
    /// too: their readers throw with a remedy.
    package static let readers: [any Reader] =
        [NITFReader(), NewsMLG2Reader(), NewsML1Reader()] + FeedReader.allCases
        + [JATSReader(), DocBookReader(), WARCReader(), HTTPResponseReader()]
        + [WordReader(), OpenTextReader()] + BinaryFormat.allCases
        + [HTMLReader(), JSONReader(), ANPAReader(), IPTC7901Reader(), AsiaNetReader(), MailReader()]
        + SubtitleReader.allCases + [DelimitedReader()] + UnreadFormat.allCases + [PlainTextReader()]

    /// The readable formats, by their names in records. Each may also be compressed by gzip.
    package static let formats: [(name: String, description: String)] = [
        ("text", "plain text in UTF-8, UTF-16, windows-1252 …; the file to the character"),
        ("nitf", "NITF 3 (IPTC), with or without its namespace"),
        ("newsml-g2", "NewsML-G2 (IPTC) with its text inline: XHTML, NITF or plain"),
        ("newsml-1", "NewsML 1.0 to 1.2 (IPTC)"),
        ("rss", "RSS 0.9x and 2.0, WordPress exports; an article for each item"),
        ("rdf", "RSS 0.90 and 1.0 (RDF); an article for each item"),
        ("atom", "Atom; an article for each entry"),
        ("ninjs", "ninjs 1 to 3 (IPTC), alone, in a list, or in the wrappers of AP and the BBC"),
        ("json", "an object or a list of them, with a text in one of the usual fields (news-please, JSON Feed …)"),
        ("json-lines", "the same, an object a line"),
        ("iptc-7901", "IPTC 7901, the text format of European agencies"),
        ("anpa-1312", "ANPA 1312, the text format of American agencies"),
        ("asianet", "press releases as AsiaNet and its partners send them"),
        ("html", "pages as sites serve and browsers save them: the article in them"),
        ("email", "e-mail with a text in plain text or HTML; mailboxes (mbox) and attached messages, an article each"),
        ("csv", "tables with a column for the text and others by name; an article a row"),
        ("tsv", "the same, cells parted by tabs"),
        ("warc", "web archives: the articles in their responses (a single response is read as what it holds)"),
        ("webvtt", "subtitles in WebVTT, with the voices that they name"),
        ("subrip", "subtitles in SubRip (SRT)"),
        ("jats", "JATS and NLM, the XML of journals"),
        ("docbook", "DocBook 4 and 5"),
        ("docx", "documents of Word"),
        ("odt", "texts of OpenDocument"),
    ]

    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - words: By which bylines, times and what sites put around stories are told.
    ///   - json: The fields of JSON in which to look for the parts of an article.
    /// - Throws: `NewswireError` when the file as a whole gives no article.
    package static func read(
        bytes: [UInt8], words: NewsWords, json: JSONMapping = .usual
    ) throws(NewswireError) -> Reading {
        let content = try decompressed(bytes)
        let reader = reader(for: FileSample(bytes: content))
        return try Self.reader(reader, mapping: json).read(content, words: words)
    }

    private static func reader(_ reader: any Reader, mapping: JSONMapping) -> any Reader {
        switch reader {
        case is JSONReader: JSONReader(mapping: mapping)
        case is DelimitedReader: DelimitedReader(mapping: mapping)
        default: reader
        }
    }

    /// A file's content, decompressed if it is gzip.
    /// - Throws: `NewswireError` if it is empty, and for gzip that is truncated, damaged or too large.
    package static func decompressed(_ bytes: [UInt8]) throws(NewswireError) -> [UInt8] {
        let content = Gzip.begins(bytes) ? try Gzip.decompress(bytes) : bytes
        guard !content.isEmpty else { throw .emptyFile }
        guard !Gzip.begins(content) || !Gzip.begins(bytes) else { throw .compressedTwice }
        return content
    }

    static func reader(for sample: FileSample) -> any Reader {
        var best: any Reader = PlainTextReader()
        var sureness = Recognition.no
        for reader in readers {
            let recognition = reader.recognise(sample)
            if recognition > sureness { (best, sureness) = (reader, recognition) }
            if sureness == .certain { break }
        }
        return best
    }
}

extension NewswireError {
    static let emptyFile = NewswireError(
        .empty, reason: "the file is empty or holds nothing but white space",
        remedy: "check that its writer finished, and drop the file in again when it has text")

    static let compressedTwice = NewswireError(
        .binary, reason: "the file is compressed by gzip, and what is in it is so again",
        remedy: "decompress it with gunzip first")
}
