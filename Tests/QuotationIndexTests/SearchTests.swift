import Foundation
import Records
import Rulebook
import SystemPackage
import Testing

@testable import QuotationIndex

@Suite struct SearchTests {
    private let folder: IndexedJournal

    init() throws { folder = try IndexedJournal() }

    private func index(_ records: Record...) async throws {
        for record in records { try folder.append(record) }
        try await folder.indexer().catchUp()
    }

    /// The one who searches had it open, and found what was in it from the second question on.
    @Test func findsNothingInAnIndexThatIsGone() async throws {
        try await index(Lines.record(1, ("A", .say, "one")))
        let search = Search(index: folder.index)
        let query = Query(words: "one")
        #expect(try await search.find(query).count == 1)
        for part in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(at: folder.url("quoted.jsonl.index" + part))
        }
        for _ in 0..<3 {
            let error = await #expect(throws: IndexError.self) { try await search.find(query) }
            #expect(error?.code == .missing)
        }
        try await folder.indexer().catchUp()
        #expect(try await search.find(query).count == 1)
    }

    @Test func findsWordsWhateverTheirCaseAndAccents() async throws {
        try await index(
            Lines.record(1, ("Åsa Holm", .say, "The Café by the bridge is closed.")),
            Lines.record(2, ("Bo Ek", .say, "Nothing is wrong.")))
        #expect(try await folder.find("cafe BRIDGE") == ["The Café by the bridge is closed."])
        #expect(try await folder.find("bridge wrong").isEmpty)
        #expect(try await folder.find("\"bridge is closed\"").count == 1)
        #expect(try await folder.find("\"closed bridge\"").isEmpty)
        #expect(try await folder.find("brid*").count == 1)
        #expect(try await folder.find("brid").isEmpty)
        #expect(try await folder.find("is -bridge") == ["Nothing is wrong."])
        #expect(try await folder.find("-bridge") == ["Nothing is wrong."])
        #expect(try await folder.find() == ["Nothing is wrong.", "The Café by the bridge is closed."])
    }

    @Test func findsOnlyWhatIsSureEnough() async throws {
        var record = Lines.record(1, ("Bo Ek", .say, "Closed."), ("Bo Ek", .say, "Closed again."))
        record.quotations[1].confidence = 0.55
        try await index(record)
        #expect(try await folder.find("closed", minConfidence: 0.55).count == 2)
        #expect(try await folder.find("closed", minConfidence: 0.6) == ["Closed."])
        #expect(try await folder.find(minConfidence: 0.6) == ["Closed."], "without words too")
        #expect(try await folder.find(minConfidence: 0.95).isEmpty)
        #expect(try await folder.found("again").map(\.confidence) == [0.55])
    }

    @Test func findsWhatAPersonSaid() async throws {
        try await index(
            Lines.record(1, ("Åsa Holm", .say, "Closed."), ("Bo Ek", .accuse, "Never closed.")),
            Lines.record(2, ("Asa Berg", .accuse, "Closed too.")))
        #expect(try await folder.find("closed", speaker: "holm åsa") == ["Closed."])
        #expect(try await folder.find(speaker: "ÅSA") == ["Closed too.", "Closed."])
        #expect(try await folder.find(verb: .accuse) == ["Closed too.", "Never closed."])
        #expect(try await folder.find("never", speaker: "ek", verb: .accuse) == ["Never closed."])
        // Words of one column are not looked for in another.
        #expect(try await folder.find("holm").isEmpty)
        #expect(try await folder.find("accuse").isEmpty)
    }

    @Test func knowsTheSpeakerByHisPartsAndBySource() async throws {
        var record = Lines.record(1, ("Åsa Holm", .say, "We agree."), ("Bo Ek", .say, "I too."))
        record.speakers.append(.init(id: "s3", kind: .group, members: ["s1", "s2"], mentions: [], quotations: 1))
        record.quotations[0].speaker = "s3"
        record.quotations[1].speaker = nil
        try await index(record)
        let found = try await folder.found(speaker: "Ek")
        #expect(found.map(\.speaker) == ["Åsa Holm, Bo Ek"])
        #expect(try await folder.find(speaker: "she") == ["I too."])
    }

    @Test func knowsWhoHasNoNameByWhatTheyAre() async throws {
        var record = Lines.record(1, ("Åsa Holm", .say, "We agree."))
        record.speakers[0] = .init(
            id: "s1", kind: .unnamed, role: "A ministry spokeswoman", mentions: [], quotations: 1)
        try await index(record)
        #expect(try await folder.find(speaker: "spokeswoman") == ["We agree."])
        #expect(try await folder.find(speaker: "she") == ["We agree."])
    }

    @Test func marksWhatItFoundInTextAndTitle() async throws {
        try await index(Lines.record(1, title: "Bridge 🌉 shut", ("Åsa Holm", .say, "🌉 a\u{0301} shut bridge\u{2}")))
        let found = try #require(try await folder.found("shut").first)
        #expect(found.text == "🌉 a\u{0301} shut bridge ")
        #expect(found.marks == [Found.Mark(start: 5, end: 9)])
        #expect(found.titleMarks == [Found.Mark(start: 9, end: 13)])
        #expect(found.title == "Bridge 🌉 shut")
        #expect(found.verbClass == "say" && found.source == "she" && found.role == "mayor" && found.quotation == "q1")
        #expect(found.article == "sha256:" + Lines.id(1).hex)
    }

    @Test func findsTheNewestFirstWhateverOrderTheyCameIn() async throws {
        try await index(
            Lines.record(1, published: "2026-11-20T08:00:00Z", ("A", .say, "second")),
            Lines.record(2, published: "2026-11-19", ("A", .say, "third"), ("A", .say, "fourth")),
            Lines.record(3, published: "1911-11-21", ("A", .say, "fifth")),
            // It cannot have come out after it was read.
            Lines.record(4, published: "2126-01-01", ("A", .say, "first")))
        #expect(try await folder.find(speaker: "a") == ["first", "second", "third", "fourth", "fifth"])
        #expect(try await folder.find(speaker: "a", limit: 2) == ["first", "second"])
        #expect(try await folder.find(speaker: "a", since: Timestamp(iso8601: "2026-11-20")) == ["first", "second"])
        #expect(try await folder.find(since: Timestamp(iso8601: "2026-11-20")) == ["first", "second"])
        #expect(try await folder.found("first").first?.date == Lines.record(4).annotatedAt.rfc3339)
    }

    @Test func keepsAllOfAMillisecondApart() async throws {
        for number in 1...40 {
            try folder.append(
                Lines.record(number, published: "2026-11-19", ("A", .say, "said \(number)"), ("B", .say, "x")))
        }
        try await folder.indexer().catchUp()
        #expect(try await folder.find("said", limit: 100).count == 40)
    }

    /// Whatever anybody types, SQLite must not take it for its own language.
    @Test func neverFailsForWhatIsTyped() async throws {
        try await index(Lines.record(1, ("Åsa Holm", .say, "The bridge is closed.")))
        let signs = [
            "\"", "“", "*", "-", "^", "(", ")", "{", "}", ":", "+", "'", "\\", "\0", "\u{2}", " ", "NEAR", "AND",
            "NOT", "OR", "text", "words", "bridge", "🌉", "\u{301}", "%", ";", ",", ".", "ß", "۴",
        ]
        var generator = SystemRandomNumberGenerator()
        let search = Search(index: folder.index)
        for _ in 0..<3000 {
            let typed = (0..<Int.random(in: 1...8, using: &generator))
                .map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] }.joined()
            await #expect(throws: Never.self, "typed: \(typed.debugDescription)") {
                _ = try await search.find(Query(words: typed, speaker: typed))
            }
        }
    }

    @Test func saysWhatIsWrongWithAnIndex() async throws {
        var error = await #expect(throws: IndexError.self) { try await folder.find("x") }
        #expect(error?.code == .missing && error?.description.contains("\(folder.index)") == true)
        try Data("no database at all, but longer than a header is: \(String(repeating: "x", count: 200))".utf8)
            .write(to: folder.url("quoted.jsonl.index"))
        error = await #expect(throws: IndexError.self) { try await folder.find("x") }
        #expect(error?.code == .foreign && error?.remedy.contains("quoted index") == true)
    }
}
