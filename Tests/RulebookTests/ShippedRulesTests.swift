import TestSupport
import Testing

@testable import Rulebook

/// What comes with the program.
struct ShippedRulesTests {
    let rules = Shipped.rulebook

    @Test func loadWithoutMistakesOrWarnings() {
        #expect(rules.warnings.isEmpty)
        #expect(rules.language == "en")
    }

    @Test func haveAsManyEntriesAsAreWanted() {
        #expect(rules.verbs.count >= 450)
        #expect(rules.givenNames.count >= 2_500)
        #expect(rules.roles.count >= 500)
        #expect(rules.nationalities.count >= 400)
    }

    @Test func everyFormOfEveryVerbLeadsBackToIt() {
        var forms: [ReportingVerb: VerbForms] = [:]
        for match in rules.verbs.byForm.values.joined() { forms[match.verb, default: []].formUnion(match.forms) }
        for (verb, forms) in forms {
            #expect(forms == [.base, .thirdPerson, .past, .participle, .gerund], "\(verb.lemma)")
        }
    }

    private static let forms: [(form: String, lemma: String, forms: VerbForms)] = [
        ("said", "say", [.past, .participle]), ("says", "say", .thirdPerson),
        ("told", "tell", [.past, .participle]),
        ("denies", "deny", .thirdPerson), ("denied", "deny", [.past, .participle]),
        ("criticising", "criticize", .gerund),
        ("admitted", "admit", [.past, .participle]), ("wrote", "write", .past), ("written", "write", .participle),
        ("swore", "swear", .past), ("signalled", "signal", [.past, .participle]), ("tweeting", "tweet", .gerund),
        ("forecast", "forecast", [.base, .past, .participle]), ("alleging", "allege", .gerund),
    ]

    @Test(arguments: forms)
    func writtenFormsAreKnown(form: String, lemma: String, forms: VerbForms) {
        let match = rules.verbs[form].first { $0.verb.lemma == lemma && $0.verb.rest.isEmpty }
        #expect(match?.forms == forms)
    }

    @Test func phrasesComeBeforeTheirFirstWord() {
        for (form, matches) in rules.verbs.byForm {
            let lengths = matches.map(\.verb.rest.words.count)
            #expect(lengths == lengths.sorted(by: >), "\(form)")
        }
        #expect(
            rules.verbs["called"].contains { $0.verb.rest == PhrasePattern("for") && $0.verb.frames.contains(.object) })
        #expect(rules.verbs["lashed"].contains { $0.verb.rest == PhrasePattern("out at") })
    }

    private static let meanings: [(lemma: String, verbClass: VerbClass, stance: Stance, negates: Bool)] = [
        ("say", .say, .neutral, false), ("accuse", .accuse, .neutral, false),
        ("allege", .allege, .distancing, false),
        ("deny", .deny, .neutral, true), ("warn", .warn, .neutral, false), ("admit", .admit, .endorsing, false),
        ("lie", .allege, .challenging, false), ("point out", .argue, .endorsing, false),
        ("rule out", .deny, .neutral, true),
    ]

    @Test(arguments: meanings)
    func commonVerbsMeanWhatTheyShould(lemma: String, verbClass: VerbClass, stance: Stance, negates: Bool) throws {
        let first = String(lemma.prefix { $0 != " " })
        let verb = try #require(rules.verbs[first].first { $0.verb.lemma == lemma }?.verb)
        #expect(verb.verbClass == verbClass)
        #expect(verb.stance == stance)
        #expect(verb.negates == negates)
    }

    @Test func everyClassStanceAndFrameIsInUse() {
        let verbs = rules.verbs.byForm.values.joined().map(\.verb)
        #expect(Set(verbs.map(\.verbClass)) == Set(VerbClass.allCases))
        #expect(Set(verbs.map(\.stance)) == Set(Stance.allCases))
        #expect(verbs.reduce(into: Frames()) { $0.formUnion($1.frames) } == Frames(Frames.named.map(\.frame)))
    }

    @Test func languagesKeepTheirOrder() {
        #expect(Shipped.rulebooks.all.map(\.language) == ["en", "de"])
    }

    @Test func otherListsAnswerAsTheyShould() {
        #expect(rules.titles["mr."] == Title(gender: .male, courtesy: true))
        #expect(rules.titles["prime minister"]?.courtesy == false)
        let spokeswomen = Role(kind: .person, isPlural: true, gender: .female, singular: "spokeswoman")
        #expect(rules.roles["spokeswomen"] == spokeswomen)
        #expect(rules.roles["committee"]?.kind == .body)
        #expect(rules.roles["police"]?.isPlural == true)
        #expect(rules.abbreviations["mr"]?.canEndSentence == false)
        #expect(rules.abbreviations["sept"] != nil)
        #expect(rules.abbreviations["no"]?.onlyBeforeNumber == true)
        #expect(rules.givenNames["jose"] == .male)
        #expect(rules.givenNames["josé"] == .male)
        #expect(rules.givenNames["robin"] == .either)
        #expect(rules.nationalities["azerbaijani"] == "Azerbaijan")
        #expect(rules.metonyms.isSuperset(of: ["kremlin", "white house", "downing street", "brussels"]))
        #expect(rules.organizations.contains("ministry"))
        #expect(rules.nouns["claims"] == rules.nouns["claim"])
        #expect(rules.phrases.contains { $0.pattern.words == ["according", "to"] && $0.source == .after })
    }
}
