import Foundation
import Newswire
import SystemPackage

/// Web pages to articles, on one thread.
struct PageBenchmark {
    private let pages: [[UInt8]]
    private let source: String
    private let words: NewsWords

    /// - Parameters:
    ///   - articles: The project's own, of which pages are made where no folder is named.
    ///   - words: By which they are read.
    ///   - folder: Saved pages, `*.html`; nil for made ones.
    init(corpus: Corpus, words: NewsWords, folder: String?, count: Int) throws {
        self.words = words
        if let folder {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".html") }
            pages = try names.sorted().map { [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) }
            source = folder
        } else {
            pages = corpus.files.prefix(count).map { PageMaker.page(around: $0.bytes) }
            source = "made around the project's articles"
        }
        guard !pages.isEmpty else { throw Missing(folder: folder ?? "") }
    }

    func run(rounds: Int) {
        _ = round()
        let results = (0..<rounds).map { _ in round() }
        let bytes = pages.reduce(0) { $0 + $1.count }
        print("web pages to articles, one thread: \(pages.count) pages, \(source)")
        row("pages a second", Spread(results.map { Double(pages.count) / $0.total }).description)
        row("  of processor time", Spread(results.map { Double(pages.count) / $0.processor }).description)
        row("MB of HTML a second", Spread(results.map { Double(bytes) / $0.total / 1e6 }).description)
        row("kB a page", Spread.format(Double(bytes) / Double(pages.count) / 1e3))
        row("refused", Spread.format(Double(results[0].refused)))
    }

    private struct Round {
        /// In seconds.
        var total = 0.0
        var processor = 0.0
        var refused = 0
    }

    private func round() -> Round {
        var round = Round()
        let start = ContinuousClock.now
        let processor = processorTime()
        for page in pages {
            do throws(NewswireError) {
                _ = try Newswire.read(bytes: page, words: words)
            } catch {
                round.refused += 1
            }
        }
        round.total = (ContinuousClock.now - start).seconds
        round.processor = processorTime() - processor
        return round
    }

    struct Missing: Error, CustomStringConvertible {
        var folder: String
        var description: String { "no *.html in “\(folder)”: name a folder of saved pages with --pages" }
    }
}

/// Puts an article into a page as sites do: ten times as much around it as there is in it.
enum PageMaker {
    static func page(around article: [UInt8]) -> [UInt8] {
        let paragraphs = String(decoding: article, as: UTF8.self).split(whereSeparator: \.isNewline).map(escaped)
        let links = (0..<150).map {
            "<li class=\"menu-item menu-item-\($0)\"><a href=\"/section/\($0)\">Section \($0)</a></li>"
        }
        let teasers = (0..<60).map { number in
            "<div class=\"teaser teaser--small\"><a href=\"/story/\(number)\"><img src=\"/\(number).jpg\" alt=\"\"></a>"
                + "<h3><a href=\"/story/\(number)\">Another story of today, number \(number)</a></h3>"
                + "<p>What this story is about, in a sentence or two that end somewhere.</p></div>"
        }
        let script =
            "<script>var settings = {"
            + (0..<900).map { "\"key\($0)\": \"<p>value \($0)</p>\"" }
            .joined(separator: ", ") + "};</script>"
        let page = [
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(paragraphs[0]) - Bench</title>",
            script,
            "</head><body><header><nav><ul>", links.joined(separator: "\n"), "</ul></nav></header><main><article>",
            "<h1>\(paragraphs[0])</h1><div class=\"article-body\">",
            paragraphs.dropFirst().map { "<p class=\"article-body__paragraph\">\($0)</p>" }.joined(separator: "\n"),
            "</div></article></main><aside>", teasers.joined(separator: "\n"), "</aside><footer><ul>",
            links.joined(separator: "\n"), "</ul></footer>", script, "</body></html>",
        ]
        return Array(page.joined(separator: "\n").utf8)
    }

    private static func escaped(_ text: Substring) -> String {
        String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
