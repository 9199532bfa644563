import Rulebook
import Text

/// What may be a speaker's label, by its form alone.
struct LabelCandidate {
    /// How a label is set off from what is said.
    enum Form { case colon, dash, line, initials }

    var form: Form
    var paragraph: Int
    /// In lower case.
    var name: String
    var label: SpeakerLabels.Label
    /// "SMITH", "Q"
    var isInCapitals: Bool
    /// "THE CLAIM: …", "WHAT HAPPENED: …" are headings; "THE PRESIDENT: …" comes again.
    var isNamed: Bool
    /// "Moderator", or a person's name
    var isSpeakers: Bool
    /// "AD", where "Ada DuVall" is named.
    var isInitialsOfAName: Bool
    /// Whether what follows reads like speech and not like a list's entry ("Venue: the town hall").
    var endsAsSentence: Bool

    /// In tokens: "PRIME MINISTER RUI ALMEIDA-SANTORO". Chosen by hand.
    private static let longest = 8

    static func all(in analysis: AnalyzedDocument) -> [LabelCandidate] {
        let story = analysis.document.paragraphs.indices.filter { analysis.document.paragraphs[$0].setAside == nil }
        let initials = initials(in: analysis)
        return story.indices.flatMap { n in
            let next = n + 1 < story.count ? analysis.document.paragraphs[story[n + 1]].tokens : nil
            return Reader(analysis: analysis, paragraph: story[n], next: next, initials: initials).candidates()
        }
    }

    private static func initials(in analysis: AnalyzedDocument) -> Set<String> {
        let tokens = analysis.document.tokens
        let isNamed = { (i: Int) in
            tokens[i].kind == .word && tokens[i].shape.contains(.capitalized) && !tokens[i].shape.contains(.allCaps)
        }
        return Set(
            tokens.indices.dropFirst().lazy.filter { isNamed($0 - 1) && isNamed($0) }
                .map { String(tokens[$0 - 1].lower.prefix(1) + tokens[$0].lower.prefix(1)) })
    }

    private struct Reader {
        let analysis: AnalyzedDocument
        let paragraph: Int
        /// The paragraph behind it.
        let next: Range<Int>?
        /// Of all two words with capitals that stand together in the article, in lower case.
        let initials: Set<String>

        private var tokens: Range<Int> { analysis.document.paragraphs[paragraph].tokens }

        func candidates() -> [LabelCandidate] {
            let start = start()
            return [marked(from: start), line(from: start), initials(from: start)].compactMap { $0 }
        }

        /// Behind a quotation mark, a time in brackets ("[00:00:15] Runa:") or a question's number ("Q112 Chair:").
        private func start() -> Int {
            var i = tokens.lowerBound
            if i < tokens.upperBound, analysis.tags[i] == .openBracket {
                let end = tokens.prefix(LabelCandidate.longest).first { analysis.tags[$0] == .closeBracket }
                guard let end, end + 1 < tokens.upperBound else { return i }
                i = end + 1
            } else if i + 1 < tokens.upperBound, isMark(i) {
                i += 1
            }
            if i + 1 < tokens.upperBound, isNumbered(i) { i += 1 }
            return i
        }

        private func isNumbered(_ token: Int) -> Bool {
            let word = analysis.document.tokens[token]
            return word.lower.dropFirst().allSatisfy(\.isNumber) && word.lower.count > 1
                && analysis.document.tokens[token + 1].shape.contains(.capitalized)
        }

        /// "Falk:", "Falk —"
        private func marked(from start: Int) -> LabelCandidate? {
            guard start < tokens.upperBound else { return nil }
            let reach = start..<min(start + 1 + LabelCandidate.longest, tokens.upperBound)
            guard let mark = reach.first(where: isLabelMark), mark > start else { return nil }
            let content = mark + 1..<end
            guard isName(start..<mark), content.isEmpty || !isMark(content.lowerBound) else { return nil }
            let form: Form = analysis.document.tokens[mark].kind == .colon ? .colon : .dash
            return candidate(form, start..<mark, cue: mark..<mark + 1, content)
        }

        private func isLabelMark(_ token: Int) -> Bool {
            let mark = analysis.document.tokens[token]
            return mark.kind == .colon || mark.kind == .dash && mark.shape.isSuperset(of: [.spaceBefore, .spaceAfter])
        }

        private func line(from start: Int) -> LabelCandidate? {
            guard next != nil, (1...LabelCandidate.longest).contains(tokens.upperBound - start),
                isName(start..<tokens.upperBound)
            else { return nil }
            let label = start..<tokens.upperBound
            return candidate(.line, label, cue: label, tokens.upperBound..<tokens.upperBound)
        }

        /// "AD She was all in."
        private func initials(from start: Int) -> LabelCandidate? {
            guard start + 1 < end else { return nil }
            let word = analysis.document.tokens[start]
            let isShort = (2...3).contains(word.lower.count) && word.shape.contains(.allCaps)
            guard isShort, analysis.tags[start] == .name,
                analysis.document.tokens[start + 1].shape.contains(.capitalized)
            else { return nil }
            return candidate(.initials, start..<start + 1, cue: start..<start + 1, start + 1..<end)
        }

        private func candidate(
            _ form: Form, _ speaker: Range<Int>, cue: Range<Int>, _ content: Range<Int>
        ) -> LabelCandidate {
            let said = content.isEmpty ? next ?? content : tokens
            return LabelCandidate(
                form: form, paragraph: paragraph, name: speaker.map(analysis.lower).joined(separator: " "),
                label: SpeakerLabels.Label(speaker: speaker, cue: cue, content: content),
                isInCapitals: speaker.allSatisfy(isInCapitals) || isInitial(speaker),
                isNamed: isInitial(speaker) || names(speaker),
                isSpeakers: speaker.contains { analysis.entry($0)?.role?.isOnePerson ?? false } || isPersons(speaker),
                isInitialsOfAName: form == .initials && initials.contains(analysis.lower(speaker.lowerBound)),
                endsAsSentence: said.last.map(endsSentence) ?? false)
        }

        /// In letters: "van der". Chosen by hand.
        private static let longestParticle = 3

        /// Words with capital letters, with small ones between them at most, before what stands in brackets: "The Economist",
        /// "Holm (harbour office)", "DELPHINE ARQUETTE, HOST".
        private func isName(_ speaker: Range<Int>) -> Bool {
            guard let first = speaker.first, analysis.document.tokens[first].shape.contains(.capitalized) else {
                return false
            }
            let bracket = speaker.first { analysis.tags[$0] == .openBracket } ?? speaker.upperBound
            return (speaker.lowerBound..<bracket).allSatisfy { i in
                let token = analysis.document.tokens[i]
                switch token.kind {
                case .word: return token.shape.contains(.capitalized) || token.lower.count <= Self.longestParticle
                case .comma, .dash: return true
                default: return false
                }
            }
        }

        /// Without a mark that closes what the paragraph's first mark opened.
        private var end: Int {
            let closes =
                tokens.count > 1 && isMark(tokens.lowerBound) && isMark(tokens.upperBound - 1)
            return closes ? tokens.upperBound - 1 : tokens.upperBound
        }

        private func endsSentence(_ token: Int) -> Bool {
            switch analysis.document.tokens[token].kind {
            case .stop, .question, .exclamation, .ellipsis, .quoteMark, .closeBracket, .dash: true
            default: false
            }
        }

        private func names(_ speaker: Range<Int>) -> Bool {
            let tags = analysis.tags[speaker]
            return !analysis.is(speaker.lowerBound, .definiteArticle) && tags.contains(.name)
                && !tags.contains { $0.isFinite || $0 == .wh }
        }

        /// "Ann Lee"
        private func isPersons(_ speaker: Range<Int>) -> Bool {
            speaker.count > 1 && analysis.entry(speaker.lowerBound)?.givenName != nil
        }

        private func isMark(_ token: Int) -> Bool { analysis.document.tokens[token].kind == .quoteMark }

        private func isInCapitals(_ token: Int) -> Bool {
            !analysis.document.tokens[token].isWord || analysis.document.tokens[token].shape.contains(.allCaps)
        }

        /// "Q", "Q (Ines Falk, the Mail)"
        private func isInitial(_ speaker: Range<Int>) -> Bool {
            (speaker.count == 1 || analysis.tags[speaker.lowerBound + 1] == .openBracket)
                && (analysis.is(speaker.lowerBound, .questionLabel) || analysis.is(speaker.lowerBound, .answerLabel))
                && analysis.document.tokens[speaker.lowerBound].shape.contains(.capitalized)
        }
    }
}
