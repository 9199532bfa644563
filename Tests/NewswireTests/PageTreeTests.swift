import TestSupport
import Testing

@testable import Newswire

/// Pages that nobody reads, made to be too much.
@Suite struct PageTreeTests {
    private let sentences =
        "<p>It rained for the whole of the night, and in the morning the river stood in the street.</p>"

    @Test func nestingWithoutEndIsRefused() throws {
        let page = "<html><body>" + String(repeating: "<div>", count: 100_000) + sentences
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: Array(page.utf8)) }
        #expect(error?.code == .tooLarge)
        #expect(error?.reason.contains("nested more than 20000 deep") == true, "\(String(describing: error))")
    }

    @Test func deepNestingIsLaidOutFlat() throws {
        let page =
            "<html><body>" + String(repeating: "<div><b>", count: 4_000)
            + (1...5).map { "<p>On day \($0) the river stood in the street, and nobody went to work.</p>" }.joined()
        let tree = try HTMLDocument(page, words).tree
        #expect(tree.nodes.indices.allSatisfy { node in tree.ancestors(of: node).count { _ in true } <= 200 })
        let reading = try Newswire.read(bytes: Array(page.utf8))
        #expect(reading.articles[0].text.contains("On day 5 the river"))
    }

    /// Each end tag that fits none has the parser go up through all that is open.
    @Test func endTagsThatFitNothingAreRefused() {
        let page = String(repeating: "<div>", count: 15_000) + String(repeating: "</td>", count: 200_000)
        #expect(throws: NewswireError.self) { try HTMLDocument(page, words).tree }
    }

    @Test func moreElementsThanAPageHasAreRefused() {
        var limits = MarkupLimits.html
        limits.nodes = 1_000
        let error = #expect(throws: NewswireError.self) {
            try HTMLDocument(String(repeating: sentences, count: 600), words, limits: limits)
        }
        #expect(error?.code == .tooLarge)
    }

    @Test func anEmptyPageHasNoArticle() {
        let error = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: Array("<html></html>".utf8))
        }
        #expect(error?.code == .noArticle)
    }

    @Test func aNodeIsFollowedByWhatStandsInIt() throws {
        let tree = try HTMLDocument("<body><div id=a><p>One <b>two</b></p><p>Three</p></div><p>Four</p></body>", words)
            .tree
        let div = try #require(tree.elements(.div).first { _ in true })
        #expect(tree.attribute(.id, of: div) == "a")
        #expect(tree.children(of: div).map { tree.text(of: $0) } == ["One two", "Three"])
        #expect(tree.text(of: div) == "One two Three")
        #expect(tree.ancestors(of: div).map { tree.tag($0) } == [.body, .html, .other])
    }

    /// It was, so that a paragraph behind a link counted as the link's.
    @Test func textBehindAnInlineElementIsNotPartOfIt() throws {
        let tree = try HTMLDocument("<body><p>See <a href=x>this</a> and that.</p></body>", words).tree
        let link = try #require(tree.elements(.a).first { _ in true })
        #expect(tree.text(of: link) == "this")
        #expect(BlockReader.blocks(of: tree).map(\.linked) == [4])
    }

    /// Of scripts only data is kept.
    @Test func scriptsAndStylesAreNoText() throws {
        let tree = try HTMLDocument(
            "<script>var p = '<p>no</p>'</script><style>p {}</style><script type='application/ld+json'>{}</script><p>Yes",
            words
        ).tree
        #expect(tree.text(of: 0) == "{}Yes" || tree.text(of: 0) == "{} Yes")
        #expect(BlockReader.blocks(of: tree).map(\.text) == ["Yes"])
    }

    @Test func whatIsHiddenIsNotRead() throws {
        let tree = try HTMLDocument(
            "<p hidden>a</p><p style='color: red; display : none'>b</p><p aria-hidden=true>c</p><p>d</p>", words
        ).tree
        #expect(BlockReader.blocks(of: tree).map(\.text) == ["d"])
        #expect(BlockReader.blocks(of: tree, readingHidden: true).map(\.text) == ["a", "b", "c", "d"])
    }

    @Test func breaksPartParagraphsBehindSentencesOnly() throws {
        let tree = try HTMLDocument("<div>One line<br>goes on. It ends.<br>Another<br><br>Third</div>", words).tree
        #expect(BlockReader.blocks(of: tree).map(\.text) == ["One line goes on. It ends.", "Another", "Third"])
    }

    @Test func blankLinesPartPreformattedParagraphs() throws {
        let tree = try HTMLDocument(
            "<pre>Rain fell\nall night.\n \nThe river <b>rose</b>.\n\nNobody slept.</pre>", words
        ).tree
        #expect(
            BlockReader.blocks(of: tree).map(\.text) == ["Rain fell all night.", "The river rose.", "Nobody slept."])
    }

    @Test func aTableOfFactsIsOneBlockAndOneOfLayoutIsNot() throws {
        let tree = try HTMLDocument(
            "<table><tr><th>Year<th>Cost<tr><td>2026<td>£1</table><table><tr><td><p>One</p><p>Two</p></td></tr></table>",
            words
        ).tree
        let blocks = BlockReader.blocks(of: tree)
        #expect(blocks.map(\.text) == ["Year | Cost\n2026 | £1", "One", "Two"])
        #expect(blocks.map(\.kind) == [.table, .paragraph, .paragraph])
    }
}
