import TestSupport
import Testing

@testable import Newswire

/// Pages with text that hold no article.
@Suite struct PageRefusalTests {
    private let text = """
        <p>The page that you were looking for has moved, or there never was one of that name on this server of ours.</p>
        <p>You can look for it by its headline, or go to the first page of the paper and begin again from there.</p>
        """

    private func page(title: String, head: String = "", _ body: String) -> [UInt8] {
        Array("<!doctype html><html><head><title>\(title)</title>\(head)</head><body>\(body)</body></html>".utf8)
    }

    private func refusal(_ page: [UInt8]) -> NewswireError? {
        #expect(throws: NewswireError.self) { try Newswire.read(bytes: page) }
    }

    @Test(arguments: [
        "404", "Page not found", "Page Not Found | Norvik Mail", "Norvik Mail - 404", "Access Denied",
        "Just a moment...",
        "403 Forbidden", "Page not found on this server", "Norvik Mail: Error 404",
    ])
    func aServersMessageIsNone(_ title: String) {
        let error = refusal(page(title: title, "<main>\(text)</main>"))
        #expect(error?.code == .noArticle)
        #expect(error?.reason.contains("server") == true && error?.reason.contains("its title is") == true)
    }

    @Test(arguments: [
        ("404 people held after march", ""), ("Page not found: how libraries lose their books", ""),
        ("Access denied", "<meta property='article:published_time' content='2026-11-20'>"),
        ("An error of judgment", ""),
    ])
    func anArticleOfLikeTitleIsRead(_ title: String, _ head: String) throws {
        let article = try Newswire.read(bytes: page(title: title, head: head, "<main>\(text)</main>")).articles.first
        #expect(article?.text.contains("on this server of ours.") == true)
    }

    @Test(arguments: [
        "<meta name='generator' content='phpBB'>",
        "<script type='application/ld+json'>{\"@type\": \"DiscussionForumPosting\", \"headline\": \"Ferries\"}</script>",
    ])
    func aThreadOfAForumIsNone(_ head: String) {
        let error = refusal(page(title: "Ferries", head: head, "<main>\(text)</main>"))
        #expect(error?.code == .noArticle && error?.reason.contains("forum") == true)
    }

    @Test func aFrontPageWithMuchTextIsNone() throws {
        let teasers = (1...6).map { "<div><h2><a href='/\($0)'>Storm takes ferry number \($0)</a></h2>\(text)</div>" }
        let front = "<link rel='canonical' href='https://norvik.example/'>"
        let error = refusal(page(title: "Norvik Mail", head: front, teasers.joined()))
        #expect(error?.code == .noArticle && error?.reason.contains("front page") == true)
        let inside = "<link rel='canonical' href='https://norvik.example/ferry'>"
        let body = "<article>\(text)\(text)</article>\(teasers.joined())"
        #expect(try Newswire.read(bytes: page(title: "Ferry", head: inside, body)).articles.count == 1)
    }
}
