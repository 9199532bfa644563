import Foundation
import ProgramSupport
import TestSupport
import Testing
import Views

@testable import Commands

@Suite struct ViewTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func showsAnArticleAsItShowsItsLine() async throws {
        try folder.write(NumberedArticle.text(3), to: "story.txt")
        let line = try await Program.run("annotate", "--engine", "rules", "story.txt", in: folder).output
        try folder.write(line + line, to: "quotes.jsonl")
        let wide = ["COLUMNS": "120"]
        let article = try await Program.run("view", "--engine", "rules", "story.txt", in: folder, environment: wide)
        #expect(article.status == 0 && article.errors.isEmpty, "\(article)")
        #expect(article.output.contains("_said_ *Mayor Ines Aldana*"), "\(article.output)")
        #expect(!article.output.contains("\u{1B}"), "a pipe gets no colours")
        // Of a journal nothing is annotated: an engine that cannot be had is not asked for.
        let journal = try await Program.run("view", "--model", "./none", "quotes.jsonl", in: folder, environment: wide)
        let parts = article.output.split(separator: "\n\n", maxSplits: 1)
        #expect(journal.output == parts.joined(separator: "\n\n") + "\n" + parts[1], "\(journal)")
        let piped = try await Program.run("view", "-", in: folder, environment: wide, input: line)
        #expect(piped.output == article.output)
    }

    @Test func usesColoursAndWidthAsItIsTold() async throws {
        try folder.write(NumberedArticle.text(3), to: "story.txt")
        func view(_ more: [String], _ environment: [String: String] = [:]) async throws -> String {
            try await Program(
                ["view", "--engine", "rules", "story.txt"] + more, in: folder, name: "view", environment: environment
            ).result().output
        }
        let always = try await view(["--color", "always"], ["NO_COLOR": "1"])
        #expect(always.contains("\u{1B}[0;1;33msaid"), "what is asked for goes before the environment")
        let narrow = try await view([], ["COLUMNS": "40"])
        #expect(narrow == (try await view(["--width", "40"], ["COLUMNS": "100"])))
        #expect(narrow.contains("\n    ¹ "))
    }

    @Test func decidesOnColoursByTerminalAndEnvironment() {
        func facts(_ environment: [String: String], isTerminal: Bool, _ colour: TerminalFacts.Colour = .auto)
            -> TerminalFacts
        {
            TerminalFacts(width: nil, colour: colour, environment: environment, isTerminal: isTerminal) { 132 }
        }
        #expect(facts([:], isTerminal: true).ink == .colours && facts([:], isTerminal: true).width == 132)
        #expect(facts([:], isTerminal: false).ink == .signs && facts([:], isTerminal: false).width == 80)
        #expect(facts(["NO_COLOR": "1"], isTerminal: true).ink == .signs)
        #expect(facts(["NO_COLOR": ""], isTerminal: true).ink == .colours, "an empty one says nothing")
        #expect(facts(["TERM": "dumb"], isTerminal: true).ink == .signs)
        #expect(
            facts(["COLUMNS": "x"], isTerminal: true).width == 132
                && facts(["COLUMNS": "50"], isTerminal: true).width == 50)
        #expect(facts([:], isTerminal: true, .never).ink == .signs)
    }

    @Test func writesAPageOfAll() async throws {
        try folder.write(NumberedArticle.text(3), to: "story.txt")
        try folder.write(NumberedArticle.text(4), to: "other.txt")
        let result = try await Program.run(
            "view", "--html", "-o", "page.html", "--engine", "rules", "story.txt", "absent.txt", "other.txt", in: folder
        )
        #expect(result.status == 1 && result.output.isEmpty)
        #expect(result.errors == "quoted: absent.txt: there is no such file; check its name\n")
        let page = folder.text("page.html")
        #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n") && page.contains("in 2 articles."))
        #expect(folder.files(".").filter { $0.contains(".part") }.isEmpty)
    }

    @Test func tellsWhichLineIsNoRecord() async throws {
        let line = try await Program.run(
            "annotate", "--engine", "rules", "-", in: folder, input: NumberedArticle.text(1)
        )
        .output
        let broken = line.replacing("\"confidence\":", with: "\"confidence\":\"x\",\"c\":", maxReplacements: 1)
        try folder.write(line + broken + "\n{\n" + line, to: "quotes.jsonl")
        let result = try await Program.run("view", "quotes.jsonl", in: folder)
        #expect(result.status == 1)
        #expect(result.output.components(separatedBy: "2 quotations, found by").count == 3, "the others are shown")
        let errors = result.errors.split(separator: "\n")
        #expect(
            errors.count == 2
                && errors[0].hasPrefix(
                    "quoted: quotes.jsonl:2: the line is not a record, see “quotations.[0].confidence”; "),
            "\(errors)")
        #expect(errors[1].hasPrefix("quoted: quotes.jsonl:4: the line is not a record; "), "\(errors)")
    }

    @Test func leavesTheOldPageWhereTheNewOneCannotBeMade() async throws {
        try folder.write("old", to: "page.html")
        let result = try await Program.run(
            "view", "--html", "-o", "page.html", "--model", "./none", "-", in: folder, input: "A story.")
        #expect(result.status == 78 && folder.text("page.html") == "old")
        #expect(folder.files(".").filter { $0.contains(".part") }.isEmpty)
        let nowhere = try await Program.run(
            "view", "--html", "-o", "no/page.html", "--engine", "rules", "-", in: folder, input: "A story.")
        #expect(
            nowhere.status == 1 && nowhere.errors.hasPrefix("quoted: no/page.html cannot be written: "), "\(nowhere)")
    }
}
