import Foundation
import Testing

@testable import Daemon
@testable import QuotationIndex

@Suite struct FindAnswerTests {
    private let found = Found(
        date: "2026-11-20T08:00:00.000Z", article: "sha256:0", title: nil, publisher: nil, url: nil, quotation: "q1",
        type: "direct", text: "a", marks: [], titleMarks: [], cue: nil, verbClass: nil, stance: nil, speaker: nil,
        role: nil, source: nil, confidence: 0.9)

    @Test func saysThatNothingIsThereWhereAllWasRead() {
        #expect(FindAnswer([], IndexProgress(read: 9, total: 9)).note == "nothing was found")
        #expect(FindAnswer([], nil).note == "nothing was found")
        #expect(FindAnswer([found], IndexProgress(read: 9, total: 9)).note == nil)
    }

    @Test func saysHowFarItIsWhereNothingWasFoundYet() {
        let note = FindAnswer([], IndexProgress(read: 12 << 20, total: 496 << 20)).note
        #expect(note?.hasPrefix("nothing was found so far: ") == true)
        #expect(note?.contains("the index has read 12.0 MiB of 496.0 MiB of the journals") == true)
        let last = FindAnswer([], IndexProgress(read: 520_093_000, total: 520_093_696)).note
        #expect(last?.contains("520093000 of 520093696 bytes") == true)
    }

    @Test func saysThatThereMayBeMoreWhereMuchIsMissing() {
        #expect(FindAnswer([found], IndexProgress(read: 0, total: 16 << 20)).note?.contains("not found yet") == true)
        #expect(FindAnswer([found], IndexProgress(read: 1, total: 16 << 20)).note == nil)
    }

    @Test func givesProgramsTheNumbers() throws {
        let data = try Found.encoder.encode(FindAnswer([], IndexProgress(read: 1, total: 2)))
        #expect(String(decoding: data, as: UTF8.self) == #"{"found":[],"index":{"journals":2,"read":1}}"#)
    }
}
