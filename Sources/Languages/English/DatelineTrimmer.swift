import LanguageKit
import Newswire
import Text

/// Finds where a paragraph's story begins: behind a dateline ("PARIS (AP) — ", "LONDON, May 3 — ") or a byline. Neither
/// is anybody's words.
struct DatelineTrimmer {
    let document: Document
    let tags: [Tag]

    private var tokens: [Token] { document.tokens }

    /// In tokens: no dateline is longer, and all others are out by their first small word.
    private static let longest = 24

    /// Bylines and datelines that may follow each other. No story has more, and a text of nothing else must not be
    /// followed to its end.
    private static let most = 8

    /// The first token behind it; that of the paragraph where it has none.
    func end(in paragraph: Range<Int>) -> Int { end(in: paragraph, most: Self.most) }

    private func end(in paragraph: Range<Int>, most: Int) -> Int {
        guard let first = paragraph.first, tokens[first].kind == .word, tokens[first].shape.contains(.capitalized)
        else {
            return paragraph.lowerBound
        }
        let within = paragraph.prefix(Self.longest)
        if tokens[first].lower == "by" { return bylineEnd(within, of: paragraph, most: most) ?? first }
        if let end = slashEnd(within) ?? dashEnd(within) { return end }
        // "MAYOR: BRIDGE IS SAFE"
        let isHeadline = document.headline.map {
            $0.start <= tokens[first].span.start && tokens[first].span.start < $0.end
        }
        return isHeadline == true ? first : colonEnd(within) ?? first
    }

    // MARK: Datelines

    /// Behind "PARIS (AP) — ": a place in capitals, an agency or a date, and then a dash before a word that begins a
    /// sentence. "NATO — the alliance — said" has none.
    private func dashEnd(_ range: Range<Int>) -> Int? {
        guard let dash = range.first(where: { tokens[$0].kind == .dash && isFree($0) }), begins(dash + 1, range) else {
            return nil
        }
        let head = range.lowerBound..<dash
        guard isShout(head) || isAgency(endingAt: dash, in: head) || isDated(head) else { return nil }
        return isCapitalName(head.lowerBound) && head.allSatisfy(isOfDateline) ? dash + 1 : nil
    }

    /// Behind "MOSCOW, January 21. /TASS/. " and "ELM, Norland, May 3, 2026 /PRNewswire/ -- "
    private func slashEnd(_ range: Range<Int>) -> Int? {
        guard let open = range.first(where: { tokens[$0].lower == "/" }), open + 3 < range.upperBound,
            tokens[open + 1].kind == .word, tokens[open + 2].lower == "/",
            (range.lowerBound..<open).allSatisfy({ isOfDateline($0) || tokens[$0].kind == .stop })
        else { return nil }
        var end = open + 3
        while end < range.upperBound, [.stop, .dash].contains(tokens[end].kind) { end += 1 }
        return begins(end, range) ? end : nil
    }

    /// Behind "NEW DELHI: ", as newspapers of South Asia write it; labels such as "UPDATE: " are of no content either.
    private func colonEnd(_ range: Range<Int>) -> Int? {
        guard let colon = range.first(where: { tokens[$0].kind == .colon }), begins(colon + 1, range),
            tokens[colon + 1].kind != .quoteMark
        else { return nil }
        let head = range.lowerBound..<colon
        return isShout(head) && head.allSatisfy { tokens[$0].kind == .word } ? colon + 1 : nil
    }

    /// Not the hyphen of "Stratford - upon - Avon" in small print, but a dash with a space on either side, or a long one.
    private func isFree(_ dash: Int) -> Bool {
        tokens[dash].lower != "-"
            || tokens[dash].shape.contains(.spaceBefore) && tokens[dash].shape.contains(.spaceAfter)
    }

    private func begins(_ i: Int, _ range: Range<Int>) -> Bool {
        guard i < range.upperBound else { return false }
        return tokens[i].shape.contains(.capitalized) || tokens[i].kind == .quoteMark || tokens[i].kind == .number
    }

    /// In words: "SALT LAKE CITY, Utah". Chosen by hand.
    private static let longestPlace = 4

    /// "NEW YORK": all words before the first mark are in capitals.
    private func isShout(_ head: Range<Int>) -> Bool {
        let place = head.prefix { tokens[$0].kind == .word }
        return place.count <= Self.longestPlace && tokens[place.lowerBound].span.count > 2
            && place.allSatisfy { tokens[$0].shape.contains(.allCaps) || tokens[$0].shape.contains(.abbreviation) }
    }

    /// "(AP)", "(Reuters)"
    private func isAgency(endingAt dash: Int, in head: Range<Int>) -> Bool {
        guard dash - 1 > head.lowerBound, tokens[dash - 1].kind == .closeBracket,
            let open = head.last(where: { tokens[$0].kind == .openBracket })
        else { return false }
        let agency = open + 1..<dash - 1
        return (1...5).contains(agency.count) && open > head.lowerBound
            && agency.allSatisfy { tokens[$0].kind != .word || tokens[$0].shape.contains(.capitalized) }
    }

    /// "Paris, May 3"
    private func isDated(_ head: Range<Int>) -> Bool {
        guard let comma = head.first(where: { tokens[$0].kind == .comma }) else { return false }
        let behind = comma + 1..<head.upperBound
        return behind.contains { Self.months.contains(tokens[$0].lower.prefix(3)) }
            && behind.contains { tokens[$0].kind == .number }
    }

    private static let months: Set<Substring> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private func isOfDateline(_ i: Int) -> Bool {
        switch tokens[i].kind {
        case .comma, .number, .openBracket, .closeBracket: true
        case .symbol: tokens[i].lower == "/"
        case .word: isCapitalName(i) || Self.particles.contains(tokens[i].lower)
        default: false
        }
    }

    private func isCapitalName(_ i: Int) -> Bool {
        tokens[i].shape.contains(.allCaps) || tokens[i].shape.contains(.capitalized) && isOfName(tags[i])
    }

    private func isOfName(_ tag: Tag) -> Bool { tag == .name || tag == .noun || tag == .time || tag == .number }

    private static let particles: Set<String> = ["de", "la", "le", "du", "del", "el", "al", "am", "of", "upon", "on"]

    // MARK: Bylines

    /// Behind "By Ann Lee, Staff Writer — ", or behind a line that is a byline and no more.
    private func bylineEnd(_ range: Range<Int>, of paragraph: Range<Int>, most: Int) -> Int? {
        let rest = range.dropFirst()
        guard let stop = rest.first(where: { !isOfByline($0) || isOnNewLine($0) }) else {
            return rest.count > 1 && range == paragraph ? range.upperBound : nil
        }
        guard stop - range.lowerBound > 2 else { return nil }
        if tokens[stop].kind == .dash, isFree(stop), begins(stop + 1, range) { return stop + 1 }
        guard isOnNewLine(stop), begins(stop, range) else { return nil }
        return most > 1 ? end(in: stop..<paragraph.upperBound, most: most - 1) : stop
    }

    private func isOfByline(_ i: Int) -> Bool {
        switch tokens[i].kind {
        case .comma: true
        case .word: isCapitalName(i) || Self.joints.contains(tokens[i].lower)
        default: false
        }
    }

    private static let joints: Set<String> = ["and", "in", "of", "for", "de", "van", "von", "bin", "al"]

    /// Whether a line break stands before a token; the token knows only of a space.
    private func isOnNewLine(_ i: Int) -> Bool {
        document.scalars[tokens[i - 1].span.end..<tokens[i].span.start].contains { $0 == "\n" || $0 == "\r" }
    }
}
