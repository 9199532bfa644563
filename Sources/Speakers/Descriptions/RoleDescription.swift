import LanguageKit
import Names
import Rulebook
import Text

/// A noun of office that stands for a person: "the Vermont senator", "his lawyer", "Lawmaker" in a headline.
struct RoleDescription {
    /// The office as a list has it: "senator", "prime minister".
    var office: String
    /// The country whose office it is.
    var nationality: String?
    /// What else is said: "vermont".
    var modifiers: [String]
    var gender: Gender?
    /// "his lawyer", "Lee's lawyer"
    var isPossessed: Bool
    /// "the official": never somebody with a name, unless the article calls him or her so.
    var isAnonymous: Bool
    /// "the operator of the ferry": whom the article calls so, and nobody else. "The billionaire developer" tells more.
    var isTrade: Bool
    /// Without a determiner, as in headlines.
    var isBare: Bool
    /// "a senator", who may be named soon behind.
    var isIntroduction: Bool

    /// Tells something of its holder beyond a kind of work that anyone may do for others.
    var isTelling: Bool

    /// A score that a person needs: as much as a fitting office gives, or less where the words tell more.
    var least: Double { isTelling ? Weights.leastOfTelling : Self.officeFit }
    /// By how much a person must lead for whom nothing but being in view speaks.
    static let marginOfPresence = 0.5
    /// By how much any other must lead.
    static let margin = 0.25
    /// More than a fitting title gives beside the office: a word about it.
    static let wordFit = 0.4
    /// What a fitting office gives.
    static let officeFit = 2.0

    /// What else is said of a person, measured by a fitting office. Chosen by hand, as all that `Antecedents` weighs.
    private enum Weights {
        static let leastOfTelling = 1.5
        /// A title that the office begins with: "Gen." of a general.
        static let title = 0.3
        /// For each word about the holder of the office, and about somebody of whom no office is told; two words count.
        static let wordOfHolder = 0.5
        static let wordOfOther = 0.75
        static let mostWords = 2
        /// One who is known for another office.
        static let otherOffice = -0.75
        /// One of a country, where the office is told without one: one's own president goes without a country.
        static let foreign = -0.4
    }

    /// Nil for what tells of nobody in particular: "any minister", "each senator".
    init?(_ mention: Range<Int>, head: Int, analysis: AnalyzedDocument) {
        let reader = DescriptionReader(analysis: analysis)
        let first = mention.lowerBound
        let possessed =
            analysis.tags[first] == .possessive
            || (first..<head).contains { analysis.tags[$0] == .genitive }
        let definite = analysis.is(first, .definiteArticle) || possessed
        isIntroduction = !definite && analysis.is(first, .indefiniteArticle)
        guard definite || isIntroduction || analysis.tags[first] != .determiner else { return nil }
        isPossessed = possessed
        isBare = !definite
        gender = analysis.entry(head)?.role?.gender
        let before = (first + (definite && !possessed || isIntroduction ? 1 : 0)..<head).filter {
            analysis.document.tokens[$0].isWord && analysis.tags[$0] != .possessive
        }
        office = reader.longOffice(endingAt: head, from: first) ?? reader.plain(head)
        nationality = (first..<head).lazy.compactMap { analysis.entry($0)?.nationality }.first
        let behind = (head + 1..<max(head + 1, mention.upperBound)).filter {
            analysis.tags[$0] == .name || analysis.tags[$0] == .noun
        }
        let ofOffice = Set(office.split(separator: " ").map(String.init))
        modifiers = (before + behind).map(reader.plain).filter { !ofOffice.contains($0) }
        let relations = analysis.lexicon.relations
        isAnonymous = relations.anonymous.contains(office)
        isTrade = before.isEmpty && relations.trades.contains(office)
        isTelling = definite && !possessed && !isTrade && !modifiers.isEmpty && !relations.isForAnother(office)
    }

    /// A defence minister is a minister.
    func isHeld(byWhoHolds offices: Set<String>, _ relations: RoleRelations) -> Bool {
        offices.contains { relations.areSame($0, office) || $0.hasSuffix(" " + office) }
    }

    /// How well it fits what is said of a person: more for the office, more for each word about it, less for one who is
    /// known for something else; nil for one of another country.
    func fit(_ description: Description, _ relations: RoleRelations) -> Double? {
        let isHolder = isHeld(byWhoHolds: description.offices, relations)
        let words = modifiers.count { relations.isAny(of: description.words, theSameAs: $0) }
        var fit = isHolder ? Self.officeFit : 0
        // "Gen." is a general's own title, "commander" is not.
        if description.offices.contains(where: { $0 == office || $0.count > 2 && office.hasPrefix($0) }) {
            fit += Weights.title
        }
        fit += Double(min(words, Weights.mostWords)) * (isHolder ? Weights.wordOfHolder : Weights.wordOfOther)
        if !isHolder, !description.offices.isEmpty { fit += Weights.otherOffice }
        if let nationality, !description.nationalities.isEmpty, !description.nationalities.contains(nationality) {
            return nil
        }
        if nationality == nil, !description.nationalities.isEmpty { fit += Weights.foreign }
        return fit
    }
}
