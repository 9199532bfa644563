import Foundation
import TestSupport
import Testing

/// A language is a folder: its words are in its rules, its grammar in `Sources/Languages`, and nothing else knows any.
@Suite struct LanguageWordTests {
    /// Literals that are words of English, by file.
    private static let found: [String: Set<String>] = {
        var found: [String: Set<String>] = [:]
        for (name, source) in files {
            let literals = SwiftLiterals.all(in: source).filter(LanguageWords.english.makeUp)
            if !literals.isEmpty { found[name] = Set(literals.map(\.text)) }
        }
        return found
    }()

    /// By their paths in `Sources`.
    private static let files: [(name: String, source: String)] = {
        let root = Shipped.root.appending(path: "Sources").path(percentEncoded: false)
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Languages/") }.sorted().compactMap { name in
            (try? String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)).map { (name, $0) }
        }
    }()

    @Test func noFileComparesTextWithWordsOfALanguage() {
        #expect(Self.files.count > 300, "the sources are not where they were looked for")
        for (file, words) in Self.found.sorted(by: { $0.key < $1.key }) {
            let others = words.subtracting(AllowedWords.byFile[file] ?? []).sorted()
            #expect(others.isEmpty, "\(file): put them into rule files, or say in AllowedWords why they may stay")
        }
    }

    @Test func everythingThatIsAllowedIsThere() {
        for (file, words) in AllowedWords.byFile.sorted(by: { $0.key < $1.key }) {
            let gone = words.subtracting(Self.found[file] ?? []).sorted()
            #expect(gone.isEmpty, "\(file): take them out of AllowedWords")
        }
    }

    // MARK: The scanner

    @Test(arguments: [
        #"word == "the""#, #"case "said": 1"#, #"["ese", "of"]"#, #"text.hasPrefix("by ")"#, #"word.hasSuffix("n't")"#,
        #""A word: \(f("who"))""#, ##"x == #"whom"#"##, "let list = \"\"\"\n    he she it\n    \"\"\"",
        #"word == "don’t""#,
        #""She.""#, #"["March"]"#,
    ])
    func aPlantedWordIsFound(code: String) {
        #expect(SwiftLiterals.all(in: code).contains(where: LanguageWords.english.makeUp))
    }

    @Test(arguments: [
        "// \"the\"", "/* \"the\" /* \"of\" */ \"who\" */", #"let the = 1"#, #""by \(name)""#, #""This is it.""#,
        #""definite-article""#, #""s""#, #""'""#, #""""#, #""the parser""#,
    ])
    func whatIsNoComparedWordIsNot(code: String) {
        #expect(!SwiftLiterals.all(in: code).contains(where: LanguageWords.english.makeUp))
    }

    @Test func literalsAreReadAsTheCompilerReadsThem() {
        let code = #"a("x\"y\u{2019}", /* "no" */ "\(b("z", ")")) end") // "no""# + "\n" + #""w""#
        let literals = SwiftLiterals.all(in: code)
        #expect(literals.map(\.text) == ["x\"y’", "z", ")", " end", "w"])
        #expect(literals.map(\.line) == [1, 1, 1, 1, 2])
        #expect(literals.map(\.isInterpolated) == [false, false, false, true, false])
    }
}
