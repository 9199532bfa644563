internal import Yams

/// `reporting-verbs.yaml`: verbs and verb phrases, and the irregular forms of their first words.
enum VerbFile: RuleFile {
    enum Entry {
        /// A verb, with its spellings: its own and others.
        case verb(ReportingVerb, spellings: [String])
        case forms(Inflection)
    }

    static let name = "reporting-verbs.yaml"
    static let sections = ["verbs", "irregular"]
    static let keys = [
        "verbs": ["class", "stance", "frames", "negates", "repeats", "certainty", "also"],
        "irregular": ["present", "third-person", "past", "participle", "gerund", "doubling"],
    ]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        if let verbs = sections["verbs"] {
            for (key, value) in reader.pairs(verbs, of: "verbs") {
                if let entry = verb(key, value, &reader) { sheet.add(key, entry, &reader) }
            }
        }
        if let irregular = sections["irregular"] {
            for (key, value) in reader.pairs(irregular, of: "irregular") {
                sheet.add(key, as: formsKey(key.key), .forms(inflection(key, value, &reader)), &reader)
            }
        }
    }

    /// Verbs and irregular forms share a sheet; a colon cannot be part of a verb.
    private static func formsKey(_ word: String) -> String { "irregular: \(word)" }

    private static func verb(_ key: RuleReader.Text, _ node: Node, _ reader: inout RuleReader) -> Entry? {
        let what = "verb \"\(key.text)\""
        guard let fields = reader.fields(node, keys(of: "verbs"), of: what) else { return nil }
        let meaning = reader.meaning(fields, of: key, what)
        let frames = frames(fields["frames"], of: key, &reader)
        let negates = reader.flag(fields["negates"], of: "negates")
        let repeats = reader.flag(fields["repeats"], of: "repeats")
        let certainty = reader.share(fields["certainty"], of: "certainty")
        let also = fields["also"].map { reader.texts($0, of: "also") } ?? []
        guard let (verbClass, stance) = meaning, let frames else { return nil }
        guard ([key] + also).allSatisfy({ reader.isWhole($0) }) else { return nil }
        let pattern = PhrasePattern(key.key)
        let verb = ReportingVerb(
            lemma: pattern.words.joined(separator: " "), verbClass: verbClass, stance: stance, frames: frames,
            negates: negates ?? false, repeats: repeats ?? false, certainty: certainty)
        return .verb(verb, spellings: ([key] + also).map(\.key))
    }

    private static func frames(_ node: Node?, of key: RuleReader.Text, _ reader: inout RuleReader) -> Frames? {
        guard let node else {
            reader.report(
                .missingKey, at: key.spot, "verb \"\(key.text)\" has no frames",
                expected: "frames: [that, clause], or others")
            return nil
        }
        let names = Frames.named.map { (name: $0.name, value: $0.frame) }
        var frames: Frames = []
        for text in reader.texts(node, of: "frames") {
            guard let frame = reader.choice(text, of: "frame", among: names) else { continue }
            if !frames.insert(frame).inserted {
                reader.report(
                    .duplicate, at: text.spot, "frame \"\(text.text)\" is given twice", expected: "each frame once")
            }
        }
        return frames
    }

    private static func inflection(
        _ key: RuleReader.Text, _ node: Node, _ reader: inout RuleReader
    ) -> Inflection {
        let what = "irregular verb \"\(key.text)\""
        let fields = reader.fields(node, keys(of: "irregular"), of: what) ?? [:]
        func forms(_ name: String) -> [String] {
            fields[name].map { reader.texts($0, of: name).map(\.key) } ?? []
        }
        return Inflection(
            present: forms("present"), thirdPerson: forms("third-person"), past: forms("past"),
            participle: forms("participle"), gerund: forms("gerund"),
            doubling: reader.choice(fields["doubling"], of: "doubling", as: Inflection.Doubling.self))
    }

    /// The verbs by every written form of their first word.
    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        let entries = sheet.entries
        var byForm: [String: [VerbLexicon.Match]] = [:]
        for case .verb(let verb, let spellings) in entries.values {
            for spelling in spellings {
                guard let first = spelling.split(separator: " ").first.map(String.init) else { continue }
                var spelled = verb
                spelled.rest = PhrasePattern(String(spelling.dropFirst(first.count)))
                let irregular = inflection(of: first, entries)
                for (form, forms) in rulebook.morphology.forms(of: first, irregular: irregular) {
                    byForm[form, default: []].append(VerbLexicon.Match(verb: spelled, forms: forms))
                }
            }
        }
        rulebook.verbs = VerbLexicon(byForm: byForm.mapValues { $0.sorted(by: comesFirst) })
    }

    private static func inflection(of word: String, _ entries: [String: Entry]) -> Inflection {
        if case .forms(let inflection) = entries[formsKey(word)] { inflection } else { Inflection() }
    }

    /// Longest phrases first, so that "point out" wins over "point"; then an order that is always the same.
    private static func comesFirst(_ one: VerbLexicon.Match, _ other: VerbLexicon.Match) -> Bool {
        let (words, others) = (one.verb.rest.words, other.verb.rest.words)
        if words.count != others.count { return words.count > others.count }
        return (one.verb.lemma, words.joined()) < (other.verb.lemma, others.joined())
    }
}
