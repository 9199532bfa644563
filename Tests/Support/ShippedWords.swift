package import Newswire
import Rulebook

extension Shipped {
    /// By which files are read before their language is known.
    package static let newsWords = NewsWords(rulebooks)
}

extension Newswire {
    /// By the words of the shipped rules.
    package static func read(bytes: [UInt8], json: JSONMapping = .usual) throws(NewswireError) -> Reading {
        try read(bytes: bytes, words: Shipped.newsWords, json: json)
    }
}
