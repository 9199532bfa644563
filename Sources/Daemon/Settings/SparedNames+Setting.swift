import Foundation
import Inbox

extension SparedNames {
    /// "none", or shell patterns with commas between them, each for one name. Nil for one that is a path, or that every
    /// name fits.
    init?(setting text: String) {
        let patterns =
            text == "none"
            ? []
            : text.split(separator: ",", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
        let isWrong = patterns.contains { $0.isEmpty || $0.contains("/") || $0.allSatisfy { $0 == "*" } }
        if isWrong { return nil }
        self.init(patterns: patterns)
    }
}
