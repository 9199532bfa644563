import TestSupport
import Testing

@testable import Newswire

/// The text of a plain file stays as it is; what it says of itself is read off it all the same.
@Suite struct PlainTextMetadataTests {
    private func metadata(_ text: String) throws -> Metadata {
        let reading = try Newswire.read(bytes: Array(text.utf8))
        #expect(reading.articles.map(\.text) == [text])
        #expect(reading.articles[0].setAside == [])
        return reading.articles[0].metadata
    }

    @Test(arguments: [
        ("Bridge shut\n\nBy Jane Doe\n\nThe bridge is shut.", ["Jane Doe"]),
        ("Bridge shut\r\nBY JANE DOE AND BO EK\r\n\r\nThe bridge is shut.", ["JANE DOE", "BO EK"]),
        ("By  Jane Doe, Staff\u{A0}Writer\nThe bridge is shut.", ["Jane Doe"]),
        ("By Friday the bridge was shut, and nobody knew.", []),
        ("Bridge shut\n\nThe bridge is shut.\n", []),
        (String(repeating: "The bridge is shut.\n\n", count: 8) + "By Jane Doe\n\nThe book is good.", []),
    ])
    func theBylineIsReadOffTheFirstLines(text: String, people: [String]) throws {
        #expect(try metadata(text).byline == people)
    }

    @Test func theDatelineIsReadOffTheFirstLines() throws {
        let dateline = try metadata("Bridge shut\n\nYSTAD, Nov. 20 (SN) — The bridge is shut.").dateline
        #expect(dateline == Dateline(place: "YSTAD", agency: "SN"))
        #expect(try metadata("The bridge (built in 1931) is shut.").dateline == nil)
    }
}
