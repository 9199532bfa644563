import Exports
import Foundation
import Journal
import ProgramSupport
import Records
import TestSupport
import Testing

@testable import Commands

/// That a form that is declared is told of wherever forms are.
@Suite struct ExportCatalogTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private struct Nothing: FolderExport {
        var common: [ExportedFile] { [] }
        func files(of record: Record) -> [ExportedFile] { [] }
    }

    @Test func aNewFormIsToldOfEverywhere() {
        let new = ExportFormat(
            name: "tei", summary: "a folder of TEI", needsText: true,
            layout: .folder(endings: ["xml"]) { Nothing() })
        let catalog = ExportCatalog(ExportFormat.all + [new])
        #expect(catalog.names.last == "tei" && catalog.format(named: "tei")?.summary == "a folder of TEI")
        #expect(catalog.listing.hasSuffix("\n  tei             a folder of TEI"))
        #expect(catalog.places == "a file, of brat and tei a folder")
        #expect(catalog.mistake(format: "xml", output: nil)?.hasSuffix("spacy, tei.") == true)
        #expect(catalog.mistake(format: "tei", output: nil)?.contains("-o") == true)
        #expect(catalog.mistake(format: "tei", output: "there") == nil)
    }

    @Test func helpCompletionAndMessagesNameAllForms() async throws {
        let help = try await Program.run("export", "--help", in: folder).output
        #expect(help.contains(ExportCatalog().listing), "\(help)")
        let names = ExportCatalog().names
        #expect(help.contains("The form: \(names.joined(separator: ", "))."), "\(help)")
        for shell in ["bash", "zsh", "fish"] {
            let script = try await Program.run("--generate-completion-script", shell, in: folder).output
            #expect(script.contains(try Regex(names.joined(separator: #"['$\\n\s]+"#))), "\(shell)")
        }
        let slip = try await Program.run("export", "--to", "xml", "a", in: folder)
        #expect(slip.errors.contains("write one of \(names.joined(separator: ", "))."), "\(slip)")
    }

    @Test func theTableOfTheDocumentationIsThatOfTheDeclarations() throws {
        let page = try String(contentsOf: Shipped.root.appending(path: "docs/exports.md"), encoding: .utf8)
        let rows = ExportFormat.all.map { format in
            let written =
                switch format.layout {
                case .lines(let ending, _): "`.\(ending)`"
                case .folder(let endings, _): "a folder of " + endings.map { "`.\($0)`" }.joined(separator: " and ")
                }
            return "| `\(format.name)` | \(format.summary) | \(written) | \(format.needsText ? "yes" : "no") |"
        }
        let table = (["| `--to` | | it writes | from the text |", "| --- | --- | --- | --- |"] + rows)
            .map { $0 + "\n" }.joined()
        let isThere = page.contains(table)
        #expect(isThere, "put this table into docs/exports.md:\n\(table)")
    }
}
