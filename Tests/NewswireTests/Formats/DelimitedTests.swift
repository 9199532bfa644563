import TestSupport
import Testing

@testable import Newswire

@Suite struct DelimitedTests {
    @Test(arguments: [(",", "csv"), (";", "csv"), ("\t", "tsv")])
    func aRowIsAnArticle(_ mark: String, _ format: String) throws {
        let table =
            "id,Title,Full Text,author,Date,url\r\n1,Pier,\"“It is “”unsafe, she said.\n\n\"\"No,\"\" he said.\",Bo Ek,2026-11-20,https://strait.example/1\r\n"
            + "\r\n2,Bridge,It is closed.\r\n3,,,\r\n"
        let reading = try Newswire.read(bytes: Array(table.replacing(",", with: mark).utf8))
        #expect(reading.format == format)
        #expect(reading.articles.map(\.metadata.title) == ["Pier", "Bridge"])
        let first = try #require(reading.articles.first)
        #expect(
            first.text
                == "Pier\n\n“It is “”unsafe\(mark == "\t" ? "" : mark) she said.\n\n\"No\(mark == "\t" ? " " : mark)\" he said."
        )
        #expect(first.metadata.byline == ["Bo Ek"] && first.metadata.published == "2026-11-20")
        #expect(first.metadata.url == "https://strait.example/1" && first.metadata.item == "1")
        #expect(reading.articles.map(\.item) == [1, 2] && reading.failures.map(\.item) == [3])
    }

    @Test(arguments: [
        "title,text", "Rain, text of all kinds, and wind came over the sea.\nThey stayed.\n", "ferry,harbour\nx,y\n",
        "Summary\nIt rained.\n", "text,colour\nx,y\n",
    ])
    func aTextWithCommasIsNoTable(_ text: String) throws {
        #expect(try Newswire.read(bytes: Array(text.utf8)).format == "text")
    }

    @Test func aCellThatIsNotClosedIsTold() {
        let error = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: Array("title,text\nPier,It is old.\nBridge,\"It is\n".utf8))
        }
        #expect(error?.code == .malformed && error?.reason.contains("line 3") == true)
    }

    @Test func theColumnsOfOnesOwnAreNamedLikeJSONs() throws {
        let mapping = try #require(JSONMapping(list: "text=prose"))
        let table = "headline,text,prose\nPier,no,It is old.\n"
        let reading = try Newswire.read(bytes: Array(table.utf8), words: words, json: mapping)
        #expect(reading.articles.map(\.text) == ["Pier\n\nIt is old."])
    }
}
