import Glibc
import Newswire
import Rulebook

/// Recognises the paragraphs that a web site puts around a story.
///
/// There are hundreds of rules for every paragraph, so all is compared as UTF-8 bytes, with the C library's search:
/// `String.contains` compares characters, and took six times as long as all the rest of the way to a line.
struct FurnitureFinder {
    private enum Match {
        case prefix([CChar]), whole([CChar]), contains([CChar]), all([[CChar]])
    }

    private static let longestParagraph = 1_500

    private let rules: [(match: Match, reason: String)]

    init(rules: [FurnitureRule]) {
        self.rules = rules.map { rule in
            let match: Match =
                switch rule.match {
                case .prefix(let needle): .prefix(needle.utf8.map(CChar.init(bitPattern:)))
                case .whole(let needle): .whole(Array(needle.utf8CString))
                case .contains(let needle): .contains(Array(needle.utf8CString))
                case .all(let needles): .all(needles.map { Array($0.utf8CString) })
                }
            return (match, rule.reason)
        }
    }

    /// The reason to set this paragraph aside, or nil for the story's own.
    func reason(_ paragraph: ArraySlice<Unicode.Scalar>) -> String? {
        guard paragraph.count <= Self.longestParagraph else { return nil }
        let folded = fold(paragraph)
        return rules.first { matches($0.match, folded) }?.reason
    }

    private func matches(_ match: Match, _ text: [CChar]) -> Bool {
        switch match {
        case .prefix(let needle): text.starts(with: needle)
        case .whole(let needle): text == needle
        case .contains(let needle): contains(needle, in: text)
        case .all(let needles): needles.allSatisfy { contains($0, in: text) }
        }
    }

    /// Both end in a NUL, and have no other: text with NULs is no article.
    private func contains(_ needle: [CChar], in text: [CChar]) -> Bool { unsafe strstr(text, needle) != nil }

    /// Lower case, straight apostrophes, single spaces, no full stop or colon at the end.
    private func fold(_ scalars: ArraySlice<Unicode.Scalar>) -> [CChar] {
        var result: [CChar] = []
        result.reserveCapacity(scalars.count + scalars.count / 8 + 1)
        var space = false
        for c in scalars {
            if c.isSpace {
                space = true
                continue
            }
            if space, !result.isEmpty { result.append(Self.space) }
            space = false
            append(c.isApostrophe ? "'" : c, to: &result)
        }
        while let last = result.last, Self.endings.contains(last) { result.removeLast() }
        result.append(0)
        return result
    }

    private func append(_ scalar: Unicode.Scalar, to result: inout [CChar]) {
        if scalar.isASCII {
            let byte = CChar(truncatingIfNeeded: scalar.value)
            result.append(Self.capitals.contains(byte) ? byte | 0x20 : byte)
        } else {
            result.append(contentsOf: scalar.properties.lowercaseMapping.utf8.lazy.map(CChar.init(bitPattern:)))
        }
    }

    private static let space: CChar = 0x20
    private static let capitals: ClosedRange<CChar> = 0x41...0x5A
    /// . : !
    private static let endings: [CChar] = [0x2E, 0x3A, 0x21]
}
