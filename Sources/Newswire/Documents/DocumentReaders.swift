/// Word's documents (DOCX, ISO/IEC 29500), as press offices send them.
struct WordReader: Reader {
    var format: String { "docx" }

    func recognise(_ sample: FileSample) -> Recognition {
        guard BinaryFormat.isZip(sample.head) else { return .no }
        let others: [StaticString] = ["xl/", "ppt/", "visio/"]
        guard sample.head.contains("[Content_Types].xml") || sample.head.contains("word/") else { return .no }
        return others.contains(where: sample.head.contains) ? .no : .certain
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let article = try ZipArchive(bytes).article(
            text: "word/document.xml", facts: "docProps/core.xml", Self.paragraphs, kind: "document of Word",
            styles: StyleNames(
                paragraph: "p", element: "pStyle", attribute: "val",
                titles: ["title", "titel", "heading1", "berschrift1"]),
            words)
        return Reading(format: format, encoding: "utf-8", articles: [article])
    }

    private static let paragraphs = MarkedParagraphs(
        blocks: "p", dropped: "del deltext instrtext fallback posoffset align footnotereference annotationref",
        tables: "tbl tr", captions: "", blanks: "tab br cr", texts: "t")
}

/// Texts of OpenDocument (ODT, ISO/IEC 26300).
struct OpenTextReader: Reader {
    var format: String { "odt" }

    func recognise(_ sample: FileSample) -> Recognition {
        BinaryFormat.isZip(sample.head) && sample.head.contains("mimetypeapplication/vnd.oasis.opendocument.text")
            ? .certain : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let article = try ZipArchive(bytes).article(
            text: "content.xml", facts: "meta.xml", Self.paragraphs, kind: "document of OpenDocument",
            styles: StyleNames(paragraph: "p", element: nil, attribute: "style-name", titles: ["title"]), words)
        return Reading(format: format, encoding: "utf-8", articles: [article])
    }

    private static let paragraphs = MarkedParagraphs(
        blocks: "p h list list-item section",
        dropped: "note annotation tracked-changes sequence-decls forms variable-decls user-field-decls",
        tables: "table table-row", captions: "", blanks: "tab s line-break")
}
