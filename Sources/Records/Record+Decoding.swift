import Newswire

// For tests and tools. The daemon itself never reads a record back beyond its id.

extension Record: Decodable {
    private enum CodingKeys: String, CodingKey {
        case schema, id, kind, withdraws, file, article, text, quotations, speakers
        case setAside = "set_aside"
        case warnings, producer
        case annotatedAt = "annotated_at"
    }

    /// - Throws: `DecodingError` for another schema, and for what the schema does not allow.
    package init(from decoder: any Decoder) throws {
        let record = try decoder.container(keyedBy: CodingKeys.self)
        guard try record.decode(String.self, forKey: .schema) == Record.schema else {
            throw DecodingError.dataCorruptedError(forKey: .schema, in: record, debugDescription: "another schema")
        }
        self.init(
            id: try record.decode(Identifier.self, forKey: .id).fingerprint,
            kind: try Self.kind(in: record),
            file: try record.decode(File.self, forKey: .file),
            article: try record.decode(ArticleInfo.self, forKey: .article),
            text: try record.decodeIfPresent(String.self, forKey: .text),
            quotations: try record.decode([Quotation].self, forKey: .quotations),
            speakers: try record.decode([Speaker].self, forKey: .speakers),
            setAside: try record.decode([SetAside].self, forKey: .setAside),
            warnings: try record.decode([String].self, forKey: .warnings),
            producer: try record.decode(Producer.self, forKey: .producer),
            annotatedAt: try record.decode(Timestamp.self, forKey: .annotatedAt))
    }

    private static func kind(in record: KeyedDecodingContainer<CodingKeys>) throws -> Kind {
        switch try record.decode(String.self, forKey: .kind) {
        case "article": .article
        case "withdrawal": .withdrawal(of: try record.decode(Identifier.self, forKey: .withdraws).fingerprint)
        default: throw DecodingError.dataCorruptedError(forKey: .kind, in: record, debugDescription: "unknown kind")
        }
    }
}

extension Record {
    /// "sha256:" and 64 hexadecimal digits.
    package struct Identifier: Decodable {
        package var fingerprint: Fingerprint

        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard text.hasPrefix("sha256:"), let fingerprint = Fingerprint(hex: String(text.dropFirst(7))) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no identifier: \(text)")
            }
            self.fingerprint = fingerprint
        }
    }
}

extension Fingerprint: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let fingerprint = Fingerprint(hex: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no SHA-256: \(text)")
        }
        self = fingerprint
    }
}

extension Timestamp: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = Timestamp(rfc3339: text.utf8) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time stamp: \(text)")
        }
        self = time
    }
}

extension Record.SetAside: Decodable {
    private enum CodingKeys: String, CodingKey { case start, end, reason }

    package init(from decoder: any Decoder) throws {
        let aside = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            span: Span(try aside.decode(Int.self, forKey: .start), try aside.decode(Int.self, forKey: .end)),
            reason: try aside.decode(String.self, forKey: .reason))
    }
}

extension Record.ArticleInfo: Decodable {
    private enum CodingKeys: String, CodingKey {
        case title, byline, dateline, published, updated, language, publisher, url, item, version, supersedes, urgency,
            status
        case embargoedUntil = "embargoed_until"
    }

    package init(from decoder: any Decoder) throws {
        let article = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        title = try article.decode(String?.self, forKey: .title)
        byline = try article.decode([String].self, forKey: .byline)
        dateline = try article.decode(Dateline?.self, forKey: .dateline)
        published = try article.decode(String?.self, forKey: .published)
        updated = try article.decode(String?.self, forKey: .updated)
        language = try article.decode(String?.self, forKey: .language)
        publisher = try article.decode(String?.self, forKey: .publisher)
        url = try article.decode(String?.self, forKey: .url)
        item = try article.decode(String?.self, forKey: .item)
        version = try article.decode(String?.self, forKey: .version)
        supersedes = try article.decode(Record.Identifier?.self, forKey: .supersedes)?.fingerprint
        embargoedUntil = try article.decode(String?.self, forKey: .embargoedUntil)
        // Lines from before these were kept lack them.
        urgency = try article.decodeIfPresent(Int.self, forKey: .urgency)
        status = try article.decodeIfPresent(String.self, forKey: .status)
    }
}

extension Span: Decodable {
    private enum CodingKeys: String, CodingKey { case start, end }

    package init(from decoder: any Decoder) throws {
        let span = try decoder.container(keyedBy: CodingKeys.self)
        self.init(try span.decode(Int.self, forKey: .start), try span.decode(Int.self, forKey: .end))
    }
}

extension Dateline: Decodable {
    private enum CodingKeys: String, CodingKey { case place, agency }

    package init(from decoder: any Decoder) throws {
        let dateline = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            place: try dateline.decode(String?.self, forKey: .place),
            agency: try dateline.decode(String?.self, forKey: .agency))
    }
}
