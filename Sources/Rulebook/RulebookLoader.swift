internal import Dispatch
internal import Hashing
internal import Synchronization
internal import SystemPackage

/// Reads the rule files of each language into a rulebook.
package enum RulebookLoader {
    /// The rule files, in the order in which they are read.
    static let files: [any RuleFile.Type] = [
        VerbFile.self, PhraseFile.self, NounFile.self, TitleFile.self, RoleFile.self, RoleRelationFile.self,
        AbbreviationFile.self, GivenNameFile.self, NationalityFile.self, MetonymFile.self, OrganizationFile.self,
        QuoteMarkFile.self, FurnitureFile.self, WordClassFile.self, ModifierFile.self,
        GrammarWordFile.self, CalendarFile.self, BylineFile.self, PageWordFile.self, MessageWordFile.self,
    ]

    package static var fileNames: [String] { files.map { $0.name } }

    /// Loads the shipped files of all languages, with the users' own laid over them.
    ///
    /// An overlay that does not exist is no mistake. Throws every mistake of every file in one go.
    package static func load(_ folders: RuleFolders) throws(RulebookProblems) -> Rulebooks {
        let speakers = SpeakerLayers(folders)
        var problems = speakers.problems
        var rulebooks: [Rulebook] = []
        for result in loadAll(folders, speakers.texts) {
            do {
                rulebooks.append(try result.get())
            } catch {
                problems += error.problems
            }
        }
        if problems.contains(where: { $0.severity == .error }) {
            throw RulebookProblems(problems: problems.sorted { $0.place < $1.place })
        }
        rulebooks[0].warnings += speakers.problems
        let articles = rulebooks.flatMap { $0.words(.definiteArticle) }
        let directory = SpeakerDirectory(speakers.entries, articles: articles)
        for n in rulebooks.indices { rulebooks[n].speakers = directory }
        return Rulebooks(main: rulebooks[0], others: Array(rulebooks.dropFirst()))
    }

    /// The languages at the same time: most of a command's start is this.
    private static func loadAll(_ folders: RuleFolders, _ speakers: [[UInt8]]) -> [Result<Rulebook, RulebookProblems>] {
        let results = Mutex<[Int: Result<Rulebook, RulebookProblems>]>([:])
        DispatchQueue.concurrentPerform(iterations: folders.languages.count) { n in
            let result = Result { () throws(RulebookProblems) in try load(folders.languages[n], in: folders, speakers) }
            results.withLock { $0[n] = result }
        }
        return results.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
    }

    private static func load(
        _ language: RuleLanguage, in folders: RuleFolders, _ speakers: [[UInt8]]
    ) throws(RulebookProblems) -> Rulebook {
        var layers = RuleLayers(folders.layers(of: language))
        var rulebook = Rulebook(language: language.code, morphology: language.morphology)
        for file in files { layers.enter(file, into: &rulebook) }
        return try layers.finish(rulebook, speakers: speakers)
    }
}

/// The shipped files of a language and the users' own above them, while they are being read.
private struct RuleLayers {
    /// The shipped folder first.
    private let folders: [FilePath]
    private var problems: [RulebookProblem]
    private var hash = SHA256()

    init(_ folders: [FilePath]) {
        self.folders = folders
        problems = folders.flatMap(RuleFolder.strangers)
    }

    /// Reads one file in all layers.
    mutating func enter<File: RuleFile>(_ file: File.Type, into rulebook: inout Rulebook) {
        var sheet = Sheet<File.Entry>()
        read(folders[0].appending(File.name), into: &sheet, File.self, isOverlay: false)
        for overlay in folders.dropFirst() {
            let path = overlay.appending(File.name)
            guard RuleFolder.holds(path) else { continue }
            var upper = Sheet<File.Entry>()
            read(path, into: &upper, File.self, isOverlay: true)
            sheet.lay(over: upper, problems: &problems)
        }
        File.enter(sheet, into: &rulebook)
    }

    private mutating func read<File: RuleFile>(
        _ path: FilePath, into sheet: inout Sheet<File.Entry>, _ file: File.Type, isOverlay: Bool
    ) {
        var reader = RuleReader(file: path.string)
        do {
            let data = try RuleText.read(path)
            hash.update(Array("\(path.lastComponent?.string ?? "")\0\(isOverlay)\0\(data.count)\0".utf8))
            hash.update(data)
            let text = try RuleText.decode(data, file: path.string)
            File.read(text, into: &sheet, &reader, isOverlay: isOverlay)
        } catch {
            problems.append(error)
        }
        problems += reader.problems
    }

    /// The rulebook with its digest and warnings, or all mistakes.
    mutating func finish(_ rulebook: Rulebook, speakers: [[UInt8]]) throws(RulebookProblems) -> Rulebook {
        for text in speakers {
            hash.update(Array("\(SpeakerDirectoryFile.name)\0\(text.count)\0".utf8))
            hash.update(text)
        }
        let sorted = problems.sorted { $0.place < $1.place }
        if sorted.contains(where: { $0.severity == .error }) { throw RulebookProblems(problems: sorted) }
        var rulebook = rulebook
        rulebook.digest =
            "sha256:"
            + hash.finalize().map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
        rulebook.warnings = sorted
        return rulebook
    }
}
