import Annotator
import LanguageKit
import TestSupport
import Testing

@testable import Rulebook

/// Every rule is read: without it some record is another.
@Suite struct RuleMutationTests {
    @Test(arguments: Shipped.rulebooks.all.map(\.language))
    func everySectionAndKeyChangesARecord(_ language: String) throws {
        var rulebook = try #require(Shipped.rulebooks[language])
        rulebook.speakers = RuleProofs.directory
        let proofs = try #require(RuleProofs.byLanguage[language])
        let proven = try RulebookLoader.files.flatMap { try Self.mutations(of: $0, in: rulebook, proofs) }
        let keys = proven.count { if case .key = $0.part { true } else { false } }
        print("\(proven.count - keys) sections and \(keys) keys of rule files of “\(language)” are read")
        #expect(Set(proven.map(\.description)) == Set(proofs.keys), "no proof is left over")
    }

    /// A name, a sentence or a number goes on where an abbreviation lets it.
    private static let abbreviated = [
        "Falk @. Holm said the bridge was closed.", "Falk met Lind @. The Holm said the bridge was closed.",
        "Falk @. 4 said the bridge was closed.",
    ]

    @Test func everyAbbreviationChangesARecord() throws {
        let proven = try Self.entries(of: AbbreviationFile.self) { name, rulebook in
            let written = try #require(rulebook.abbreviations[name]).written
            return Self.abbreviated.map { $0.replacing("@", with: written) }
        }
        print("\(proven) abbreviations are read")
    }

    @Test func everyQuotationMarkChangesARecord() throws {
        let proven = try Self.entries(of: QuoteMarkFile.self) { name, _ in
            if name.hasPrefix("apostrophes: ") { return ["Falk didn\(name.suffix(1))t say the bridge was closed."] }
            let marks = name.split(separator: " ")
            return ["\(marks[0])The bridge is closed,\(marks[marks.count - 1]) Falk said."]
        }
        print("\(proven) pairs of marks, neutral marks and apostrophes are read")
    }

    /// The shipped rules without most of their words, since each entry that is taken away costs a lexicon.
    private static let small: Rulebook = {
        var rulebook = Shipped.rulebook
        rulebook.verbs.byForm = rulebook.verbs.byForm.filter { ["said", "say"].contains($0.key) }
        rulebook.wordClasses = rulebook.wordClasses.filter { ["the", "is", "was", "didn't"].contains($0.key) }
        (rulebook.titles, rulebook.roles, rulebook.givenNames) = ([:], [:], [:])
        (rulebook.nationalities, rulebook.nouns) = ([:], [:])
        (rulebook.metonyms, rulebook.organizations, rulebook.furniture) = ([], [], [])
        return rulebook
    }()

    /// - Returns: How many entries a file has.
    private static func entries<File: RuleFile>(
        of file: File.Type, _ texts: (String, Rulebook) throws -> [String]
    ) throws -> Int {
        let mutable = try MutableRuleFile(file, of: Shipped.rulebook)
        let whole = Annotator(rulebooks: Rulebooks(main: small), version: "0.0.0")
        for mutation in mutable.entries {
            guard case .entry(let name) = mutation.part else { continue }
            let annotator = Annotator(
                rulebooks: Rulebooks(main: mutable.rulebook(without: mutation.part, in: small)), version: "0.0.0")
            let isRead = try texts(name, small).contains { try line($0, by: annotator) != line($0, by: whole) }
            #expect(isRead, "nothing reads \(mutation)")
        }
        return mutable.entries.count
    }

    private static func mutations<File: RuleFile>(
        of file: File.Type, in rulebook: Rulebook, _ proofs: [String: String]
    ) throws -> [RuleMutation] {
        let mutable = try MutableRuleFile(file, of: rulebook)
        let whole = Annotator(
            rulebooks: Rulebooks(main: rulebook), version: "0.0.0", language: .only(rulebook.language))
        for mutation in mutable.mutations {
            guard let text = proofs[mutation.description] else {
                Issue.record("\(mutation) has no text in RuleProofs")
                continue
            }
            let annotator = Annotator(
                rulebooks: Rulebooks(main: mutable.rulebook(without: mutation.part)), version: "0.0.0",
                language: .only(rulebook.language))
            #expect(try line(text, by: annotator) != line(text, by: whole), "nothing reads \(mutation)")
        }
        return mutable.mutations
    }

    private static func line(_ text: String, by annotator: Annotator) throws -> [[UInt8]] {
        try Annotating.lines(Array(text.utf8), by: annotator).map(\.line)
    }
}
