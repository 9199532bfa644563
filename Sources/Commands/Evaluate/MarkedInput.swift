import Evaluation
import Foundation
import Setup

/// The articles that people marked: a file of JSON lines, or a folder as brat keeps it.
enum MarkedInput {
    /// - Throws: `NamedInput.Unreadable`, and `InputMistakes` with every mistake of the first file that has any.
    static func read(_ name: String) throws -> [MarkedArticle] {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue else {
            return try MarkedArticle.read(try NamedInput(name).read(), file: LogValue.escaped(name))
        }
        return try brat(name)
    }

    /// Every `.ann` file with a `.txt` file beside it, in the folder or below, is an article.
    private static func brat(_ folder: String) throws -> [MarkedArticle] {
        let names = (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".ann") }.sorted()
        guard !names.isEmpty else {
            let mistake = InputMistakes.Mistake(
                "there is no .ann file in it", remedy: "name a folder of brat's, or a file of marked articles")
            throw InputMistakes(file: LogValue.escaped(folder), [mistake])
        }
        // A journal's articles are known by their files' names without folders.
        let isFlat = Set(names.map { PredictionFile.id(ofFile: $0) }).count == names.count
        return try names.map { name in
            let stem = folder + "/" + name.dropLast(4)
            let (annotations, text) = (try text(of: stem + ".ann"), try text(of: stem + ".txt"))
            return try BratMarks.read(
                annotations, text: text, id: isFlat ? PredictionFile.id(ofFile: name) : String(name.dropLast(4)),
                file: LogValue.escaped(stem + ".ann"))
        }
    }

    private static func text(of name: String) throws -> String {
        guard let text = String(validating: try NamedInput(name).read(), as: UTF8.self) else {
            let mistake = InputMistakes.Mistake(
                "it is not UTF-8", remedy: "convert it with iconv; offsets then stay as they are")
            throw InputMistakes(file: LogValue.escaped(name), [mistake])
        }
        return text
    }
}
