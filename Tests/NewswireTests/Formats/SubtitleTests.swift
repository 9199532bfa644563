import TestSupport
import Testing

@testable import Newswire

@Suite struct SubtitleTests {
    private func paragraphs(_ text: String, _ format: String) throws -> [String] {
        let reading = try Newswire.read(bytes: Array(text.utf8))
        #expect(reading.format == format)
        return try #require(reading.articles.first).text.split(separator: "\n\n").map(String.init)
    }

    @Test func voicesAreLabels() throws {
        let text = """
            WEBVTT - interview

            STYLE
            ::cue { color: red }

            NOTE nobody reads this

            1
            00:01.000 --> 00:04.000 align:start
            <v Ida Moe>We have no <i>money</i> left

            00:04.500 --> 00:08.000
            <v.loud Ida Moe>for the second boat.</v>

            00:08.500 --> 00:09.000
            <v Bo Ek>Rain &amp; wind?</v> <v Ida Moe>Both.
            """
        #expect(
            try paragraphs(text, "webvtt") == [
                "Ida Moe: We have no money left for the second boat.", "Bo Ek: Rain & wind?", "Ida Moe: Both.",
            ])
    }

    @Test func cuesAreJoinedToSentences() throws {
        let text =
            "1\r\n00:00:01,000 --> 00:00:04,000\r\nThe pier will close,\r\nit was said.\r\n\r\n2\r\n"
            + "00:00:05,000 --> 00:00:06,000\r\n“It is old,”\r\nsaid Ida Moe.\r\n\r\n3\r\n00:00:07,000 --> 00:00:08,000\r\n"
            + "- Did they know?\r\n- They did\r\n\r\n4\r\n00:00:09,000 --> 00:00:10,000\r\nMOE: It rained.\r\n"
        #expect(
            try paragraphs(text, "subrip") == [
                "The pier will close, it was said.", "“It is old,” said Ida Moe.", "Did they know?", "They did",
                "MOE: It rained.",
            ])
    }

    @Test(arguments: ["1\nThe pier is old.\n", "WEBVTTS are old.\n", "12\n"])
    func whatBeginsLikeSubtitlesMayBeText(_ text: String) throws {
        #expect(try Newswire.read(bytes: Array(text.utf8)).format == "text")
    }

    @Test func subtitlesWithoutTextAreRefused() {
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: ascii("WEBVTT\n\nNOTE none\n")) }
        #expect(error?.code == .noArticle)
    }
}
