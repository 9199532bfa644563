/// The runs of four words of a text, each with how often it occurs.
///
/// As the article extraction benchmark of Scrapinghub (github.com/scrapinghub/article-extraction-benchmark, MIT) counts
/// them: words are Python's `\w+`, and a text of fewer than four words is one run of what it has.
struct Shingles: Equatable {
    private(set) var counts: [[Substring]: Int] = [:]
    private static let length = 4

    init(_ text: String) {
        let words = Self.words(of: text)
        guard words.count >= Self.length else {
            if !words.isEmpty { counts[words] = 1 }
            return
        }
        for start in 0...words.count - Self.length {
            counts[Array(words[start..<start + Self.length]), default: 0] += 1
        }
    }

    private static func words(of text: String) -> [Substring] {
        text.unicodeScalars.split { !$0.isOfWord }.map(Substring.init)
    }
}
