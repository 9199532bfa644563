import Encoder
import LanguageKit
import Newswire
import Text

/// A paragraph as word pieces, or the sentences of a long one that go into a window together.
struct Unit: Equatable {
    var pieces: [UnitPiece]
    var paragraph: Int
}

/// A word piece with its place in the text, in code points, and the values of the features that the model has.
struct UnitPiece: Equatable {
    var id: Int32
    var span: Range<Int>
    /// Not a continuation ("##ing"): what tags and pointers are asked of.
    var beginsWord: Bool
    var features: PieceFeatures
}

/// One value for each feature that the product knows.
struct PieceFeatures: Equatable {
    var letterCase: UInt8 = 0
    var quote: UInt8 = 0
    var rule: UInt8 = 0
    var verb: UInt8 = 0
    var layout: UInt8 = 0
}

/// Cuts a document into units.
struct UnitCutter {
    let analysis: AnalyzedDocument
    let features: TokenFeatures
    let wordPiece: WordPiece
    /// Pieces in a unit at most.
    let longest: Int

    /// Gives the units of all paragraphs that were not set aside, in order; one at a time, since those of a long text
    /// would take many times its memory.
    func forEachUnit<Failure: Error>(_ body: (Unit) throws(Failure) -> Void) throws(Failure) {
        for (p, paragraph) in analysis.document.paragraphs.enumerated() where paragraph.setAside == nil {
            let pieces = pieces(of: paragraph)
            guard pieces.count > longest else {
                try body(Unit(pieces: pieces, paragraph: p))
                continue
            }
            let sentences = Set(
                analysis.document.sentences[paragraph.sentences]
                    .map { analysis.document.tokens[$0.tokens.lowerBound].span.start })
            let bounds = Self.bounds(pieces, sentences, longest)
            for (begin, end) in zip(bounds, bounds.dropFirst()) {
                try body(Unit(pieces: Array(pieces[begin..<end]), paragraph: p))
            }
        }
    }

    private func pieces(of paragraph: Paragraph) -> [UnitPiece] {
        guard !paragraph.tokens.isEmpty else { return [] }
        var found = Pieces()
        wordPiece.split(analysis.document.scalars[paragraph.span.start..<paragraph.span.end], into: &found)
        var token = paragraph.tokens.lowerBound
        var result: [UnitPiece] = []
        result.reserveCapacity(found.count)
        for i in 0..<found.count {
            let start = Int(found.starts[i])
            while token + 1 < paragraph.tokens.upperBound, analysis.document.tokens[token + 1].span.start <= start {
                token += 1
            }
            result.append(
                UnitPiece(
                    id: found.ids[i], span: start..<Int(found.ends[i]), beginsWord: found.beginsWord[i],
                    features: PieceFeatures(
                        quote: features.quote[token], rule: features.rule[token], verb: features.verb[token],
                        layout: features.layout[token])))
        }
        setCases(&result)
        return result
    }

    /// All pieces of a word have the case of the whole word.
    private func setCases(_ pieces: inout [UnitPiece]) {
        var begin = 0
        while begin < pieces.count {
            let end = pieces[(begin + 1)...].firstIndex(where: \.beginsWord) ?? pieces.count
            let letterCase = LetterCase.of(
                analysis.document.scalars[pieces[begin].span.lowerBound..<pieces[end - 1].span.upperBound])
            for i in begin..<end { pieces[i].features.letterCase = letterCase.rawValue }
            begin = end
        }
    }

    /// At the beginnings of sentences where a paragraph is too long, and between words where a sentence is.
    static func bounds(_ pieces: [UnitPiece], _ sentences: Set<Int>, _ longest: Int) -> [Int] {
        var bounds = [0]
        var lastSentence = 0, lastWord = 0
        for (i, piece) in pieces.enumerated() {
            let from = bounds[bounds.count - 1]
            if i - from >= longest {
                bounds.append(lastSentence > from ? lastSentence : lastWord > from ? lastWord : i)
            }
            guard piece.beginsWord else { continue }
            lastWord = i
            if sentences.contains(piece.span.lowerBound) { lastSentence = i }
        }
        return bounds + [pieces.count]
    }
}

/// How a word is written; the vocabulary knows lower case only.
enum LetterCase: UInt8, CaseIterable {
    case other, lower, title, upper, mixed

    static func of(_ word: some Collection<Unicode.Scalar>) -> LetterCase {
        var letters = 0, lower = 0, upper = 0
        var firstIsUpper = false, restIsLower = true
        for scalar in word where isLetter(scalar) {
            // Looking properties up for every letter of a text shows in its time.
            let isLower = scalar.isASCII ? scalar >= "a" : scalar.properties.isLowercase
            let isUpper = scalar.isASCII ? scalar <= "Z" : scalar.properties.isUppercase
            if letters == 0 { firstIsUpper = isUpper } else if !isLower { restIsLower = false }
            letters += 1
            lower += isLower ? 1 : 0
            upper += isUpper ? 1 : 0
        }
        if letters == 0 { return .other }
        if lower == letters { return .lower }
        if firstIsUpper, restIsLower { return .title }
        return upper == letters ? .upper : .mixed
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }
}
