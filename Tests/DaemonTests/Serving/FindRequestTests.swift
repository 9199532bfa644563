import Foundation
import Records
import Rulebook
import Setup
import Testing

@testable import Daemon
@testable import QuotationIndex

@Suite struct FindRequestTests {
    @Test func comesBackFromItsAddress() {
        var request = FindRequest()
        request.words = "bridge “closed” 100% a+b & c=d"
        request.speaker = "Åsa Holm"
        (request.verb, request.since, request.minConfidence, request.limit) = ("say", "7d", "0.7", "5")
        #expect(FindRequest(query: String(request.path.dropFirst("/find?".count))) == request)
        #expect(FindRequest(query: "words=a+b%20c&words&=&%zz=1&other=x").words == "a b c")
    }

    @Test func takesDatesAndTimesAgo() throws {
        var request = FindRequest()
        request.since = "2026-11-20"
        #expect(try request.query().since == Timestamp(iso8601: "2026-11-20"))
        request.since = "7d"
        let now = Date(timeIntervalSince1970: 10_000_000)
        #expect(try request.query(at: now).since == Timestamp(milliseconds: 10_000_000_000 - 7 * 86_400_000))
    }

    @Test func namesEveryMistake() {
        var request = FindRequest()
        (request.verb, request.since, request.limit) = ("shouted", "yesterday", "0")
        request.minConfidence = "1.01"
        let error = #expect(throws: SettingsError.self) { try request.query() }
        #expect(error?.mistakes.map(\.place) == ["--verb", "--since", "--min-confidence", "--limit"])
        #expect(error?.mistakes.first?.remedy.contains("accuse") == true)
    }
}
