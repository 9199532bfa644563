import Foundation
import Hashing
import Newswire
import Records
import Testing

@testable import Views

@Suite struct PageViewTests {
    private func count(_ part: String, in html: String) -> Int { html.components(separatedBy: part).count - 1 }

    @Test func marksEachPartAndNestsWhatIsNested() {
        let html = PageView([Samples.nested]).html
        #expect(html.contains(#"<span class="source" data-q="a1q1" data-s="0">Bo Ek</span>"#))
        #expect(html.contains(#"<span class="cue" data-q="a1q1" data-s="0">said</span>"#))
        let inner =
            ##"me <span class="content d1" data-q="a1q2" data-s="1"><a class="number" id="a1q2-at" href="#a1q2""##
        #expect(html.contains(inner), "\(html)")
        #expect(count("<span", in: html) == count("</span>", in: html))
    }

    @Test func tellsOfEachQuotationWhoHowAndHowSure() throws {
        let html = PageView([Samples.nested]).html
        let facts = try #require(html.components(separatedBy: #"<dl id="a1q1-facts">"#).last).components(
            separatedBy: "</dl>")[0]
        for (name, value) in [
            ("Speaker", "Bo Ek"), ("Verb", "said (say)"), ("Class", "say"), ("Stance", "neutral"),
            ("Confidence", "93%"),
        ] {
            #expect(facts.contains(#"<dt>\#(name)</dt><dd dir="auto">\#(value)</dd>"#), "\(facts)")
        }
    }

    /// - Parameter title: What the article is called, "“We won’t go,” says Bo Ek" being its first line.
    private func headlined(_ title: String) -> Record {
        let text = "“We won’t go,” says  Bo Ek\n\nThe vote is on Monday, she said."
        var record = Samples.record(
            text,
            [
                Samples.quotation("q1", in: text, content: ["“We won’t go,”"], cue: "says", source: "Bo Ek"),
                Samples.quotation("q2", in: text, content: ["The vote is on Monday,"], cue: "said", source: "she"),
            ])
        record.article.title = title
        return record
    }

    @Test func showsATitleThatTheTextBeginsWithOnceAndWithItsQuotations() throws {
        let record = headlined("“We won’t go,” says Bo Ek")
        let alone = PageView([record]).html
        #expect(count("We won’t go", in: alone) == 2, "in the heading and as the page's title: \(alone)")
        let heading = try #require(
            alone.firstMatch(of: /<div class="row"><h1 id="title".*?<\/div>/.dotMatchesNewlines()))
        #expect(heading.output.contains(#"data-q="a1q1""#) && heading.output.contains(##"href="#a1q1""##))
        #expect(count(#"id="a1q1""#, in: alone) == 1 && count(#"<div class="row"><p"#, in: alone) == 1, "\(alone)")
        let both = PageView([record, record]).html
        #expect(count("We won’t go", in: both) == 2 && count(#"<h2 id="a"#, in: both) == 2, "\(both)")
    }

    @Test func showsATitleThatTheTextHasNotAsItsHeading() {
        let html = PageView([headlined("Village votes on Monday")]).html
        #expect(html.contains(##"<h1 id="title" dir="auto">Village votes on Monday</h1>"##))
        #expect(count("We won’t go", in: html) == 1 && count(#"<div class="row"><p"#, in: html) == 2, "\(html)")
    }

    @Test func showsHostileWordsAsWords() {
        let hostile = "</style></script><script>alert(1)</script><img src=x onerror=alert(2)> \"' \u{0}\u{1B} --> ]]>"
        var record = Samples.record(hostile, [Samples.quotation("q1", in: hostile, content: ["alert(1)"])])
        record.quotations[0].source = .init(spans: [], text: hostile)
        record.quotations[0].cue = .init(spans: [], text: hostile, lemma: hostile)
        record.speakers = [.init(id: "s1", kind: .person, name: hostile, role: hostile, mentions: [], quotations: 1)]
        record.quotations[0].speaker = "s1"
        record.file.path = hostile
        record.article.title = hostile
        record.article.byline = [hostile]
        record.article.language = "en\" onload=alert(3)"
        record.article.url = "javascript:alert(4)"
        record.setAside = [.init(span: Span(0, 999), reason: hostile)]
        let html = PageView([record, record]).html
        #expect(
            count("<script", in: html) == 1 && count("</script>", in: html) == 1 && count("</style>", in: html) == 1)
        #expect(!html.contains("<img") && !html.contains("javascript:") && !html.contains("onload"))
        #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test func allowsItselfNothingButItsOwnStyleAndScript() throws {
        let html = PageView([Samples.nested]).html
        for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
            let body = try #require(html.components(separatedBy: "<\(element)>").last).components(
                separatedBy: "</\(element)>")[0]
            let digest = Data(SHA256.hash(Data(body.utf8))).base64EncodedString()
            #expect(html.contains("\(directive) &#39;sha256-\(Markup.escaped(digest))&#39;;"), "\(element)")
        }
        #expect(html.contains("content=\"default-src &#39;none&#39;; "))
        #expect(
            !html.contains("http://") && !html.contains("https://") && !html.contains(" style=")
                && !html.contains("url("))
    }

    @Test func countsWhoeverSpeaksInSeveralArticlesOnce() {
        var second = Samples.nested
        second.quotations[1].source = nil
        let html = PageView([Samples.nested, second]).html
        #expect(html.contains(#"data-speaker="0"><bdi>Bo Ek</bdi> <span class="count">2</span>"#))
        #expect(html.contains(#"<bdi>nobody named</bdi> <span class="count">1</span>"#))
        #expect(html.contains("4 quotations of 3 speakers in 2 articles."))
        #expect(
            Set(html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }).count == html.matches(of: /\sid="/).count,
            "ids are unique")
    }

    @Test func countsTheMembersOfAGroupAsSpeakers() {
        var record = Samples.nested
        record.quotations[0].speaker = "s2"
        record.speakers.append(.init(id: "s2", kind: .group, name: nil, members: ["s1"], mentions: [], quotations: 1))
        record.quotations[0].source?.text = "Ek and others"
        let html = PageView([record]).html
        #expect(html.contains("<bdi>Ek and others</bdi>") && html.contains("<bdi>Bo Ek</bdi>"))
        #expect(html.contains(#"<span class="cue" data-q="a1q1" data-s="0 1">"#))
    }
}
