import Testing

@testable import German
@testable import Rulebook

@Suite struct GermanMorphologyTests {
    private let morphology = GermanMorphology()

    @Test(arguments: [
        ("sagen", ["sagt", "sage", "sagte", "sagten", "gesagt"]), ("melden", ["meldet", "meldete", "gemeldet"]),
        ("bezeichnen", ["bezeichnet", "bezeichnete"]), ("fordern", ["fordert", "forderte", "gefordert"]),
        ("kritisieren", ["kritisiert", "kritisierte"]), ("antworten", ["antwortet", "geantwortet"]),
        ("mitteilen", ["teilt", "teilte", "mitteilte", "mitgeteilt", "mitzuteilen"]),
    ])
    func regularFormsFollowTheSpelling(verb: String, forms: [String]) {
        let found = morphology.forms(of: verb, irregular: Inflection())
        #expect(Set(forms).subtracting(found.keys).isEmpty, "\(found.keys.sorted())")
    }

    @Test func irregularFormsTakeTheParticle() {
        let forms = morphology.forms(
            of: "vorwerfen", irregular: Inflection(thirdPerson: ["wirft"], past: ["warf"], participle: ["geworfen"]))
        #expect(forms["vorwirft"] == .thirdPerson && forms["warfen"] == .past && forms["vorgeworfen"] == .participle)
        #expect(forms["vorzuwerfen"] == .base && forms["werfte"] == nil)
    }

    @Test(arguments: [("ankündigen", "an"), ("hinzufügen", "hinzu"), ("antworten", nil), ("sagen", nil)])
    func particlesAreKnown(verb: String, particle: String?) {
        #expect(GermanMorphology.particle(of: verb) == particle)
    }

    @Test(arguments: [
        ("Sprecherin", "Sprecherinnen"), ("Experte", "Experten"), ("Sprecher", "Sprecher"), ("Chef", "Chefs"),
    ])
    func nounsHaveTheirPlurals(noun: String, plural: String) {
        #expect(morphology.plurals(of: noun).contains(plural))
    }
}
