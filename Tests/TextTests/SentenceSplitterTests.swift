import TestSupport
import Testing
import Text

@Suite struct SentenceSplitterTests {
    /// "|" stands where a sentence should end; it is taken out before the text is read.
    @Test(arguments: [
        "It rained. |It stopped.",
        "The U.S. Secretary of State came.",
        "She moved to the U.S. |The next year she left.",
        "On Sept. 27 the bridge closed.",
        "They met at 5 p.m. |He left early.",
        "It closes at 5 p.m. Tuesday.",
        "Mr. Lind met Dr. Osei and Gen. A. B. Kowalczyk.",
        "J. Bekker wrote to W. H. Lind.",
        "No. 4 was late. |She said no. |He agreed.",
        "They stopped.. and then went on.",
        "They stopped... |Then they went on.",
        "They stopped … and went on.",
        "“Why?” he asked.",
        "“Why?” |He left.",
        "“Really?” Smith asked.",
        "“Stop!” the guard shouted at them.",
        "“I know nothing of it….” |He left.",
        "“It is late.” |“It is not.”",
        "\"It is late.\" |\"It is not.\"",
        "(It rained.) |It stopped.",
        "“No pen is too small” — Ada Lind",
        "“No pen is too small.” — Ada Lind",
        "It cost 3.5 crowns. |Nobody paid.",
        "Is it so? |It is! |Good.",
        "“It was late,” she said. |“We left.”",
        "Bekker Inc. said profits rose.",
        "It was the best of Bekker Inc. |The next year was not.",
        "It ended; it began again: twice.",
        "one line with no stop",
    ])
    func sentencesEndWhereReadersSeeThemEnd(_ marked: String) {
        let expected = marked.split(separator: "|").map { String($0).trimmed }
        #expect(Reading.document(marked.filter { $0 != "|" }).sentenceTexts == expected)
    }

    @Test func paragraphsEndSentences() {
        #expect(Reading.document("A line without a stop\n\nAnother one.").sentenceTexts.count == 2)
    }

    @Test(arguments: Shipped.articles)
    func sentencesTileTheTokensOfTheirParagraphs(_ article: SampleArticle) {
        let document = Reading.document(article.text)
        for (p, paragraph) in document.paragraphs.enumerated() {
            let sentences = document.sentences[paragraph.sentences]
            #expect(sentences.allSatisfy { $0.paragraph == p && !$0.tokens.isEmpty })
            #expect(sentences.map(\.tokens).reduce(into: [Int]()) { $0 += Array($1) } == Array(paragraph.tokens))
        }
    }
}

extension String {
    var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
