package import Foundation
package import QuotationIndex
import Records
import Rulebook
package import Setup

/// What somebody looks for, as it was typed: on the command line, or in the address of `/find`.
package struct FindRequest: Sendable, Equatable {
    package var words = ""
    package var speaker = ""
    package var verb: String?
    package var since: String?
    package var minConfidence: String?
    package var limit: String?

    package init() {}

    /// - Parameter places: What each part is called where it was typed: "--verb", "verb".
    /// - Throws: `SettingsError` with every mistake.
    package func query(
        at now: Date = .now, named name: (String) -> String = { "--" + $0 }
    ) throws(SettingsError) -> Query {
        var query = Query(words: words, speaker: speaker)
        var mistakes: [Mistake] = []
        func take<Value>(_ part: String, _ text: String?, _ remedy: String, _ parse: (String) -> Value?) -> Value? {
            guard let text, !text.isEmpty else { return nil }
            if let value = parse(text) { return value }
            mistakes.append(
                Mistake(place: name(part), reason: "“\(LogValue.escaped(text))” cannot be used", remedy: remedy))
            return nil
        }
        query.verb = take("verb", verb, "give one of \(Self.classes)", VerbClass.init(rawValue:))
        query.since = take("since", since, "give a date such as 2026-11-20, or a time such as 7d") {
            Self.time($0, before: now)
        }
        query.minConfidence =
            take(
                Setting.minConfidence.name, minConfidence, "give \(Setting.minConfidence.expected)", Quantity.confidence
            )
            ?? 0
        let most = Query.largestLimit
        query.limit =
            take("limit", limit, "give a whole number from 1 to \(most)") {
                Int($0).flatMap { (1...most).contains($0) ? $0 : nil }
            } ?? Query.usualLimit
        guard mistakes.isEmpty else { throw SettingsError(mistakes) }
        return query
    }

    private static let classes = VerbClass.allCases.map(\.rawValue).joined(separator: ", ")

    private static func time(_ text: String, before now: Date) -> Timestamp? {
        if let time = Timestamp(iso8601: text) { return time }
        return Quantity.duration(text).map {
            Timestamp(milliseconds: Int64((now.timeIntervalSince1970 - $0.seconds) * 1000))
        }
    }
}

extension FindRequest {
    /// - Parameter query: What stands behind the `?` of `/find?words=bridge&speaker=holm`.
    package init(query: String) {
        // In a form's fields a blank is a plus sign. (WHATWG, URL: application/x-www-form-urlencoded)
        let fields = query.split(separator: "&").map { field in
            field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { String($0.replacing("+", with: " ")).removingPercentEncoding ?? "" }
        }
        for field in fields where field.count == 2 {
            switch field[0] {
            case "words": words = field[1]
            case "speaker": speaker = field[1]
            case "verb": verb = field[1]
            case "since": since = field[1]
            case Setting.minConfidence.name: minConfidence = field[1]
            case "limit": limit = field[1]
            default: continue
            }
        }
    }

    /// The other way round.
    package var path: String {
        let fields = [
            ("words", words), ("speaker", speaker), ("verb", verb), ("since", since),
            (Setting.minConfidence.name, minConfidence), ("limit", limit),
        ]
        let parts = fields.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) }
                .map { "\(name)=\($0)" }
        }
        return "/find?" + parts.joined(separator: "&")
    }
}

/// What `GET /find` answers.
package struct FindAnswer: Codable {
    package var found: [Found]
    /// How much of the journals the index has read.
    package var index: Index?

    /// In bytes.
    package struct Index: Codable, Equatable {
        package var read: Int64
        package var journals: Int64
    }
}

extension FindAnswer {
    package init(_ found: [Found], _ progress: IndexProgress?) {
        self.init(found: found, index: progress.map { Index(read: $0.read, journals: $0.total) })
    }

    /// Says that the index does not cover everything yet, or that nothing was found; else nil.
    package var note: String? {
        let isBehind = index.map { $0.read < $0.journals } ?? false
        guard let index, isBehind else { return found.isEmpty ? "nothing was found" : nil }
        let part = "\(Self.part(index)) of the journals"
        if found.isEmpty { return "nothing was found so far: the index has read \(part); ask again later" }
        guard index.journals - index.read >= Indexer.worthTelling else { return nil }
        return "the index has read \(part) so far; what stands in the rest is not found yet"
    }

    private static func part(_ index: Index) -> String {
        let (read, all) = (Quantity.text(bytes: index.read), Quantity.text(bytes: index.journals))
        return read == all ? "\(index.read) of \(index.journals) bytes" : "\(read) of \(all)"
    }
}

extension Indexer {
    /// Bytes of journals. A daemon that writes is always a little ahead of its index.
    package static let worthTelling: Int64 = 16 << 20
}
