/// NITF 3 (IPTC): one article a file. https://iptc.org/standards/nitf/
struct NITFReader: Reader {
    var format: String { "nitf" }

    func recognise(_ sample: FileSample) -> Recognition {
        sample.root == "nitf" ? .certain : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let file = try XMLFile(bytes, words)
        guard let root = file.document.tree.root else { throw .noArticle("the NITF document is empty") }
        var reading = Reading(format: format, encoding: file.encoding, articles: [])
        try Self.read(root, warnings: file.warnings, into: &reading)
        return reading
    }

    /// - Parameter nitf: The root of a document, or of one within another.
    static func read(_ nitf: Element, warnings: [String], into reading: inout Reading) throws(NewswireError) {
        let metadata = metadata(of: nitf)
        if let withdrawn = withdrawal(of: nitf, metadata) {
            reading.skipped.append(SkippedItem(item: 1, withdrawn))
            return
        }
        let body = NITFBody(nitf)
        var story = body.story
        guard !story.isEmpty else { throw .noArticle("the NITF document has no text in its body") }
        var finished = metadata
        finished.title = body.title
        finished.byline = body.byline
        finished.dateline = body.dateline
        finished.finish(with: &story, nitf.tree.words)
        reading.articles.append(story.article(finished, item: 1, warnings: warnings))
    }

    /// A document that withdraws another one by its identifier is a message, not an article.
    private static func withdrawal(of nitf: Element, _ metadata: Metadata) -> Withdrawal? {
        var metadata = metadata
        let data = nitf.first("docdata")
        if let other = data?.attribute("management-doc-idref").flatMap(String.line) {
            (metadata.item, metadata.version) = (other, nil)
        }
        return Withdrawal(status: data?.attribute("management-status"), metadata)
    }

    private static func metadata(of nitf: Element) -> Metadata {
        var metadata = Metadata()
        let times = nitf.tree.words.times
        guard let data = nitf.at("head", "docdata") else { return metadata }
        metadata.item = data.first("doc-id")?.attribute("id-string").flatMap(String.line)
        metadata.published = times.iso(data.first("date.issue")?.attribute("norm"))
        metadata.language = Metadata.languageTag(nitf.attribute("lang") ?? nitf.at("body")?.attribute("lang"))
        metadata.publisher =
            nitf.first("distributor")?.text ?? data.first("doc.copyright")?.attribute("holder").flatMap(String.line)
        if let key = data.first("du-key") {
            metadata.version = key.attribute("version").flatMap(String.line)
        }
        metadata.urgency = Metadata.urgency(data.first("urgency")?.attribute("ed-urg"))
        metadata.status = Metadata.status(data.attribute("management-status"))
        if metadata.status == "embargoed" {
            metadata.embargoedUntil = times.iso(data.first("date.release")?.attribute("norm"))
        }
        return metadata
    }
}
