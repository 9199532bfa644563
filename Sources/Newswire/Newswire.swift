/// From a file's bytes to the articles in it: one reader is chosen by what the content looks like.
package enum Newswire {
    /// Every format that is told apart, the first of equals wins. What is recognised but cannot be read stands here
    /// too: its reader throws with a remedy.
    package static let readers: [any Reader] =
        BinaryFormat.allCases + [NITFReader(), NewsMLG2Reader(), NewsML1Reader()] + FeedReader.allCases
        + UnreadFormat.allCases + [PlainTextReader()]

    /// What is read, by the names that records carry.
    package static let formats: [(name: String, description: String)] = [
        ("text", "plain text in UTF-8, UTF-16, windows-1252 …; the file to the character"),
        ("nitf", "NITF 3 (IPTC), with or without its namespace"),
        ("newsml-g2", "NewsML-G2 (IPTC) with its text inline: XHTML, NITF or plain"),
        ("newsml-1", "NewsML 1.0 to 1.2 (IPTC)"),
        ("rss", "RSS 0.9x and 2.0, WordPress exports; an article for each item"),
        ("rdf", "RSS 0.90 and 1.0 (RDF); an article for each item"),
        ("atom", "Atom; an article for each entry"),
    ]

    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - name: The file's name, which breaks ties between formats.
    /// - Throws: `NewswireError` when the file as a whole gives no article.
    package static func read(bytes: [UInt8], name: String) throws(NewswireError) -> Reading {
        guard !bytes.isEmpty else { throw .emptyFile }
        return try reader(for: FileSample(bytes: bytes, name: name)).read(bytes, name: name)
    }

    static func reader(for sample: FileSample) -> any Reader {
        var best: any Reader = PlainTextReader()
        var sureness = Recognition.no
        for reader in readers {
            let recognition = reader.recognise(sample)
            if recognition > sureness { (best, sureness) = (reader, recognition) }
        }
        return best
    }
}

extension NewswireError {
    static let emptyFile = NewswireError(
        .empty, reason: "the file is empty or holds nothing but white space",
        remedy: "check that its writer finished, and drop the file in again when it has text")
}
