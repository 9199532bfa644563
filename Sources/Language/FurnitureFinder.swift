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
    private let asked: [[Int]]

    init(rules: [FurnitureRule]) {
        var texts: [String] = []
        self.rules = rules
        asked = rules.map { rule in
            let wanted =
                switch rule.match {
                case .prefix(let text), .whole(let text), .contains(let text): [text]
                case .all(let all): all
                }
            texts += wanted
            return Array(texts.count - wanted.count..<texts.count)
        }
        needles = NeedleIndex(texts.map { Array($0.utf8) })
    }

    /// The reason to set this paragraph aside, or nil for the story's own.
    func reason(_ paragraph: ArraySlice<Unicode.Scalar>) -> String? {
        guard paragraph.count <= Self.longestParagraph else { return nil }
        let text = fold(paragraph)
        let places = needles.places(in: text)
        guard !places.isEmpty else { return nil }
        return rules.indices.first { matches($0, places, text.count) }.map { rules[$0].reason }
    }

    private func matches(_ rule: Int, _ places: [Int: Int], _ length: Int) -> Bool {
        guard let first = asked[rule].first, let place = places[first] else { return false }
        switch rules[rule].match {
        case .prefix: return place == 0
        case .whole: return place == 0 && needles.length(first) == length
        case .contains: return true
        case .all: return asked[rule].allSatisfy { places[$0] != nil }
        }
    }

    /// Lower case, straight apostrophes, single spaces, no full stop or colon at the end.
    private func fold(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        var result: [UInt8] = []
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
