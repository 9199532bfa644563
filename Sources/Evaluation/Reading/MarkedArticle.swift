import Foundation
import Newswire

/// An article with its attributions, marked by a person or found by an engine.
package struct MarkedArticle: Sendable, Equatable {
    package var id: String
    package var text: String
    package var marks: [RoleSpans]

    /// An example of a line.
    package static let form =
        #"{"id": "…", "text": "…", "attributions": [{"source": [[begin, end], …], "cue": […], "content": […]}, …]}"#

    /// The articles of a file of marks, in their order.
    ///
    /// - Parameter file: Its name, for messages about mistakes.
    /// - Throws: Every mistake of the file: lines that differ from `form`, spans outside the text, ids that occur
    ///   twice, no article at all.
    package static func read(_ bytes: [UInt8], file: String) throws(InputMistakes) -> [MarkedArticle] {
        let decoder = JSONDecoder()
        let lines = try JSONLines.read(bytes, file: file, form: form) { data in
            let line = try decoder.decode(MarkedLine.self, from: data)
            guard let text = line.text else {
                throw InputMistakes.Mistake("“text” is missing", remedy: "write it as \(form)")
            }
            let marks = try line.attributions.map { try $0.spans() }
            try SpanCheck(text).check(marks)
            return MarkedArticle(id: line.id, text: text, marks: marks)
        }
        guard !lines.isEmpty else {
            let mistake = InputMistakes.Mistake("there is no article in it", remedy: "give one a line, as \(form)")
            throw InputMistakes(file: file, [mistake])
        }
        try checkIDs(lines, file)
        return lines.map(\.value)
    }

    /// Finds are paired with marks by id.
    private static func checkIDs(
        _ lines: [(line: Int, value: MarkedArticle)], _ file: String
    ) throws(InputMistakes) {
        var first: [String: Int] = [:]
        var mistakes: [InputMistakes.Mistake] = []
        for (line, article) in lines {
            if let earlier = first[article.id] {
                let reason = "the id “\(article.id)” is that of line \(earlier) too"
                mistakes.append(.init(line: line, reason, remedy: "give each article an id of its own"))
            } else {
                first[article.id] = line
            }
        }
        guard mistakes.isEmpty else { throw InputMistakes(file: file, mistakes) }
    }
}

/// One line. `text` is required for marks and optional for finds.
package struct MarkedLine: Decodable {
    package var id: String
    package var text: String?
    package var attributions: [Attribution]

    /// A missing or null role means that the attribution lacks it.
    package struct Attribution: Decodable {
        var source: [[Int]]?
        var cue: [[Int]]?
        var content: [[Int]]?

        /// - Throws: `InputMistakes.Mistake`.
        package func spans() throws -> RoleSpans {
            RoleSpans(
                source: try spans(source, "source"), cue: try spans(cue, "cue"), content: try spans(content, "content"))
        }

        private func spans(_ pairs: [[Int]]?, _ role: String) throws -> [Span] {
            try (pairs ?? []).map { pair in
                guard pair.count == 2 else {
                    throw InputMistakes.Mistake(
                        "a span of “\(role)” is \(pair)", remedy: "give each as two numbers, [begin, end]")
                }
                return Span(pair[0], pair[1])
            }
        }
    }
}
