package import Newswire

/// What one line of the journal says of one article. `docs/record.md` explains every field, `docs/record.schema.json`
/// describes the JSON.
///
/// All spans count code points of `text`. Null rather than a guess: an optional field is nil where nothing certain
/// is known.
package struct Record: Sendable, Equatable {
    /// Names the shape of the line. It changes when a consumer of the old shape could misread the new one.
    package static let schema = "https://quoted.example/record/1"

    /// Digest of the article's item id, version and text: equal for equal articles, whatever file brought them.
    package var id: Fingerprint
    package var kind: Kind
    package var file: File
    package var article: ArticleInfo
    /// Nil where the archive may not keep the text.
    package var text: String?
    package var quotations: [Quotation]
    package var speakers: [Speaker]
    package var setAside: [SetAside]
    /// What a consumer should know: mended characters, a language that is not annotated.
    package var warnings: [String]
    package var producer: Producer
    package var annotatedAt: Timestamp

    package init(
        id: Fingerprint, kind: Kind = .article, file: File, article: ArticleInfo, text: String?,
        quotations: [Quotation] = [], speakers: [Speaker] = [], setAside: [SetAside] = [], warnings: [String] = [],
        producer: Producer, annotatedAt: Timestamp
    ) {
        self.id = id
        self.kind = kind
        self.file = file
        self.article = article
        self.text = text
        self.quotations = quotations
        self.speakers = speakers
        self.setAside = setAside
        self.warnings = warnings
        self.producer = producer
        self.annotatedAt = annotatedAt
    }
}

extension Record {
    package enum Kind: Sendable, Equatable {
        case article
        /// The provider took an article back. `of` is the id of its record.
        case withdrawal(of: Fingerprint)

        package var name: String {
            switch self {
            case .article: "article"
            case .withdrawal: "withdrawal"
            }
        }
    }

    /// The file that brought the article.
    package struct File: Sendable, Equatable, Decodable {
        /// Relative to the inbox; `init(path:)` of bytes says how a name that is not UTF-8 is written.
        package var path: String
        /// The reader's name: "text", "nitf", …
        package var format: String
        /// IANA name, lower case.
        package var encoding: String
        package var bytes: Int
        package var sha256: Fingerprint
        /// 1-based place among the articles of the file.
        package var item: Int

        package init(path: String, format: String, encoding: String, bytes: Int, sha256: Fingerprint, item: Int) {
            self.path = path
            self.format = format
            self.encoding = encoding
            self.bytes = bytes
            self.sha256 = sha256
            self.item = item
        }
    }

    package struct SetAside: Sendable, Equatable {
        package var span: Span
        /// "furniture", "table", "caption", "editorial", …: readers and rule files name their own.
        package var reason: String

        package init(span: Span, reason: String) {
            self.span = span
            self.reason = reason
        }
    }

    /// What made the annotations: with the article, all that is needed to make them again.
    package struct Producer: Sendable, Equatable, Decodable {
        package var name: String
        package var version: String
        package var engine: Engine
        /// Nil where no model runs.
        package var precision: Precision?
        /// "sha256:" and the digest of all rule files in force.
        package var rules: String
        /// "sha256:" and the digest of the model; nil where no model runs.
        package var model: String?
        /// Quotations that are less sure were left out; nil in lines of before there was such a choice.
        package var minConfidence: Double?
        /// Speakers that are less sure are not named; nil in lines of before there was such a choice.
        package var minSpeakerConfidence: Double?

        package init(
            name: String = "quoted", version: String, engine: Engine, precision: Precision? = nil, rules: String,
            model: String? = nil, floor: ConfidenceFloor = ConfidenceFloor()
        ) {
            self.name = name
            self.version = version
            self.engine = engine
            self.precision = precision
            self.rules = rules
            self.model = model
            minConfidence = floor.quotation
            minSpeakerConfidence = floor.speaker
        }

        private enum CodingKeys: String, CodingKey {
            case name, version, engine, precision, rules, model
            case minConfidence = "min_confidence"
            case minSpeakerConfidence = "min_speaker_confidence"
        }
    }

    package enum Engine: String, Sendable, CaseIterable, Decodable { case rules, model }

    package enum Precision: String, Sendable, CaseIterable, Decodable { case f32, int8 }
}

extension Record.File {
    /// A file's name as a string. Names are bytes: one that is valid UTF-8 is written as it is; in any other, each byte
    /// that is no part of valid UTF-8 becomes `\x` and two hexadecimal digits. (`sha256` identifies the file.)
    package static func string(path bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        if let valid = String(validating: bytes, as: UTF8.self) { return valid }
        var result = ""
        var rest = bytes[...]
        while let first = rest.first {
            // A scalar has one to four bytes, and no valid scalar begins with another.
            let scalar = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
            result += scalar ?? "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16)
            rest = rest.dropFirst(scalar?.utf8.count ?? 1)
        }
        return result
    }
}
