import Newswire
import Rulebook

/// Recognises the paragraphs that a web site puts around a story.
///
/// There are hundreds of rules for every paragraph, so the paragraph is gone through once: four bytes at a time say
/// which needles may begin there. (Searching for each needle by itself took a tenth of the way to a line.)
struct FurnitureFinder: Sendable {
    private static let longestParagraph = 1_500

    private let rules: [FurnitureRule]
    private let needles: NeedleIndex
    /// By rule, the needles that it asks for.
    private let asked: [Range<Int>]
    /// By needle, the rule that asks for it.
    private let asking: [Int]

    init(rules: [FurnitureRule]) {
        var needles: [NeedleIndex.Needle] = []
        self.rules = rules
        asked = rules.map { rule in
            let (texts, isAnchored) =
                switch rule.match {
                case .prefix(let text), .whole(let text): ([text], true)
                case .contains(let text): ([text], false)
                case .all(let all): (all, false)
                }
            needles += texts.map { NeedleIndex.Needle(text: Array($0.utf8), isAnchored: isAnchored) }
            return needles.count - texts.count..<needles.count
        }
        asking = asked.enumerated().flatMap { rule, needles in needles.map { _ in rule } }
        self.needles = NeedleIndex(needles)
    }

    /// The reason to set this paragraph aside, or nil for the story's own. Of several rules the first counts.
    func reason(_ paragraph: ArraySlice<Unicode.Scalar>) -> String? {
        guard paragraph.count <= Self.longestParagraph else { return nil }
        let text = fold(paragraph)
        let found = needles.found(in: text)
        return found.map { asking[$0] }.filter { matches($0, found, text.count) }.min().map { rules[$0].reason }
    }

    /// - Parameter rule: One that asks for a needle that was found.
    private func matches(_ rule: Int, _ found: [Int], _ length: Int) -> Bool {
        switch rules[rule].match {
        case .prefix, .contains: true
        case .whole: needles.length(asked[rule].lowerBound) == length
        case .all: asked[rule].allSatisfy(found.contains)
        }
    }

    /// Lower case, straight apostrophes, single spaces, no full stop or colon at the end.
    private func fold(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(scalars.count + scalars.count / 8 + 1)
        var space = false
        for c in scalars {
            if c.value > 0x27, c.value < 0x7F, !space {
                let byte = UInt8(truncatingIfNeeded: c.value)
                result.append(Self.capitals.contains(byte) ? byte | 0x20 : byte)
                continue
            }
            if c.isSpace {
                space = true
                continue
            }
            if space, !result.isEmpty { result.append(Self.space) }
            space = false
            append(c.isApostrophe ? "'" : c, to: &result)
        }
        while let last = result.last, Self.endings.contains(last) { result.removeLast() }
        return result
    }

    private func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            result.append(Self.capitals.contains(byte) ? byte | 0x20 : byte)
        } else {
            result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    private static let space: UInt8 = 0x20
    private static let capitals: ClosedRange<UInt8> = 0x41...0x5A
    /// . : !
    private static let endings: [UInt8] = [0x2E, 0x3A, 0x21]
}
