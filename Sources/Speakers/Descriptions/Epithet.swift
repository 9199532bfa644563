import LanguageKit
import Names
import Rulebook
import Text

/// What stands for somebody in view by age, country, party or faith: "the 48-year-old", "the veteran Conservative".
///
/// English news writing puts such a phrase for the person whom it has just spoken of, often to tell it in passing.
struct Epithet {
    enum Fit { case known, open, contradicted }

    /// In years.
    private var age: Int?
    private var ages: ClosedRange<Int>?
    /// By what `nationalities.yaml` calls it.
    private var country: String?
    /// "democrat", in lower case
    private var word = ""
    /// "left-hander", in lower case
    private var standing: String?
    private var mayBeMany = false
    var gender: Gender?

    /// Nil for anything else: what has no "the", is a group's, or tells an office.
    init?(_ mention: Range<Int>, head: Int, analysis: AnalyzedDocument) {
        guard analysis.is(mention.lowerBound, .definiteArticle), head > mention.lowerBound else { return nil }
        word = analysis.lower(head)
        let relations = analysis.lexicon.relations
        if let age = DescriptionReader.age(word, analysis.lexicon) {
            self.age = age
        } else if let age = DescriptionReader.age(analysis.lower(mention.lowerBound + 1), analysis.lexicon),
            let role = analysis.entry(head)?.role,
            role.isOnePerson
        {
            // "the 34-year-old mother"
            self.age = age
            gender = role.gender
        } else if let role = Self.parent(word, analysis.lexicon) {
            standing = word
            gender = role.gender
        } else if relations.epithets.contains(Self.noun(head, analysis)) {
            standing = Self.noun(head, analysis)
            ages = relations.ages[word]
            gender = analysis.entry(head)?.role?.gender
        } else if analysis.entry(head)?.role.map({ !$0.isOnePerson }) ?? false {
            return nil
        } else if let country = analysis.entry(head)?.nationality,
            analysis.document.tokens[head].shape.contains(.capitalized),
            !analysis.document.tokens[head].shape.contains(.allCaps), !analysis.isPlural(head)
        {
            self.country = country
            mayBeMany = relations.peoplesEndings.contains(where: word.hasSuffix)
            if relations.womansEndings.contains(where: word.hasSuffix) {
                gender = .female
            } else if relations.mansEndings.contains(where: word.hasSuffix), word.count > Self.longestAdjective {
                gender = .male
            }
        } else {
            return nil
        }
    }

    /// "German" and "Norman" end like "Dutchman" and are no men.
    private static let longestAdjective = 6

    /// "mother-of-two"
    private static func parent(_ word: String, _ lexicon: Lexicon) -> Role? {
        let parts = word.split(separator: "-")
        guard parts.count == 3, lexicon.is(String(parts[1]), .genitivePreposition) else { return nil }
        return lexicon.entry(of: String(parts[0]))?.role
    }

    /// "Oscar winner", where that is in the list; else the last word.
    private static func noun(_ head: Int, _ analysis: AnalyzedDocument) -> String {
        let long = analysis.lower(head - 1) + " " + analysis.lower(head)
        return analysis.lexicon.relations.epithets.contains(long) ? long : analysis.lower(head)
    }

    /// - Returns: `contradicted`, too, where nothing is known and the words may mean a whole people: "the Dutch".
    func fit(_ description: Description, _ relations: RoleRelations) -> Fit {
        if let age, let own = description.age { return age == own ? .known : .contradicted }
        if let ages, let own = description.age { return ages.contains(own) ? .known : .contradicted }
        if let country, !description.nationalities.isEmpty {
            return description.nationalities.contains(country) ? .known : .contradicted
        }
        if let standing,
            description.offices.contains(where: {
                $0 == standing || $0.hasSuffix(" " + standing) || relations.areSame($0, standing)
            })
        {
            return .known
        }
        if country != nil, description.words.contains(word) { return .known }
        // ", D-Ohio," is no Republican.
        if relations.isParty(word), description.words.contains(where: relations.isParty) {
            return .contradicted
        }
        return mayBeMany ? .contradicted : .open
    }
}
