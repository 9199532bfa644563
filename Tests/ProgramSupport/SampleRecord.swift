import Foundation
import Newswire
package import Records
import Rulebook

/// Records for tests. The texts were written for them.
package enum SampleRecord {
    /// - Parameters:
    ///   - number: What the record is known by.
    ///   - said: Who said what; a nobody has no name, only a role.
    package static func record(_ number: Int, title: String? = nil, _ said: (speaker: String?, text: String)...)
        -> Record
    {
        var metadata = Metadata()
        metadata.title = title
        let id = Fingerprint(bytes: (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &* 7) })!
        var record = Record(
            id: id,
            file: .init(
                path: "wire/\(number).txt", format: "text", encoding: "utf-8", bytes: 1, sha256: id, item: 1),
            article: .init(metadata), text: nil,
            producer: .init(version: "0.1.0", engine: .rules, rules: "sha256:" + id.hex),
            annotatedAt: Timestamp(milliseconds: 1_795_395_600_000))
        for (place, (speaker, text)) in said.enumerated() {
            record.quotations.append(
                .init(
                    id: "q\(place + 1)", type: .direct, content: [Span(0, 1)], text: text,
                    cue: .init(spans: [Span(2, 3)], text: "said", lemma: "say", verbClass: .say, stance: .neutral),
                    source: .init(spans: [Span(4, 5)], text: "she"), speaker: "s\(place + 1)", confidence: 0.9,
                    foundBy: .init(engine: .rules, rule: "test")))
            record.speakers.append(
                .init(
                    id: "s\(place + 1)", kind: .person, name: speaker, role: "mayor", mentions: [], quotations: 1))
        }
        return record
    }
}
