import Foundation

/// What people took from pages: `{"page's id": {"articleBody": "…", "url": "…"}, …}`, as the benchmark writes it.
package struct PageTruth: Sendable, Equatable {
    package var id: String
    /// The article without its title; empty for a page without one.
    package var body: String

    init(id: String, body: String) {
        self.id = id
        self.body = body
    }

    private struct Entry: Decodable {
        var articleBody: String?
    }

    /// In the order of the ids.
    /// - Throws: `InputMistakes` if the file has another form.
    package static func read(_ bytes: [UInt8], file: String) throws(InputMistakes) -> [PageTruth] {
        guard let entries = try? JSONDecoder().decode([String: Entry].self, from: Data(bytes)), !entries.isEmpty else {
            throw InputMistakes(
                file: file,
                [
                    InputMistakes.Mistake(
                        "it names no pages", remedy: #"write it as {"page's id": {"articleBody": "…"}, …}"#)
                ])
        }
        return entries.sorted { $0.key < $1.key }.map { PageTruth(id: $0.key, body: $0.value.articleBody ?? "") }
    }
}
