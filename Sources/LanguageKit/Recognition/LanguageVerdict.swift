/// What the evidence of a text comes to.
enum LanguageVerdict: Sendable {
    struct Language: Sendable {
        /// Nil where it is not English and nothing else is known.
        var tag: String?
        /// With its tag: "German (de)".
        var name: String
        /// Languages that the text may be in as well: nearly as much speaks for them.
        var near: Set<String>
        /// Whether it may be in a language that has no profile, if its source says so.
        var mayBeUnknown = true

        static let english = Language(tag: "en", name: "English", near: ["en", "eng"], mayBeUnknown: false)

        /// Whether the text may be what its source says.
        ///
        /// - Parameter base: A language tag without region.
        func allows(_ base: String) -> Bool {
            guard tag != nil else { return true }
            return near.contains(base) || mayBeUnknown && !LanguageProfile.all.contains { $0.isDeclared(by: base) }
        }
    }

    case sure(Language)
    case unsure

    /// Fewer letters than this are a word or two.
    private static let fewestLetters = 20

    init(_ evidence: LanguageEvidence) {
        // By name where two have as many, since a dictionary has no order.
        let script = evidence.letters.max { ($0.value, "\($0.key)") < ($1.value, "\($1.key)") }
        guard let script, script.value >= Self.fewestLetters else {
            self = .unsure
            return
        }
        self = script.key == .latin ? Self.inLatin(evidence) : .sure(Self.inScript(script.key, evidence))
    }

    // MARK: Latin letters

    /// Three words at least, three different ones, one in sixteen, and twice as many as of English; for English the same.
    /// English texts of 250 letters, names and all, have never come near this by any other language's words.
    private static func inLatin(_ evidence: LanguageEvidence) -> LanguageVerdict {
        let english = evidence.points[ProfileIndex.english]
        let best = best(evidence)
        let others = evidence.points[best]
        if isSure(best, evidence), others >= 2 * english + 2 { return .sure(language(best, evidence)) }
        if isSure(ProfileIndex.english, evidence), english >= 2 * others + 2 { return .sure(.english) }
        return .unsure
    }

    private static func isSure(_ profile: Int, _ evidence: LanguageEvidence) -> Bool {
        evidence.points[profile] >= 6 && evidence.variety[profile] >= 3
            && evidence.points[profile] * 8 >= evidence.words
    }

    /// The first of those that most speaks for, English aside.
    private static func best(_ evidence: LanguageEvidence) -> Int {
        evidence.points.indices.dropFirst().reduce(1) { evidence.points[$1] > evidence.points[$0] ? $1 : $0 }
    }

    private static func language(_ best: Int, _ evidence: LanguageEvidence) -> Language {
        let profile = LanguageProfile.all[best]
        let near = LanguageProfile.all.indices.dropFirst().filter { evidence.points[$0] * 2 > evidence.points[best] }
        return Language(
            tag: profile.code, name: "\(profile.name) (\(profile.code))",
            near: Set(near.flatMap { [LanguageProfile.all[$0].code] + LanguageProfile.all[$0].others }))
    }

    // MARK: Other letters

    private static func inScript(_ script: Script, _ evidence: LanguageEvidence) -> Language {
        switch script {
        case .of(let tag, let name): return Language(tag: tag, name: "\(name) (\(tag))", near: [])
        case .han:
            // Japanese is Han letters with kana between them.
            let kana = evidence.letters[.of("ja", "Japanese")] ?? 0
            let isJapanese = kana * 10 > (evidence.letters[.han] ?? 0)
            let (tag, name) = isJapanese ? ("ja", "Japanese") : ("zh", "Chinese")
            return Language(
                tag: tag, name: "\(name) (\(tag))", near: isJapanese ? ["ja"] : ["zh", "yue", "wuu", "cmn"])
        case .latin, .cyrillic, .arabic:
            let best = best(evidence)
            let isKnown = evidence.points[best] >= 4 && evidence.variety[best] >= 2
            return isKnown
                ? language(best, evidence)
                : Language(tag: nil, name: "another language than English", near: [])
        }
    }
}
