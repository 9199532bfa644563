import Foundation
import Inbox

extension SparedNames {
    /// "none", or shell patterns with commas between them, each for one name.
    init(setting text: String) throws(Unfit) {
        self.init(patterns: [])
        guard text != "none" else { return }
        for pattern in text.split(separator: ",", omittingEmptySubsequences: false) {
            patterns.append(try Self.pattern(pattern.trimmingCharacters(in: .whitespaces)))
        }
    }

    private static func pattern(_ text: String) throws(Unfit) -> String {
        let known = "write a part of a name, such as *.uploading or upload-*"
        if text.isEmpty { throw Unfit(reason: "a pattern between the commas is empty", remedy: known) }
        if text.contains("/") {
            throw Unfit(reason: "“\(text)” is for a path, but a pattern is for one name", remedy: known)
        }
        if text.allSatisfy({ $0 == "*" }) {
            throw Unfit(reason: "“\(text)” would leave every file alone", remedy: known)
        }
        let closing = text.lastIndex(of: "]")
        if let opening = text.lastIndex(of: "["), closing.map({ $0 < opening }) ?? true {
            throw Unfit(
                reason: "“\(text)” has a [ without its ]", remedy: "write *.[ab] for a or b, or [[] for [ itself")
        }
        return text
    }
}
