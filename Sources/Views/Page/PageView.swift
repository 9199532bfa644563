import Foundation
import Hashing
package import Records

/// Records as one self-contained page of HTML: no server, no network, no fonts; readable without its script.
///
/// A content security policy limits the page to its own style and script, known by their digests, and to nothing from
/// elsewhere. (W3C, Content Security Policy Level 3.) Everything an article says is text in it.
package struct PageView: Sendable {
    private let records: [Record]

    package init(_ records: [Record]) { self.records = records }

    package var html: String {
        var cast = Cast(records)
        var page = Markup()
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.open("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
        page.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.raw(
            "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
        page.element("title", text: title)
        page.raw("\n<style>")
        page.raw(contentsOf: PackageResources.page_css)
        page.raw("</style>\n</head>\n<body>\n")
        let parts = records.enumerated().map { number, record in
            ArticlePart(record, number: number + 1, isAlone: records.count == 1, cast: &cast)
        }
        header(&page, parts, speakers: cast.ranked.count)
        page.raw("<div class=\"columns\">\n")
        speakers(&page, cast)
        page.raw("<main id=\"articles\">\n")
        for part in parts { part.write(&page) }
        page.raw("</main>\n</div>\n<div id=\"card\" aria-hidden=\"true\" hidden></div>\n<script>")
        page.raw(contentsOf: PackageResources.page_js)
        page.raw("</script>\n</body>\n</html>\n")
        return page.html
    }

    private var title: String {
        records.count == 1
            ? ArticlePart.title(records[0]) : "Quotations in \(records.count.counted("article"))"
    }

    private func header(_ page: inout Markup, _ parts: [ArticlePart], speakers: Int) {
        let quotations = records.reduce(0) { $0 + $1.quotations.count }
        page.raw("<header>\n<a class=\"skip\" href=\"#articles\">To the text</a>\n")
        if parts.count == 1 {
            parts[0].heading(&page)
        } else {
            page.element("h1", ["id": "title", "dir": "auto"], text: title)
        }
        page.element(
            "p",
            text: "\(quotations.counted("quotation")) of \(speakers.counted("speaker")) in "
                + "\(records.count.counted("article")).")
        page.raw(
            """
            \n<p class="legend"><span class="content d0">what is said</span> <span class="cue">how</span> \
            <span class="source">by whom</span> <span class="content d0">a quotation <span class="content d1">within \
            one</span></span></p>\n</header>\n
            """)
    }

    private func speakers(_ page: inout Markup, _ cast: Cast) {
        page.raw("<nav aria-labelledby=\"speakers\">\n<h2 id=\"speakers\">Speakers</h2>\n<ul>\n")
        for (place, member) in cast.ranked {
            page.element("li") { item in
                item.element("button", ["type": "button", "aria-pressed": "false", "data-speaker": "\(place)"]) {
                    $0.element("bdi", text: member.name)
                    $0.text(" ")
                    $0.element("span", ["class": "count"], text: "\(member.quotations)")
                }
            }
            page.raw("\n")
        }
        page.raw("</ul>\n<p id=\"shown\" role=\"status\"></p>\n</nav>\n")
    }
}

// MARK: What the page may do

extension PageView {
    static let policy =
        "default-src 'none'; style-src '\(digest(PackageResources.page_css))'; "
        + "script-src '\(digest(PackageResources.page_js))'; base-uri 'none'; form-action 'none'"

    private static func digest(_ file: [UInt8]) -> String {
        "sha256-" + Data(SHA256.hash(file)).base64EncodedString()
    }
}
