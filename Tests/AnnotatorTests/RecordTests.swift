import Annotator
import Foundation
import Newswire
import Records
import Rulebook
import TestSupport
import Testing

@Suite struct RecordTests {
    @Test(arguments: Shipped.articles)
    func everyArticlesRecordIsWhole(_ article: SampleArticle) throws {
        let records = try Annotating.records(of: article.text)
        #expect(records.count == 1)
        #expect(records.flatMap { RecordCheck($0).mistakes() }.isEmpty)
        #expect(records.allSatisfy { $0.text.map { Array($0.unicodeScalars) } == Array(article.text.unicodeScalars) })
    }

    // MARK: One article as a whole

    private static let text = """
        Harbour bridge closed until spring

        Mayor Ines Falk said on Monday that the bridge was “perfectly safe” but closed.

        “Otto Brandt told me that the ice is thin,” Falk said. “We shall wait.”

        Subscribe now
        """

    @Test func oneArticleIsTheRecordThatAReaderWouldWrite() throws {
        let record = try #require(try Annotating.records(of: Self.text).first)
        #expect(record.file.path == "a.txt" && record.file.format == "text" && record.file.encoding == "utf-8")
        #expect(record.file.bytes == Self.text.utf8.count && record.file.item == 1)
        #expect(record.article.title == "Harbour bridge closed until spring")
        #expect(record.setAside.map(\.reason) == ["subscription"])
        #expect(record.warnings.isEmpty)
        #expect(record.producer.engine == .rules && record.producer.rules == Shipped.rulebook.digest)
        #expect(record.annotatedAt == Annotating.time)
        #expect(RecordCheck(record).mistakes().isEmpty)
    }

    @Test func itsQuotationsAreThoseOfTheText() throws {
        let quotations = try #require(try Annotating.records(of: Self.text).first).quotations
        #expect(quotations.map(\.id) == ["q1", "q2", "q3"])
        #expect(quotations.map(\.type) == [.mixed, .direct, .indirect])
        #expect(quotations.map(\.inside) == [nil, nil, "q2"])
        #expect(quotations.map(\.source?.text) == ["Mayor Ines Falk", "Falk", "Otto Brandt"])
        #expect(quotations.map(\.cue?.text) == ["said", "said", "told"])
        #expect(quotations.map(\.content.count) == [1, 2, 1])
        #expect(quotations[2].text == "that the ice is thin")
        #expect(quotations.map(\.foundBy.rule) == ["that-clause", "quote-subject-verb", "that-clause"])
    }

    @Test func itsSpeakersAreNamedOnceAndCounted() throws {
        let record = try #require(try Annotating.records(of: Self.text).first)
        #expect(record.quotations.map(\.speaker) == ["s1", "s1", "s2"])
        #expect(record.quotations.map(\.resolvedBy) == [.name, .surname, .name])
        #expect(record.speakers.map(\.name) == ["Ines Falk", "Otto Brandt"])
        #expect(record.speakers.map(\.role) == ["Mayor", nil])
        #expect(record.speakers.map(\.quotations) == [2, 1])
        #expect(record.speakers.map(\.kind) == [.person, .person])
    }

    // MARK: Same in, same out

    @Test func eightTasksGiveTheSameLines() async throws {
        let lines = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<8 {
                group.addTask { try Shipped.articles.flatMap { try Annotating.lines($0.bytes) }.map(\.line) }
            }
            return try await group.reduce(into: [[[UInt8]]]()) { $0.append($1) }
        }
        #expect(lines.count == 8)
        #expect(Set(lines).count == 1)
        #expect(lines[0].count == Shipped.articles.count)
    }

    @Test func onlyTheTimeTellsTwoAnnotationsApart() throws {
        for article in Shipped.articles {
            let early = try #require(try Annotating.lines(article.bytes, at: Timestamp(milliseconds: 0)).first).line
            let late = try #require(try Annotating.lines(article.bytes, at: Timestamp(milliseconds: 86_400_000)).first)
                .line
            #expect(early != late)
            let times = ("1970-01-01T00:00:00.000Z", "1970-01-02T00:00:00.000Z")
            #expect(
                String(decoding: early, as: UTF8.self).replacing(times.0, with: times.1)
                    == String(decoding: late, as: UTF8.self))
        }
    }

    @Test func equalTextsHaveOneIdWhateverTheirFileIsCalled() throws {
        let ids = try ["a.txt", "wire/b.text", "ö.txt"].map {
            try Annotating.lines(Array(Self.text.utf8), path: $0)[0].id
        }
        #expect(Set(ids).count == 1)
    }

    @Test func differentTextsHaveDifferentIds() throws {
        // The last two are canonically equivalent: for Swift's strings the same, for offsets not.
        let texts = [Self.text, Self.text + "\n", "Caf\u{E9} owner said no.", "Cafe\u{301} owner said no."]
        #expect(Set(try texts.map { try Annotating.lines(Array($0.utf8))[0].id }).count == texts.count)
    }
}

/// The offsets' unit is that of Python's strings, so Python is asked.
@Suite(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "/usr/bin/python3 is not installed"))
struct OffsetTests {
    private static let script = """
        import json, sys
        record = json.load(sys.stdin.buffer)
        text, wrong = record["text"], 0
        for quotation in record["quotations"]:
            for role in (quotation, quotation["cue"], quotation["source"], quotation["addressee"]):
                if role is None: continue
                spans = role["content"] if role is quotation else role["spans"]
                wrong += " ".join(text[s["start"]:s["end"]] for s in spans) != role["text"]
        print(len(record["quotations"]), wrong)
        """

    @Test(
        arguments: ["🍜 “Cafe\u{301} 👩🏽‍🚀 e\u{301},” Zoë\u{301} Falk 🇸🇪 said.\r\n\r\n“𝔸,” she told Brandt. “İ ﬁ.”"]
            + Shipped.articles.map(\.text))
    func pythonSlicesTheSameWords(_ text: String) throws {
        let annotation = try #require(try Annotating.lines(Array(text.utf8)).first)
        let python = Process()
        let (folder, output) = (try ScratchFolder(), Pipe())
        try folder.write(annotation.line, to: "record.json")
        python.executableURL = URL(filePath: "/usr/bin/python3")
        python.arguments = ["-c", Self.script]
        python.standardInput = try FileHandle(forReadingFrom: folder.url("record.json"))
        python.standardOutput = output
        try python.run()
        let answer = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        python.waitUntilExit()
        #expect(annotation.quotations > 0)
        #expect(answer == "\(annotation.quotations) 0\n")
    }
}
