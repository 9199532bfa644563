internal import Yams

/// `reporting-phrases.yaml`: "according to", "in the words of", "reportedly".
enum PhraseFile: RuleFile {
    static let name = "reporting-phrases.yaml"
    static let sections = ["phrases"]
    static let keys = ["phrases": ["class", "stance", "source"]]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<ReportingPhrase>, _ reader: inout RuleReader) {
        guard let phrases = sections["phrases"] else { return }
        for (key, value) in reader.pairs(phrases, of: "phrases") {
            let what = "phrase \"\(key.text)\""
            guard let fields = reader.fields(value, keys(of: "phrases"), of: what) else { continue }
            let meaning = reader.meaning(fields, of: key, what)
            let source = reader.choice(fields["source"], of: "source", as: ReportingPhrase.SourcePlace.self)
            if fields["source"] == nil {
                reader.report(
                    .missingKey, at: key.spot, "\(what) has no source", expected: "source: after, before or none")
            }
            guard let (verbClass, stance) = meaning, let source, reader.isWhole(key) else { continue }
            let phrase = ReportingPhrase(
                pattern: PhrasePattern(key.key), verbClass: verbClass, stance: stance, source: source)
            if (source == .before) != (phrase.pattern.after != nil) {
                reader.report(
                    .unknownValue, .warning, at: key.spot, "\(what) has source: \(source.rawValue)",
                    expected: "source: before where a ~ stands for the source, and only there")
            }
            sheet.add(key, phrase, &reader)
        }
    }

    /// Longest first, then in the order of the alphabet.
    static func enter(_ sheet: Sheet<ReportingPhrase>, into rulebook: inout Rulebook) {
        rulebook.phrases = sheet.entries.sorted {
            ($1.value.pattern.words.count, $0.key) < ($0.value.pattern.words.count, $1.key)
        }.map(\.value)
    }
}
