import LanguageKit
import Rulebook
import Text

/// Parts the titles and nouns of office from the name behind them: "Prime Minister Ann Lee", "Balt President Bo Berg".
struct TitleReader {
    let analysis: AnalyzedDocument
    let hints: MentionHints

    struct Titles {
        /// The first token of the name.
        var end: Int
        /// As the title or office tells it.
        var gender: Gender?
        /// Whether a title is among them, and not only nouns of office and adjectives.
        var areTitles = false
    }

    /// How many words titles and offices of several have in the rule files, the longest first.
    static let lengths = [4, 3, 2]

    /// - Parameter range: A run of capitalised words.
    func titles(of range: Range<Int>) -> Titles {
        var titles = Titles(end: range.lowerBound)
        while titles.end < range.upperBound - 1, step(&titles, range) {}
        if !titles.areTitles, let (end, title) = laterTitle(titles.end, range) {
            titles = Titles(end: end, gender: title.gender ?? titles.gender, areTitles: true)
        }
        if let person = personBehindOffice(titles.end, range) {
            titles.end = person
            titles.areTitles = true
            // "Education Officer Dr Ann Lee", whose name begins at "Dr" by some models.
            while titles.end < range.upperBound - 1, entry(titles.end)?.title != nil, step(&titles, range) {}
        }
        return titles
    }

    /// Goes over one title, office or adjective; false before anything else.
    private func step(_ titles: inout Titles, _ range: Range<Int>) -> Bool {
        if let (title, words) = longTitle(titles.end, range) {
            titles.gender = title.gender ?? titles.gender
            titles.areTitles = true
            titles.end += words
        } else if let words = longOffice(titles.end, range) {
            titles.areTitles = true
            titles.end += words
        } else if let entry = entry(titles.end),
            isTitle(entry, isFirstOfTwo: range.count == 2 && titles.end == range.lowerBound)
        {
            titles.gender = entry.title?.gender ?? entry.role?.gender ?? titles.gender
            titles.areTitles = titles.areTitles || entry.title != nil
            titles.end += 1
        } else {
            return false
        }
        return true
    }

    private func entry(_ i: Int) -> Lexicon.Entry? { analysis.entry(i) }

    /// How many words that no list has may stand before a title. Chosen by hand.
    private static let unlistedWords = 3

    /// "Balt President Teodor Maroun": a title behind a word that no list has.
    private func laterTitle(_ start: Int, _ range: Range<Int>) -> (Int, Title)? {
        for i in start..<max(start, min(start + Self.unlistedWords, range.upperBound - 1)) {
            if let (title, words) = longTitle(i, range) { return (i + words, title) }
            if let title = entry(i)?.title, i > start { return (i + 1, title) }
        }
        return nil
    }

    /// "Ohio Democratic Party Chairman David Pepper", "Education Officer Dr Ann Lee", "Minister of Education Bo Berg": where a name
    /// begins behind words of office.
    private func personBehindOffice(_ start: Int, _ range: Range<Int>) -> Int? {
        (start + 1..<max(start + 1, range.upperBound - 1)).first { i in
            let isPerson = entry(i)?.givenName != nil || hints.names[i].map { $0.kind == .person && $0.begins } ?? false
            return isPerson
                && (isOffice(i - 1)
                    || isOffice(range.lowerBound) && entry(i)?.givenName != nil && hasGenitive(range.lowerBound..<i))
        }
    }

    private func isOffice(_ i: Int) -> Bool { entry(i)?.title != nil || entry(i)?.role?.isOnePerson ?? false }

    private func hasGenitive(_ tokens: Range<Int>) -> Bool { tokens.contains { analysis.is($0, .genitivePreposition) } }

    /// A title of several words: "Prime Minister", "Lt. Gen."
    private func longTitle(_ start: Int, _ range: Range<Int>) -> (Title, Int)? {
        for words in Self.lengths where start + words < range.upperBound {
            if let title = analysis.entry(of: start..<start + words)?.title { return (title, words) }
        }
        return nil
    }

    /// "Chief Financial Officer"
    private func longOffice(_ start: Int, _ range: Range<Int>) -> Int? {
        Self.lengths.first { words in
            start + words < range.upperBound
                && analysis.entry(of: start..<start + words)?.role?.isOnePerson == true
        }
    }

    private func isTitle(_ entry: Lexicon.Entry, isFirstOfTwo: Bool) -> Bool {
        // "Earl Moss" and no Earl Moss: of two words the first is a given name where it can be.
        if entry.title != nil { return entry.givenName == nil || !isFirstOfTwo }
        if entry.role != nil, entry.givenName == nil { return true }
        return entry.nationality != nil && entry.givenName == nil
    }
}
