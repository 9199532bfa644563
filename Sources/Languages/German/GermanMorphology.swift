package import Rulebook

/// How German verbs and nouns change: sagt, sagte, gesagt; teilt … mit, mitteilt, mitgeteilt, mitzuteilen.
package struct GermanMorphology: Morphology {
    package init() {}

    /// Irregular forms are given without the particle: "wirft" for "vorwerfen". The subjunctive counts as present.
    package func forms(of verb: String, irregular: Inflection) -> [String: VerbForms] {
        let particle = Self.particle(of: verb) ?? ""
        let base = String(verb.dropFirst(particle.count))
        let stem = base.hasSuffix("en") ? String(base.dropLast(2)) : String(base.dropLast())
        // "meldet", "zeichnet", but "lernt", "wohnt".
        let weak = stem + (Self.words("d t chn dn fn gn tm").contains(where: stem.hasSuffix) ? "et" : "t")
        let present = (irregular.thirdPerson.isEmpty ? [weak] : irregular.thirdPerson) + [stem + "e", base]
        let past = irregular.past.isEmpty ? [weak + "e"] : irregular.past
        let isBare = base.hasSuffix("ieren") || Self.prefixes.contains(where: base.hasPrefix)
        let participles = irregular.participle.isEmpty ? [isBare ? weak : "ge" + weak] : irregular.participle
        let finite = [
            (present, VerbForms.thirdPerson), (past + past.map { $0 + ($0.hasSuffix("e") ? "n" : "en") }, .past),
        ]
        let joined = finite + [(participles, .participle), (particle.isEmpty ? [] : ["zu" + base], .base)]
        return [String: VerbForms](
            [([verb], .base)] + finite + joined.map { (words, form) in (words.map { particle + $0 }, form) })
    }

    /// "erklärt" and no "geerklärt"
    private static let prefixes = words("be emp ent er gest miss unter ver wider wieder zer über")

    /// The longest first.
    package static let particles = words(
        """
        entgegen zusammen bekannt dagegen heraus hervor hinzu nieder voraus vorher weiter zurück fest fort frei klar nach nahe \
        preis statt teil kund auf aus bei dar ein her hin los mit vor weg ab an zu
        """)

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    /// What a verb leaves at the end of its clause: "mit" of "mitteilen", but no "an" of "antworten".
    package static func particle(of verb: String) -> String? {
        let isWhole = ["analysieren", "antworten", "einigen", "festigen", "herrschen", "hindern"].contains(verb)
        return isWhole ? nil : particles.first { verb.hasPrefix($0) && verb.count > $0.count + 3 }
    }

    /// Sprecherinnen, Sprecher, Experten, Erklärungen, Chefs; of others -e, -en and -s.
    package func plurals(of noun: String) -> [String] {
        let endings = ["in": ["nen"], "e": ["n"], "er": ["", "n"], "el": ["", "n"], "en": [""]]
        return (endings.first { noun.hasSuffix($0.key) }?.value ?? ["e", "en", "s"]).map { noun + $0 }
    }

    package func isPlural(_ noun: String) -> Bool {
        ["innen", "leute", "ungen", "isten", "enten", "anten", "ionen", "ärzte"].contains(where: noun.hasSuffix)
    }
}
