import Foundation
import ProgramSupport
import TestSupport
import Testing

@testable import Commands

/// `quoted evaluate --extraction`
@Suite struct EvaluateExtractionTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let story = (1...6).map {
        "On day \($0) the river rose by \($0) metres, and nobody slept in the town."
    }

    private func page(_ paragraphs: [String]) -> String {
        "<html><head><title>Flood</title></head><body><ul><li><a href='/'>News</a></li><li><a href='/s'>Sport</a></li></ul>"
            + "<h1>Flood</h1>" + paragraphs.map { "<p>\($0)</p>" }.joined() + "</body></html>"
    }

    private func figures(_ truth: String, pages: String) async throws -> [String: Any] {
        let result = try await Program.run("evaluate", "--extraction", "--json", truth, "--pages", pages, in: folder)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        return try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any], "\(result)")
    }

    @Test func whatIsTakenFromPagesIsComparedWithTheTruth() async throws {
        try folder.make("pages")
        try folder.write(page(Self.story), to: "pages/flood.html")
        try folder.write("<html><body><a href='/'>News</a></body></html>", to: "pages/front.html")
        let truth = ["flood": ["articleBody": Self.story.joined(separator: "\n\n")], "front": ["articleBody": ""]]
        try folder.write(String(decoding: try JSONEncoder().encode(truth), as: UTF8.self), to: "truth.json")
        let json = try await figures("truth.json", pages: "pages")
        #expect(json["pages"] as? Int == 2)
        #expect(json["f1"] as? Double == 1)
        #expect((json["refused"] as? [String: String])?["front"]?.contains("no article") == true)
        let table = try await Program.run("evaluate", "--extraction", "truth.json", "--pages", "pages", in: folder)
        #expect(table.output.hasPrefix("2 pages, 1 of them refused; runs of four words, in per cent\n"), "\(table)")
    }

    @Test func aPageThatIsMissingIsNamed() async throws {
        try folder.write(#"{"lost": {"articleBody": "a"}}"#, to: "truth.json")
        let result = try await Program.run("evaluate", "--extraction", "truth.json", "--pages", ".", in: folder)
        #expect(result.status == 1)
        #expect(result.errors.contains("./lost.html: is missing"), "\(result)")
    }

    @Test func thePagesAreAskedFor() async throws {
        let result = try await Program.run("evaluate", "--extraction", "truth.json", in: folder)
        #expect(result.status != 0)
        #expect(result.errors.contains("Give --extraction and --pages together"), "\(result)")
    }

    // MARK: Pages that may be read here but not be passed on

    private static let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared/formats/html").standardized

    private static let isThere = FileManager.default.fileExists(atPath: shared.path(percentEncoded: false))

    @Test(.enabled(if: isThere, "../shared/formats/html, which is not passed on, is not here"))
    func articlesAreTakenFromPagesAsTheyCome() async throws {
        let path = Self.shared.path(percentEncoded: false)
        let json = try await figures(path + "/ground-truth.json", pages: path + "/pages")
        #expect(try #require(json["pages"] as? Int) > 50)
        let f1 = try #require(json["f1"] as? Double)
        #expect(f1 >= 0.98, "\(f1)")
        #expect((json["refused"] as? [String: String])?.isEmpty == true, "\(json["refused"] ?? "")")
    }
}
