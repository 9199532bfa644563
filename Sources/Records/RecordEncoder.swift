import Newswire

/// Makes a record the line of the journal: one JSON object, its members always in the same order, a newline last.
package struct RecordEncoder: Sendable {
    /// Leaves out `text`, for archives that may not keep it. (The quotations' own words stay.)
    package var omitText: Bool

    package init(omitText: Bool = false) { self.omitText = omitText }

    package func encode(_ record: Record) -> [UInt8] { write(record).bytes }

    /// A line for the journal. What it supersedes the journal finds out, where the article says of which item it is.
    package func line(_ record: Record) -> RecordLine {
        let json = write(record)
        let subject = ItemVersion(record.article).flatMap { version in
            json.slot.map { RecordLine.Subject.version(version, slot: $0) }
        }
        return RecordLine(id: record.id, bytes: json.bytes, subject: subject)
    }

    private func write(_ record: Record) -> JSONWriter {
        let text = omitText ? nil : record.text
        // Roughly what records come to, so that the buffer is rarely moved.
        let capacity = 2048 + (text?.utf8.count ?? 0) * 9 / 8 + 1024 * record.quotations.count
        var json = JSONWriter(capacity: capacity)
        json.object { $0.members(of: record, text: text) }
        json.newline()
        return json
    }
}

extension JSONWriter {
    fileprivate mutating func members(of record: Record, text: String?) {
        field("schema", Record.schema)
        // Near the start, and always there: whoever rebuilds the ledger reads no further.
        field("id", identifier: record.id)
        field("kind", record.kind.name)
        if case .withdrawal(let withdrawn) = record.kind {
            field("withdraws", identifier: withdrawn)
        }
        field("file", record.file) { $0.file($1) }
        field("article", record.article) { $0.article($1) }
        if let text { field("text", text) }
        field("offset_unit", "codepoint")
        field("quotations", each: record.quotations) { $0.quotation($1) }
        field("speakers", each: record.speakers) { $0.speaker($1) }
        field("set_aside", each: record.setAside) { $0.setAside($1) }
        field("warnings", each: record.warnings) { $0.string($1) }
        field("producer", record.producer) { $0.producer($1) }
        key("annotated_at")
        ascii(quoted: record.annotatedAt.rfc3339Bytes)
    }

    private mutating func file(_ file: Record.File) {
        object {
            $0.field("path", file.path)
            $0.field("format", file.format)
            $0.field("encoding", file.encoding)
            $0.field("bytes", file.bytes)
            $0.key("sha256")
            $0.ascii(quoted: file.sha256.hexBytes)
            $0.field("item", file.item)
        }
    }

    private mutating func article(_ article: Record.ArticleInfo) {
        object {
            $0.field("title", article.title)
            $0.field("byline", each: article.byline) { $0.string($1) }
            $0.field("dateline", article.dateline) { $0.dateline($1) }
            $0.field("published", article.published)
            $0.field("updated", article.updated)
            $0.field("language", article.language)
            $0.field("publisher", article.publisher)
            $0.field("url", article.url)
            $0.field("item", article.item)
            $0.field("version", article.version)
            $0.key("supersedes")
            if let superseded = article.supersedes { $0.identifier(superseded) } else { $0.nullForNow() }
            $0.field("embargoed_until", article.embargoedUntil)
            $0.field("urgency", article.urgency) { $0.number($1) }
            $0.field("status", article.status)
        }
    }

    private mutating func dateline(_ dateline: Dateline) {
        object {
            $0.field("place", dateline.place)
            $0.field("agency", dateline.agency)
        }
    }

    private mutating func setAside(_ aside: Record.SetAside) {
        object {
            $0.bounds(of: aside.span)
            $0.field("reason", aside.reason)
        }
    }

    private mutating func producer(_ producer: Record.Producer) {
        object {
            $0.field("name", producer.name)
            $0.field("version", producer.version)
            $0.field("engine", producer.engine.rawValue)
            $0.field("precision", producer.precision?.rawValue)
            $0.field("rules", producer.rules)
            $0.field("model", producer.model)
            $0.key("min_confidence")
            $0.fraction(producer.minConfidence ?? 0)
            $0.key("min_speaker_confidence")
            $0.fraction(producer.minSpeakerConfidence ?? 0)
        }
    }

    private mutating func identifier(_ id: Fingerprint) {
        ascii(quoted: Array("sha256:".utf8) + id.hexBytes)
    }

    private mutating func field(_ name: StaticString, identifier: Fingerprint) {
        key(name)
        self.identifier(identifier)
    }
}
