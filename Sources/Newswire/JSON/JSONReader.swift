/// JSON and JSON lines: ninjs, its wrappers, and whatever has a text in one of the usual fields. An article a record.
struct JSONReader: Reader {
    var mapping = JSONMapping.usual

    var format: String { "json" }

    func recognise(_ sample: FileSample) -> Recognition {
        if JSONSniffer.looksLikeJSONLines(sample) { return .certain }
        return JSONSniffer.looksLikeJSON(sample) ? .likely : .no
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let file = try JSONFile(bytes, mapping: mapping)
        var reading = Reading(format: file.isLines ? "json-lines" : format, encoding: file.encoding, articles: [])
        if file.entries.isEmpty { reading.skipped.append(SkippedItem(item: 1, reason: "the list is empty")) }
        for (n, entry) in file.entries.enumerated() {
            switch entry {
            case .failure(let error): reading.failures.append(ItemFailure(item: n + 1, error: error))
            case .record(let record): read(record, words, number: n + 1, warnings: file.warnings, into: &reading)
            }
        }
        if file.entries.count == 1, let failure = reading.failures.first { throw failure.error }
        return reading
    }

    private func read(
        _ record: JSONRecord, _ words: NewsWords, number: Int, warnings: [String], into reading: inout Reading
    ) {
        do throws(NewswireError) {
            if NinjsItem.isNinjs(record) {
                reading.format = "ninjs"
                try reading.add(NinjsItem(record, words), number: number, warnings: warnings)
            } else {
                let article = try article(of: record, words, number: number, warnings: warnings)
                reading.articles.append(article)
            }
        } catch {
            reading.failures.append(ItemFailure(item: number, error: error))
        }
    }

    /// - Parameter number: Of the record in its file, from 1.
    func article(
        of record: JSONRecord, _ words: NewsWords, number: Int, warnings: [String]
    ) throws(NewswireError) -> Article {
        var metadata = metadata(of: record, words)
        var story = Story()
        if let text = record.text(mapping.text) { story = try Story(htmlOrPlain: text, words) }
        guard metadata.title != nil || !story.isEmpty else { throw .noKnownFields(record) }
        metadata.finish(with: &story, words)
        return story.article(metadata, item: number, warnings: warnings)
    }

    private func metadata(of record: JSONRecord, _ words: NewsWords) -> Metadata {
        var metadata = Metadata()
        metadata.title = record.line(mapping.title)
        metadata.byline = people(record.text(mapping.byline), words)
        metadata.published = record.time(mapping.published, words.times)
        metadata.updated = record.time(mapping.updated, words.times)
        metadata.language = Metadata.languageTag(record.line(mapping.language))
        metadata.publisher = record.line(mapping.publisher)
        metadata.url = record.line(mapping.url)
        metadata.item = record.line(mapping.item) ?? metadata.url
        metadata.version = record.line(mapping.version)
        return metadata
    }

    /// The names of a list come a blank line apart.
    private func people(_ text: String?, _ words: NewsWords) -> [String] {
        (text ?? "").split(separator: "\n").flatMap { words.bylines.people(String($0)) }
    }
}

extension NewswireError {
    static func noKnownFields(_ record: JSONRecord) -> NewswireError {
        // Few and short, whatever the file holds: the message is one line.
        let (most, longest) = (8, 40)
        let names = record.raw.keys.sorted().prefix(most).map { String($0.prefix(longest)) }
        let own = names.isEmpty ? "it is empty" : "it has " + names.joined(separator: ", ")
        return NewswireError(
            .noArticle, reason: "the object has none of the fields that articles are looked for in: \(own)",
            remedy: "name those of its title and text by --json-fields text=story.body,title=story.head, or by "
                + "`json-fields` in the settings file; docs/formats.md says more")
    }
}
