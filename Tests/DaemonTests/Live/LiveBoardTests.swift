import Foundation
import Journal
import ProgramSupport
import Records
import Testing

@testable import Daemon

@Suite struct LiveBoardTests {
    private let board = LiveBoard()

    @Test func hasTheNewestFirst() {
        board.wrote(SampleRecord.record(1, title: "Toll", ("Ines Aldana", "The bridge is safe."), (nil, "It is not.")))
        board.wrote(SampleRecord.record(2, ("Ines Aldana", "It is closed.")))
        let quotations = board.snapshot.quotations
        #expect(quotations.map(\.text) == ["It is closed.", "The bridge is safe.", "It is not."])
        #expect(quotations.map(\.title) == [nil, "Toll", "Toll"])
        // Who has no name is what they are.
        #expect(quotations.map(\.speaker) == ["Ines Aldana", "Ines Aldana", "mayor"])
        #expect(quotations.map(\.role) == ["mayor", "mayor", nil])
    }

    @Test func keepsABoundedNumberOfBoundedTexts() {
        let flood = String(repeating: "a\u{301}", count: 100_000)
        for number in 0..<200 {
            board.wrote(SampleRecord.record(number, title: flood, (flood, flood)))
            board.failed(.init(at: .now, file: "\(number)", code: "c", reason: "r", remedy: "m"))
            board.wrote(
                LiveReport.File(at: .now, file: "\(number)", articles: 1, repeats: 0, quotations: 1, milliseconds: 1))
        }
        let contents = board.snapshot
        #expect(contents.quotations.count == 30 && contents.files.count == 15 && contents.failures.count == 15)
        #expect(contents.files.first?.file == "199" && contents.failures.first?.file == "199")
        let texts = contents.quotations.flatMap { [$0.text, $0.speaker ?? "", $0.title ?? ""] }
        #expect(texts.allSatisfy { $0.unicodeScalars.count <= 601 && $0.hasSuffix("…") })
        #expect(contents.speakers.top(1).first?.name.unicodeScalars.count == 601)
    }

    @Test func countsSpeakersByName() {
        board.wrote(SampleRecord.record(1, ("B", "1"), ("A", "2"), (nil, "3"), ("C", "4")))
        board.wrote(SampleRecord.record(2, ("C", "5")))
        #expect(board.snapshot.speakers.top(2) == [.init(name: "C", quotations: 2), .init(name: "A", quotations: 1)])
    }

    @Test func forgetsWhatWasTakenBack() {
        let (first, second) = (SampleRecord.record(1, ("A", "1"), ("B", "2")), SampleRecord.record(2, ("A", "3")))
        board.wrote(first)
        board.wrote(second)
        board.tookBack([first.id])
        #expect(board.snapshot.speakers.top(9) == [.init(name: "A", quotations: 1)])
        #expect(board.snapshot.quotations.map(\.text) == ["3"])
        // It may come again, as when a provider takes back that it took back.
        board.wrote(first)
        #expect(board.snapshot.speakers.top(1) == [.init(name: "A", quotations: 2)])
    }

    @Test func countsWhatIsAnnotatedAnewOnce() {
        board.wrote(SampleRecord.record(1, ("A", "1"), ("B", "2")))
        board.wrote(SampleRecord.record(1, ("A", "1"), (nil, "2")))
        #expect(board.snapshot.speakers.top(9) == [.init(name: "A", quotations: 1)])
        #expect(board.snapshot.quotations.map(\.text) == ["1", "2"])
    }

    @Test func doesNotShowWhatWasTakenBackBeforeItsWorkerToldOfIt() {
        let record = SampleRecord.record(1, ("A", "1"))
        board.tookBack([record.id])
        board.wrote(record)
        #expect(board.snapshot.quotations.isEmpty && board.snapshot.speakers.top(1).isEmpty)
    }

    @Test func remembersABoundedNumberOfNames() {
        var counted = CountedRecords(most: 10)
        let records = (1...20).map { SampleRecord.record($0).id }
        for record in records { _ = counted.add(["A", "B"], of: record) }
        let known = records.filter { !counted.names(of: $0).isEmpty }
        #expect(known.count <= 5 && known == records.suffix(known.count) && known.contains(records[19]))
        // As many that were taken back before they came are no more.
        for record in records.prefix(11) { _ = counted.takeBack(record) }
        #expect(counted.names(of: records[19]).isEmpty)
    }

    @Test func keepsThoseQuotedMostThroughAFloodOfNames() {
        var counts = SpeakerCounts(most: 100)
        for number in 0..<5_000 {
            counts.add("passer-by \(number)")
            if number.isMultiple(of: 10) { counts.add("premier") }
        }
        let top = counts.top(1_000)
        #expect(top.first == .init(name: "premier", quotations: 500))
        #expect(top.count <= 100)
    }
}

@Suite struct LiveChangeTests {
    private func report(_ quotations: [String], uptime: Double = 1) -> LiveReport {
        var status = StatusReport.sample()
        status.uptimeSeconds = uptime
        return LiveReport(
            status: status,
            quotations: quotations.map {
                .init(at: .now, article: "sha256:00", text: $0, speaker: "A", cue: "said", type: "direct")
            }, files: [], failures: [], speakers: [.init(name: "A", quotations: 1)], canFind: true)
    }

    @Test func beginsWithEverything() {
        let change = LiveChange(from: nil, to: report(["one"]))
        #expect(change.status != nil && change.quotations?.count == 1 && change.files == [] && change.failures == [])
        #expect(change.speakers?.count == 1 && change.canFind == true)
    }

    @Test func leavesOutWhatIsTheSame() throws {
        let old = report(["one"])
        var new = old
        new.status.uptimeSeconds += 1
        #expect(LiveChange(from: old, to: new).isEmpty, "time alone is no news")
        new.speakers[0].quotations = 2
        let data = try LiveChange(from: old, to: new).data()
        #expect(String(decoding: data, as: UTF8.self) == #"{"speakers":[{"name":"A","quotations":2}]}"#)
    }

    // A line that began within an article's words would be a field of the stream.
    @Test func isOneLineWhateverWasSaid() throws {
        let text = String(
            decoding: try LiveChange(from: nil, to: report(["a\nb\r\nc\u{85}d\u{2028}e"])).data(), as: UTF8.self)
        #expect(!text.utf8.contains(UInt8(ascii: "\n")) && !text.utf8.contains(UInt8(ascii: "\r")))
        #expect(text.contains(#"a\nb\r\nc"#))
    }
}
