import Annotator
import Foundation
import Journal
import Newswire
import Records
import Setup

/// What the arguments of a command name, as records: the lines of journals as they are, articles annotated.
struct RecordSource {
    let names: [String]
    private let json: JSONMapping
    private let annotator: LazyAnnotator

    /// - Parameter names: Journals and articles; "-" is standard input.
    init(names: [String], _ options: ArticleOptions) {
        self.names = names
        json = options.json
        annotator = LazyAnnotator(options)
    }

    /// Gives every record in the order of the arguments, and tells on standard error what could not be read.
    ///
    /// - Returns: How many inputs, and lines of them, failed.
    /// - Throws: What `body` throws, and where there can be no engine.
    func forEach(_ body: (Record) throws -> Void) async throws -> Int {
        var failed = 0
        for name in names {
            do {
                failed += try await records(in: name, body)
            } catch let error as NamedInput.Unreadable {
                StandardError.write("\(error)")
                failed += 1
            }
        }
        return failed
    }

    private func records(in name: String, _ body: (Record) throws -> Void) async throws -> Int {
        let input = NamedInput(name)
        let handle = try input.open()
        var lines = LineReader(handle.fileDescriptor)
        do {
            guard Self.beginsRecord(try lines.head(Self.headLength)) else {
                return try await annotate(lines.rest(), name, body)
            }
            return try journal(&lines, name, body)
        } catch let error as POSIXError {
            throw input.unreadable(error)
        }
    }

    // MARK: Journals

    /// A record names its schema near its start, even where another program has rewritten the line.
    static let headLength = 16 << 10

    static func beginsRecord(_ head: ArraySlice<UInt8>) -> Bool {
        let head = head.drop { $0 <= 0x20 }
        return head.first == UInt8(ascii: "{")
            && String(decoding: head.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self).contains(Record.schema)
    }

    private func journal(
        _ lines: inout LineReader, _ name: String, _ body: (Record) throws -> Void
    ) throws -> Int {
        var (number, failed) = (0, 0)
        let decoder = JSONDecoder()
        while let line = try lines.next() {
            number += 1
            guard case .whole(let bytes) = line, !bytes.allSatisfy({ $0 <= 0x20 }) else { continue }
            do {
                try body(try Self.record(bytes, decoder))
            } catch let error as DecodingError {
                failed += 1
                StandardError.write(
                    "\(LogValue.escaped(name)):\(number): \(Self.reason(error)); remove the line, or repair it")
            }
        }
        return failed
    }

    private static func record(_ bytes: [UInt8], _ decoder: JSONDecoder) throws -> Record {
        try decoder.decode(Record.self, from: Data(bytes))
    }

    private static func reason(_ error: DecodingError) -> String {
        let context =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: DecodingError.Context(codingPath: [], debugDescription: "")
            }
        let place = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        return "the line is not a record" + (place.isEmpty ? "" : ", see “\(place)”")
    }

    // MARK: Articles

    private func annotate(_ bytes: [UInt8], _ name: String, _ body: (Record) throws -> Void) async throws -> Int {
        let annotator = try await annotator.annotator()
        let result = BatchFile(name: name, json: json).annotated(bytes, by: TimedAnnotator(annotator: annotator))
        for line in result.lines.split(separator: UInt8(ascii: "\n")) {
            try body(try Self.record(Array(line), JSONDecoder()))
        }
        for complaint in result.failures.map(\.description) + result.notes { StandardError.write(complaint) }
        return result.failures.count
    }
}
