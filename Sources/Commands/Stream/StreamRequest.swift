import Foundation
import Newswire

/// A line that `quoted annotate --stream` takes in: an article's text with its metadata, or the path of a file.
struct StreamRequest: Decodable, Sendable, Equatable {
    /// Whatever the asker knows the article by; given back as it came.
    enum Identifier: Sendable, Equatable {
        case text(String), number(Int), none

        var words: String? {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .none: nil
            }
        }
    }

    enum Content: Sendable, Equatable {
        case text(Article)
        case file(String)
    }

    static let form = #"{"id": "…", "text": "…"} or {"id": "…", "path": "…"}, or a path as a JSON string"#

    var id: Identifier
    var content: Content

    private enum CodingKeys: String, CodingKey {
        case id, path, text, title, byline, published, updated, language, publisher, url, version
    }

    /// - Throws: `DecodingError` for what is not in `form`.
    init(from decoder: any Decoder) throws {
        if let path = try? decoder.singleValueContainer().decode(String.self) {
            self.init(id: .text(path), content: .file(path))
            return
        }
        let line = try decoder.container(keyedBy: CodingKeys.self)
        let id = try Self.identifier(in: line)
        if let path = try line.decodeIfPresent(String.self, forKey: .path) {
            self.init(id: id, content: .file(path))
        } else {
            self.init(id: id, content: .text(try Self.article(in: line, id)))
        }
    }

    init(id: Identifier, content: Content) {
        self.id = id
        self.content = content
    }

    /// What a line that is no request names itself, so that its asker knows which it was.
    static func identifier(of line: [UInt8]) -> Identifier {
        struct Named: Decodable {
            var id: Identifier
            init(from decoder: any Decoder) throws {
                id = try StreamRequest.identifier(in: decoder.container(keyedBy: CodingKeys.self))
            }
        }
        return (try? JSONDecoder().decode(Named.self, from: Data(line)))?.id ?? .none
    }

    private static func identifier(in line: KeyedDecodingContainer<CodingKeys>) throws -> Identifier {
        guard line.contains(.id), try !line.decodeNil(forKey: .id) else { return .none }
        if let number = try? line.decode(Int.self, forKey: .id) { return .number(number) }
        return .text(try line.decode(String.self, forKey: .id))
    }

    /// The text is taken to the character, so that offsets fit the text that was sent.
    private static func article(in line: KeyedDecodingContainer<CodingKeys>, _ id: Identifier) throws -> Article {
        var metadata = Metadata()
        metadata.item = id.words
        metadata.title = try line.decodeIfPresent(String.self, forKey: .title)
        metadata.byline = try line.decodeIfPresent([String].self, forKey: .byline) ?? []
        metadata.published = try line.decodeIfPresent(String.self, forKey: .published)
        metadata.updated = try line.decodeIfPresent(String.self, forKey: .updated)
        metadata.language = try line.decodeIfPresent(String.self, forKey: .language)
        metadata.publisher = try line.decodeIfPresent(String.self, forKey: .publisher)
        metadata.url = try line.decodeIfPresent(String.self, forKey: .url)
        metadata.version = try line.decodeIfPresent(String.self, forKey: .version)
        return Article(text: try line.decode(String.self, forKey: .text), metadata: metadata)
    }
}
