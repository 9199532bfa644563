import LanguageKit
import Rulebook
import Text

/// A sentence with its verbs and subjects, and how far it is read: what the rules for a verb decide by.
struct SentenceReading {
    let analysis: AnalyzedDocument
    let sentence: FoldedSentence
    let groups: [VerbGroup]
    let subjects: SubjectFinder
    let boundary: ContentBoundary
    /// The first item that no find has used up: contents that precede their cue begin here at the earliest.
    private(set) var floor = 0
    /// The same for an attribution that closes its sentence: what it attributes may itself be an attribution.
    private(set) var outerFloor = 0
    /// The source of the last find that has one.
    private(set) var lastSource: Range<Int>?

    /// In words. Quoted words that are no more can be a part of the reporter's phrase. Chosen by hand.
    static let longestFragment = 4

    init(analysis: AnalyzedDocument, sentence: FoldedSentence) {
        self.analysis = analysis
        self.sentence = sentence
        groups = VerbGroupFinder(analysis: analysis).groups(in: sentence)
        subjects = SubjectFinder(analysis: analysis, sentence: sentence)
        boundary = ContentBoundary(analysis: analysis, sentence: sentence, groups: groups)
    }

    mutating func note(_ finding: VerbFinding) {
        floor = max(floor, finding.end)
        if finding.candidate.closesSentence { outerFloor = max(outerFloor, finding.end) }
        lastSource = finding.source ?? lastSource
    }

    func finding(
        _ construction: Construction, _ group: VerbGroup, source: Range<Int>?, content: [Range<Int>], end: Int
    ) -> VerbFinding {
        let candidate = sentence.candidate(
            construction, source: source, cue: group.cue, content: content, match: group.match, head: group.head)
        return VerbFinding(candidate: candidate, end: end, source: source)
    }

    // MARK: Items

    func isMark(_ tag: Tag) -> Bool {
        switch tag {
        case .comma, .colon, .semicolon, .dash, .stop, .ellipsis, .quoteMark, .symbol, .openBracket, .closeBracket: true
        default: false
        }
    }

    func startsLowercase(_ item: Item) -> Bool {
        guard let first = item.stretch.flatMap({ analysis.stretches[$0].inner.first }) else { return false }
        return analysis.document.tokens[first].kind == .word
            && !analysis.document.tokens[first].shape.contains(.capitalized)
    }

    /// “…” and “…”: quotations joined by a comma or conjunction.
    func quotesEnd(_ quote: Int) -> Int {
        var end = quote + 1
        var i = end
        while i < sentence.items.count, sentence.items[i].tag == .comma || sentence.items[i].tag == .coordinator {
            i += 1
            if i < sentence.items.count, sentence.items[i].tag == .quote {
                end = i + 1
                i = end
            }
        }
        return end
    }

    /// A comma, dash or quotation stands before the attribution.
    func isParted(_ i: Int) -> Bool {
        guard i > outerFloor else { return false }
        switch sentence.items[i - 1].tag {
        case .comma, .dash: return true
        case .quote: return true
        default: return false
        }
    }

    func isRelative(_ items: Range<Int>) -> Bool {
        items.count == 1
            && (sentence.items[items.lowerBound].tag == .relative || sentence.items[items.lowerBound].tag == .that)
    }
}
