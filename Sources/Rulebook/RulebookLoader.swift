internal import Hashing
package import SystemPackage

/// Reads the rule files of one language into a rulebook.
package enum RulebookLoader {
    /// Names of the rule files, in the order in which they are read.
    package static var fileNames: [String] {
        [
            VerbFile.name, PhraseFile.name, NounFile.name, TitleFile.name, RoleFile.name, RoleRelationFile.name,
            AbbreviationFile.name, GivenNameFile.name, NationalityFile.name, MetonymFile.name, OrganizationFile.name,
            QuoteMarkFile.name, FurnitureFile.name, WordClassFile.name, ModifierFile.name,
            GrammarWordFile.name,
        ]
    }

    /// Loads `directory` (the folder of one language, such as `Rules/en`), with the users' own files laid over it.
    ///
    /// Each overlay is a folder of files with the same names, in itself or in a folder of the language's name within
    /// it; later ones win. An overlay that does not exist is no mistake. Throws every mistake of every file in one go.
    package static func load(
        directory: FilePath, overlays: [FilePath] = []
    ) throws(RulebookProblems) -> Rulebook {
        try load(RuleFolders(directory: directory, overlays: overlays))
    }

    package static func load(_ folders: RuleFolders) throws(RulebookProblems) -> Rulebook {
        var layers = RuleLayers(folders)
        let rulebook = Rulebook(
            language: folders.directory.lastComponent?.string ?? "en",
            digest: "",
            verbs: VerbFile.lexicon(layers.entries(VerbFile.self)),
            phrases: PhraseFile.phrases(layers.entries(PhraseFile.self)),
            nouns: NounFile.nouns(layers.entries(NounFile.self)),
            titles: layers.entries(TitleFile.self),
            roles: RoleFile.roles(layers.entries(RoleFile.self)),
            roleRelations: RoleRelationFile.relations(layers.entries(RoleRelationFile.self)),
            abbreviations: layers.entries(AbbreviationFile.self),
            givenNames: GivenNameFile.names(layers.entries(GivenNameFile.self)),
            nationalities: layers.entries(NationalityFile.self),
            metonyms: Set(layers.entries(MetonymFile.self).keys),
            organizations: Set(layers.entries(OrganizationFile.self).keys),
            wordClasses: WordClassFile.classes(layers.entries(WordClassFile.self)),
            grammarWords: GrammarWordFile.words(layers.entries(GrammarWordFile.self)),
            modifiers: ModifierFile.modifiers(layers.entries(ModifierFile.self)),
            quoteMarks: QuoteMarkFile.marks(layers.entries(QuoteMarkFile.self)),
            furniture: FurnitureFile.rules(layers.entries(FurnitureFile.self)),
            speakers: layers.speakers(),
            warnings: [])
        return try layers.finish(rulebook)
    }
}

/// The shipped files of a language and the users' own above them, while they are being read.
private struct RuleLayers {
    private let folders: RuleFolders
    private var problems: [RulebookProblem] = []
    private var hash = SHA256()

    init(_ folders: RuleFolders) {
        self.folders = folders
        problems = folders.layers.flatMap(RuleFolder.strangers)
    }

    /// The entries of one file in all layers.
    mutating func entries<File: RuleFile>(_ file: File.Type) -> [String: File.Entry] {
        var sheet = Sheet<File.Entry>()
        read(folders.directory.appending(File.name), into: &sheet, File.self, isOverlay: false)
        for overlay in folders.layers.dropFirst() {
            let path = overlay.appending(File.name)
            guard RuleFolder.holds(path) else { continue }
            var upper = Sheet<File.Entry>()
            read(path, into: &upper, File.self, isOverlay: true)
            sheet.lay(over: upper, problems: &problems)
        }
        return sheet.entries
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

    /// The users' own directories of speakers, one after the other.
    mutating func speakers() -> SpeakerDirectory {
        var directory = SpeakerDirectory()
        for overlay in folders.layers.dropFirst() {
            let path = overlay.appending(SpeakerDirectoryFile.name)
            guard RuleFolder.holds(path) else { continue }
            do {
                let data = try RuleText.read(path, largest: SpeakerDirectoryFile.largest)
                hash.update(Array("\(SpeakerDirectoryFile.name)\0\(data.count)\0".utf8))
                hash.update(data)
                let text = try RuleText.decode(data, file: path.string)
                let (entries, found) = SpeakerDirectoryFile.read(text, file: path.string)
                for entry in entries { directory.add(entry) }
                problems += found
            } catch {
                problems.append(error)
            }
        }
        return directory
    }

    /// The rulebook with its digest and warnings, or all mistakes.
    func finish(_ rulebook: Rulebook) throws(RulebookProblems) -> Rulebook {
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
