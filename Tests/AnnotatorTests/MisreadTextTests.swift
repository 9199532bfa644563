import Annotator
import Newswire
import Records
import Testing

/// Plain text that was wrongly decoded before it came here: quotations are looked for in what was meant, and the record
/// has the file's own text.
@Suite struct MisreadTextTests {
    private static let meant = """
        Herons leave the weir

        The weir’s herons “will not be back”, René Aske said on Friday.

        “We have counted them – all nine – for years,” said Zoe Lunde, who keeps the lock. “Now there is nobody.”
        """

    @Test(arguments: [
        (
            "UTF-8 as windows-1252",
            """
            Herons leave the weir

            The weirâ€™s herons â€œwill not be backâ€\u{9D}, RenÃ© Aske said on Friday.

            â€œWe have counted them â€“ all nine â€“ for years,â€\u{9D} said Zoe Lunde, who keeps the lock. â€œNow there is nobody.â€\u{9D}
            """
        ),
        (
            "the same twice",
            """
            Herons leave the weir

            The weirÃ¢â‚¬â„¢s herons Ã¢â‚¬Å“will not be backÃ¢â‚¬Â\u{9D}, RenÃƒÂ© Aske said on Friday.

            Ã¢â‚¬Å“We have counted them Ã¢â‚¬â€œ all nine Ã¢â‚¬â€œ for years,Ã¢â‚¬Â\u{9D} said Zoe Lunde, who keeps the lock. Ã¢â‚¬Å“Now there is nobody.Ã¢â‚¬Â\u{9D}
            """
        ),
        (
            "UTF-8 as Mac Roman",
            """
            Herons leave the weir

            The weir‚Äôs herons ‚Äúwill not be back‚Äù, Ren√© Aske said on Friday.

            ‚ÄúWe have counted them ‚Äì all nine ‚Äì for years,‚Äù said Zoe Lunde, who keeps the lock. ‚ÄúNow there is nobody.‚Äù
            """
        ),
        (
            "Mac Roman as windows-1252",
            """
            Herons leave the weir

            The weirÕs herons Òwill not be backÓ, RenŽ Aske said on Friday.

            ÒWe have counted them - all nine - for years,Ó said Zoe Lunde, who keeps the lock. ÒNow there is nobody.Ó
            """
        ),
    ])
    func quotationsAreThoseOfTheTextThatWasMeant(misreading: String, text: String) throws {
        let record = try #require(try Annotating.records(of: text).first)
        #expect(record.text.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        #expect(RecordCheck(record).mistakes().isEmpty)
        #expect(record.quotations.map(\.type) == [.mixed, .direct])
        #expect(record.quotations.map(\.cue?.text) == ["said", "said"])
        #expect(record.quotations.map(\.content.count) == [1, 2])
        #expect(record.speakers.map(\.name) == ["René Aske", "Zoe Lunde"])
        #expect(record.article.title == "Herons leave the weir" && record.warnings.count == 1)
        let first = try #require(text.firstRange(of: "will not be back"))
        let start = text.unicodeScalars.distance(from: text.startIndex, to: first.lowerBound)
        let content = try #require(record.quotations[0].content.first)
        #expect(content.start <= start && content.end >= start + 16 && content.end < start + 30)
    }

    /// Of a text that is what it looks like there is nothing to say.
    @Test(arguments: [
        meant, "“Ângela é a chefe,” disse SÃO. He said: “√π is no name.”", "Òran Mór said Ó Briain is in.",
    ])
    func whatIsMeantIsLeft(_ text: String) throws {
        let record = try #require(try Annotating.records(of: text).first)
        #expect(record.text.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        #expect(record.warnings.allSatisfy { !$0.contains("wrongly decoded") })
    }
}
