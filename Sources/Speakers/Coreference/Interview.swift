import LanguageKit
import Names
import Rulebook
import Text

/// A printed interview whose turns have no labels: questions that are paragraphs of their own, answers between them.
///
///     Ines Falk, harbour master: an interview
///
///     Why did you close the pier?
///
///     I thought that it would not hold.
struct Interview {
    /// Who answers: "I" between the questions, "you" in them.
    let person: Int
    /// By their numbers in the story.
    private let questions: Set<Int>
    private let begin: Int

    /// Fewer questions than that are rhetorical ones; more are needed where nothing says that it is an interview, two of them with
    /// "you". Chosen by hand.
    private static let leastQuestions = 3
    private static let enoughQuestions = 5
    private static let leastAddressing = 2

    /// Nil where the article is none, or names nobody before its first question.
    init?(_ analysis: AnalyzedDocument, _ people: People) {
        let asked = analysis.document.paragraphs.filter { $0.setAside == nil && Self.isQuestion($0.tokens, analysis) }
        guard asked.count >= Self.leastQuestions, let first = asked.first?.tokens.lowerBound,
            (0..<first).contains(where: { analysis.is($0, .interview) }) || Self.areAddressed(asked, analysis),
            let person = Self.introduced(before: first, people)
        else { return nil }
        self.person = person
        // An answer may come first, behind the words that introduce who gives it.
        let introduced = people.naming.last { $0.token < first }.map { analysis.paragraph(of: $0.token) } ?? 0
        begin =
            analysis.document.paragraphs.first { analysis.paragraph(of: $0.tokens.lowerBound) > introduced }?
            .tokens.lowerBound ?? first
        questions = Set(asked.map { analysis.paragraph(of: $0.tokens.lowerBound) })
    }

    /// Whether the words at a token are the one's who answers, and not of whoever asks.
    func isAnswer(at token: Int, _ analysis: AnalyzedDocument) -> Bool {
        token >= begin && !questions.contains(analysis.paragraph(of: token))
    }

    func isQuestion(at token: Int, _ analysis: AnalyzedDocument) -> Bool {
        questions.contains(analysis.paragraph(of: token))
    }

    private static func isQuestion(_ paragraph: Range<Int>, _ analysis: AnalyzedDocument) -> Bool {
        guard let last = paragraph.last else { return false }
        return analysis.lower(last) == "?" && !analysis.isQuoted(last)
    }

    private static func areAddressed(_ asked: [Paragraph], _ analysis: AnalyzedDocument) -> Bool {
        asked.count >= enoughQuestions
            && asked.count { $0.tokens.contains { analysis.is($0, .secondPerson) } } >= leastAddressing
    }

    /// Who is named most before the questions; of two, the one named first.
    private static func introduced(before begin: Int, _ people: People) -> Int? {
        let named = people.naming.prefix { $0.token < begin }
        let counts = named.reduce(into: [:]) { $0[$1.person, default: 0] += 1 }
        let firsts = Dictionary(named.map { ($0.person, $0.token) }, uniquingKeysWith: min)
        return counts.keys.max { (counts[$0]!, -firsts[$0]!) < (counts[$1]!, -firsts[$1]!) }
    }
}
