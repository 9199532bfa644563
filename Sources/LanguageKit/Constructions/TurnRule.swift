import Rulebook
import Text

/// Printed conversations: "Q: Why now?", "SMITH: No. People can come here.", with or without a quotation mark in front.
/// Two turns at least make one. All of a turn's paragraph is its speaker's, and so are the paragraphs that go on with a quotation mark.
package struct TurnRule {
    /// How those who speak are set before their words.
    package enum Label {
        /// "SMITH:", "Q:"
        case capitals
        /// "Talbote:", where it comes again. What is reported within such a turn is found too.
        case repeated
    }

    package let analysis: AnalyzedDocument
    let label: Label
    /// How many paragraphs begin with each label, in lower case.
    private var labels: [String: Int] = [:]
    /// The turn that goes on, as a place among the candidates.
    private var open: Int?
    /// One who speaks alone is no conversation: "NEW DELHI: The fares stay, the minister said", "UPDATE: …".
    private var isConversation = false

    package init(analysis: AnalyzedDocument, label: Label = .capitals) {
        self.analysis = analysis
        self.label = label
        if label == .repeated {
            let all = analysis.document.paragraphs.filter { $0.setAside == nil }.compactMap { speaker(of: $0.tokens) }
            labels = Dictionary(all.map { (text(of: $0), 1) }, uniquingKeysWith: +)
        }
        let turns = analysis.document.paragraphs.lazy.filter { [self] in
            $0.setAside == nil && colon(of: $0.tokens) != nil
        }
        isConversation = turns.dropFirst().first != nil
    }

    /// Whether the paragraph is of a conversation; then its find is added, or its content to that of the turn before.
    package mutating func take(_ p: Int, into candidates: inout [Candidate]) -> Bool {
        guard isConversation else { return false }
        let tokens = analysis.document.paragraphs[p].tokens
        if let colon = colon(of: tokens) {
            let source = (isMark(tokens.lowerBound) ? tokens.lowerBound + 1 : tokens.lowerBound)..<colon
            open = isMark(tokens.lowerBound) ? candidates.count : nil
            candidates.append(
                Candidate(
                    construction: .turn, source: source, cue: [colon..<colon + 1],
                    content: [colon + 1..<end(of: tokens)],
                    verbClass: .say, stance: .neutral, paragraph: p))
            return true
        }
        guard let turn = open, tokens.count > 1, isMark(tokens.lowerBound) else {
            open = nil
            return false
        }
        // "(CROSSTALK)" is nobody's.
        if analysis.tags[tokens.lowerBound + 1] != .openBracket {
            candidates[turn].content.append(tokens.lowerBound + 1..<end(of: tokens))
        }
        return true
    }

    /// In words: "PRIME MINISTER ANN LEE". Chosen by hand.
    private static let longestLabel = 4

    private func colon(of tokens: Range<Int>) -> Int? {
        guard let speaker = speaker(of: tokens) else { return nil }
        switch label {
        case .capitals: return isInitial(speaker) || speaker.allSatisfy(isInCapitals) ? speaker.upperBound : nil
        case .repeated: return labels[text(of: speaker), default: 0] > 1 ? speaker.upperBound : nil
        }
    }

    private func text(of speaker: Range<Int>) -> String { speaker.map(analysis.lower).joined(separator: " ") }

    /// A few words before a colon, with which the paragraph begins.
    private func speaker(of tokens: Range<Int>) -> Range<Int>? {
        let start = isMark(tokens.lowerBound) ? tokens.lowerBound + 1 : tokens.lowerBound
        guard
            let colon = (start..<min(start + 1 + Self.longestLabel, tokens.upperBound)).first(where: {
                analysis.tags[$0] == .colon
            }),
            colon > start, colon + 1 < end(of: tokens), !isMark(colon + 1)
        else { return nil }
        return start..<colon
    }

    /// Without a mark that closes what the paragraph's first mark opened.
    private func end(of tokens: Range<Int>) -> Int {
        let closes = tokens.count > 1 && isMark(tokens.lowerBound) && isMark(tokens.upperBound - 1)
        return closes ? tokens.upperBound - 1 : tokens.upperBound
    }

    private func isMark(_ token: Int) -> Bool { analysis.document.tokens[token].kind == .quoteMark }

    private func isInCapitals(_ token: Int) -> Bool {
        analysis.tags[token] == .name && analysis.document.tokens[token].shape.contains(.allCaps)
    }

    private func isInitial(_ speaker: Range<Int>) -> Bool {
        speaker.count == 1
            && (analysis.is(speaker.lowerBound, .questionLabel) || analysis.is(speaker.lowerBound, .answerLabel))
            && analysis.document.tokens[speaker.lowerBound].shape.contains(.capitalized)
    }
}
