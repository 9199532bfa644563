import English
import Foundation
import SystemPackage
import TestSupport

@testable import Rulebook

extension RuleLanguage {
    static let english = RuleLanguage(code: "en", morphology: EnglishMorphology())
}

/// Rule files in a fresh folder: a small set that loads, of which a test changes what it is about.
struct RuleFolderFixture {
    private let folder: ScratchFolder
    var root: URL { URL(fileURLWithPath: folder.path.string, isDirectory: false) }
    var directory: FilePath { FilePath(root.appending(path: "Rules/en").path(percentEncoded: false)) }
    var overlay: FilePath { FilePath(root.appending(path: "rules.d").path(percentEncoded: false)) }
    var folders: RuleFolders { folders(overlays: [overlay]) }

    init() throws {
        folder = try ScratchFolder()
        for (name, text) in Self.small { try write(name, text) }
    }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ data: Data) throws { try put(data, at: "Rules/en/" + name) }

    func writeOverlay(_ name: String, _ text: String) throws { try put(Data(text.utf8), at: "rules.d/" + name) }

    func delete(_ name: String) throws {
        try FileManager.default.removeItem(at: root.appending(path: "Rules/en/" + name))
    }

    private func put(_ data: Data, at path: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func folders(overlays: [FilePath]) -> RuleFolders {
        RuleFolders(shipped: directory.removingLastComponent(), overlays: overlays, languages: [.english])
    }

    func load() throws -> Rulebook { try RulebookLoader.load(folders).main }

    /// What is wrong, with places that begin at the file's own name.
    func problems() -> [String] {
        do {
            return try load().warnings.map(short)
        } catch let problems as RulebookProblems {
            return problems.problems.map(short)
        } catch {
            return ["\(error)"]
        }
    }

    private func short(_ problem: RulebookProblem) -> String {
        problem.description.replacing(root.path(percentEncoded: false) + "/", with: "").replacing("Rules/en/", with: "")
    }

    static let small: [String: String] = [
        "reporting-verbs.yaml": """
        verbs:
          say: {class: say, frames: [quote, that]}
          point out: {class: argue, stance: endorsing, frames: [that]}
          deny: {class: deny, frames: [object], negates: true}
        irregular:
          say: {past: said}

        """,
        "reporting-phrases.yaml": "phrases:\n  according to: {class: say, source: after}\n",
        "reporting-nouns.yaml": "nouns:\n  claim: {class: allege, stance: distancing}\n",
        "titles.yaml": "courtesy:\n  female: [Mrs.]\n  male: [Mr.]\noffice:\n  any: [Prime Minister]\n",
        "roles.yaml":
            "people:\n  any: [official]\n  female: [wife/wives]\ngroups: [police]\nbodies: [agency]\npapers: [poll]\n",
        "role-relations.yaml": "same:\n  senator: [lawmaker]\nanonymous: [official]\nfor-others: [lawyer]\n",
        "abbreviations.yaml": "never-end: [Mr.]\nbefore-number: [No.]\nmay-end: [U.S.]\n",
        "given-names.yaml": "female: [Amina, Zoë]\nmale: [José]\neither: [Robin]\n",
        "nationalities.yaml": "nationalities:\n  Armenia: [Armenian, Armenians]\n",
        "metonyms.yaml": "metonyms: [Kremlin]\n",
        "organizations.yaml": "words: [ministry]\n",
        "quote-marks.yaml": "pairs: [\"“ ”\", \"`` ''\"]\nsingle: [\"‘ ’\"]\nneutral: ['\"']\napostrophes: [\"’\"]\n",
        "furniture.yaml": """
        rules:
          newsletter:
            is: [Sign up!]
            starts: ["sign up for our"]
            contains: ["to your inbox"]
            all: [["subscribe", "per month"]]

        """,
        "verb-modifiers.yaml": "hedges: [reportedly]\nrefusals: [stop/stopped short of]\nsettings: [interview]\n",
        "word-classes.yaml": "determiners: [the]\nverbs: [run]\nirregular:\n  run: [ran, run]\n",
        "grammar-words.yaml": "definite-article: [the]\nkin: [wife]\n",
        "calendar.yaml": "months: {1: [january, jan]}\nweekdays: [monday]\nzones: {gmt: Z}\nafter-noon: [pm]\n",
        "bylines.yaml": "openings: [by]\nagencies: [reuters]\n",
        "page-words.yaml": "lines: [\"don't miss\"]\nline-openings: [\"sign up for \"]\n",
        "message-words.yaml": "reply-prefixes: [\"re:\"]\n",
    ]
}
