package import LanguageKit
import Rulebook
import Text

/// The bodies that an article names, so that "the Times" and "AROS" are told to be those named in full elsewhere.
package struct Organizations {
    /// How many names are looked through for one: more than any reader keeps in mind.
    private static let reach = People.reach

    /// Names in lower case, without "the", to how they are written.
    private var names: [String: String] = [:]
    private var byLastWord: [String: [String]] = [:]
    private var byInitials: [String: [String]] = [:]
    private var byFirstWord: [String: [String]] = [:]
    /// What the article spells out, by the abbreviation in lower case.
    private var spelt: [String: String] = [:]
    /// The names of a body, by each, the fullest first; those that stand in the article, as they are written.
    private let bodyNames: [String: [String]]
    private var written: [String: String] = [:]
    /// Where bodies are named, in the order of the text, with the words that they may be called by.
    private var mentions: [(token: Int, name: String, nouns: Set<String>)] = []

    /// Where bodies are said to be in a trade: "Alba Lines, the operator".
    private var trades: [(token: Int, name: String, noun: String)] = []

    /// All names, in the order of the text.
    private var named: [(token: Int, name: String)] = []

    /// - Parameter checkpoint: Called once a body; what it throws ends the work.
    init<Interruption: Error>(
        _ runs: [NameRun], _ abbreviations: Abbreviations, analysis: AnalyzedDocument,
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        bodyNames = analysis.lexicon.relations.bodyNames
        for definition in abbreviations.definitions {
            spelt[analysis.lower(definition.short)] = Self.words(definition.long, analysis).joined(separator: " ")
        }
        written = Self.written(analysis)
        for run in runs where run.kind == .organization {
            try checkpoint()
            let words = Self.words(run.tokens, analysis)
            let name = analysis.is(run.tokens.lowerBound, .definiteArticle) ? Array(words.dropFirst()) : words
            add(name)
            named.append((run.tokens.lowerBound, name.joined(separator: " ")))
            if let noun = Trade(analysis: analysis).noun(of: run) {
                trades.append((run.tokens.lowerBound, name.joined(separator: " "), noun))
            }
            var nouns = Self.apposition(behind: run, analysis)
            if let noun = Self.noun(beforeComma: run, analysis) { nouns.insert(noun) }
            if name.count > 1 { nouns.formUnion(name.map { $0.lowercased() }) }
            if !nouns.isEmpty { mentions.append((run.tokens.lowerBound, name.joined(separator: " "), nouns)) }
        }
    }

    /// The first place of each name in the article, as it is written there; in lower case to it. Longer ones before shorter.
    private static func written(_ analysis: AnalyzedDocument) -> [String: String] {
        var written: [String: String] = [:]
        for i in analysis.document.tokens.indices where analysis.document.tokens[i].shape.contains(.capitalized) {
            for name in analysis.lexicon.bodyNamesByFirstWord[analysis.lower(i)[...]] ?? [] where written[name] == nil {
                let tokens = i..<min(i + name.split(separator: " ").count, analysis.tags.count)
                if tokens.map(analysis.lower).joined(separator: " ") == name {
                    written[name] = analysis.words(tokens).joined(separator: " ")
                }
            }
        }
        return written
    }

    /// As they are written, an apostrophe or comma with the word before it: "Bankers'".
    private static func words(_ tokens: Range<Int>, _ analysis: AnalyzedDocument) -> [String] {
        analysis.words(tokens).reduce(into: []) { words, word in
            let isMark = word == "," || word.first == "'" || word.first == "’"
            if isMark, word.count <= 2, !words.isEmpty {
                words[words.count - 1] += word
            } else {
                words.append(word)
            }
        }
    }

    /// "Her label, Bluebird Records"
    private static func noun(beforeComma run: NameRun, _ analysis: AnalyzedDocument) -> String? {
        let comma = run.titles.lowerBound - 1
        guard comma > 0, analysis.tags[comma] == .comma, analysis.entry(comma - 1)?.role?.kind == .body else {
            return nil
        }
        return analysis.lower(comma - 1)
    }

    /// In tokens: no apposition is longer. Chosen by hand.
    private static let longestApposition = 8

    /// "Saraf Motors, the country's fourth-largest carmaker,": what a body is said to be.
    private static func apposition(behind run: NameRun, _ analysis: AnalyzedDocument) -> Set<String> {
        let comma = run.tokens.upperBound
        guard comma < analysis.tags.count, analysis.tags[comma] == .comma else { return [] }
        let phrase = (comma + 1..<analysis.tags.count).prefix(longestApposition).prefix { i in
            let tag = analysis.tags[i]
            return tag.isNominal || tag == .determiner || tag == .genitive || tag == .possessive || tag == .adverb
                || tag == .participle
        }
        let bodies = phrase.filter { analysis.entry($0)?.role?.kind == .body }
        return Set(bodies.suffix(1).map(analysis.lower))
    }

    private mutating func add(_ words: [String]) {
        let name = words.joined(separator: " ")
        guard let last = words.last?.lowercased(), names.updateValue(name, forKey: name.lowercased()) == nil else {
            return
        }
        guard words.count > 1 else { return }
        byLastWord[last, default: []].append(name)
        byFirstWord[words[0].lowercased(), default: []].append(name)
        let initials = words.filter { $0.first?.isUppercase ?? false }.compactMap(\.first)
        byInitials[String(initials).lowercased(), default: []].append(name)
    }

    /// The fullest name that can be meant; the one given where none or several can be.
    ///
    /// - Parameter name: Without "the".
    package func fullName(of name: String) -> String {
        let lower = name.lowercased()
        if let full = spelt[lower] { return full }
        if let full = bodyNames[lower]?.lazy.compactMap({ written[$0] }).first, full.lowercased() != lower {
            return full
        }
        let words = lower.split(separator: " ")
        if words.count == 1 {
            // "S.E.C." and "SEC"
            let letters = lower.filter { $0 != "." }
            let spelt = name.filter(\.isUppercase).count >= 2 ? Set((byInitials[letters] ?? []).prefix(Self.reach)) : []
            if let full = spelt.first, spelt.count == 1 { return full }
            if byLastWord[lower] == nil, let full = self.name(beginningWith: lower) { return full }
        }
        guard let last = words.last, let longer = byLastWord[String(last)] else { return names[lower] ?? name }
        let fitting = Set(longer.prefix(Self.reach).filter { $0.lowercased().hasSuffix(" " + lower) })
        return fitting.count == 1 ? fitting.first ?? name : names[lower] ?? name
    }

    /// The one body whose name begins with a word: "Norvik" of Norvik Motors.
    package func name(beginningWith word: String) -> String? {
        guard let names = byFirstWord[word.lowercased()], names.count == 1 else { return nil }
        return names[0]
    }

    /// The fullest names of the bodies that were said, before a token, to be in a trade.
    package func names(inTrade noun: String, before token: Int) -> Set<String> {
        let before = trades[..<trades.partitioningIndex(where: { $0.token >= token })].suffix(Self.reach)
        return Set(before.filter { $0.noun == noun }.map { fullName(of: $0.name) })
    }

    /// Whether another body is named between two tokens, at one that is such.
    package func isNamed(between start: Int, and end: Int, but own: String?, where isSuch: (Int) -> Bool) -> Bool {
        named[named.partitioningIndex(where: { $0.token >= start })...].prefix { $0.token < end }
            .contains { own.map($0.name.hasSuffix) != true && own?.hasSuffix($0.name) != true && isSuch($0.token) }
    }

    /// The body that readers have most in view before a token: named often, and not long ago.
    ///
    /// - Returns: its fullest name, and where it was named last.
    package func inView(before token: Int, _ analysis: AnalyzedDocument, where fits: (String) -> Bool) -> (
        name: String, token: Int
    )? {
        let paragraph = analysis.paragraph(of: token)
        var scores: [String: (score: Double, token: Int)] = [:]
        for mention in named[..<named.partitioningIndex(where: { $0.token >= token })].suffix(Self.reach) {
            let known = scores[fullName(of: mention.name)]?.score ?? 0
            let distance = max(0, paragraph - analysis.paragraph(of: mention.token))
            scores[fullName(of: mention.name)] = (known + 1 / Double(1 + distance), mention.token)
        }
        return scores.filter { fits($0.key) }
            .max { ($0.value.score, $1.key) < ($1.value.score, $0.key) }.map { ($0.key, $0.value.token) }
    }

    /// The fullest name of the first body that is named behind a token and fits, and where.
    package func first(behind token: Int, where fits: (String) -> Bool) -> (name: String, token: Int)? {
        let behind = named[named.partitioningIndex(where: { $0.token > token })...].prefix(Self.reach)
        return behind.lazy.map { (self.fullName(of: $0.name), $0.token) }.first { fits($0.0) }
    }

    /// The body named last before a token with a noun in its name, or that was said to be such a one: "the university".
    package func name(with noun: String, before token: Int) -> String? {
        mentions[..<mentions.partitioningIndex(where: { $0.token >= token })].suffix(Self.reach)
            .last { $0.nouns.contains(noun) }?.name
    }
}
