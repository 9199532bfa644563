import Foundation
import Hashing
import Rulebook
import Testing

@testable import Daemon

@Suite struct LivePageTests {
    private func between(_ start: String, _ end: String) throws -> String {
        let page = LivePage.html
        let first = try #require(page.range(of: start))
        let last = try #require(page.range(of: end, range: first.upperBound..<page.endIndex))
        return String(page[first.upperBound..<last.lowerBound])
    }

    @Test(arguments: [("style", "style-src"), ("script", "script-src")])
    func allowsItsOwnStyleAndScriptAndNoOther(element: String, directive: String) throws {
        let text = try between("<\(element)>", "</\(element)>")
        #expect(text.count > 1_000)
        let digest = Data(SHA256.hash(Data(text.utf8))).base64EncodedString()
        let allowed = LivePage.policy.split(separator: ";").first { $0.contains(directive) }
        #expect(allowed?.trimmingCharacters(in: .whitespaces) == "\(directive) 'sha256-\(digest)'")
    }

    @Test func offersEveryClassOfVerbs() throws {
        let choices = try between(#"<select id="verb" name="verb">"#, "</select>")
        let values = choices.matches(of: /<option(?: value="(.*?)")?>(.*?)<\/option>/).map { $0.1 ?? $0.2 }
        #expect(values.first == "" && values.dropFirst().map(String.init) == VerbClass.allCases.map(\.rawValue))
        for value in values { #expect(throws: Never.self) { try FindRequest(query: "verb=\(value)").query() } }
    }

    @Test func needsNothingFromElsewhere() {
        let page = LivePage.html
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("@import"))
        #expect(page.firstMatch(of: /<[^>]* (on[a-z]+|src|style)=/) == nil, "what the policy would stop")
        #expect(page.firstMatch(of: /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/) == nil)
    }
}
