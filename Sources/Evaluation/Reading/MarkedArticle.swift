import Foundation
import Newswire

/// An article with its attributions, marked by a person or found by an engine.
package struct MarkedArticle: Sendable, Equatable {
    package var id: String
    package var text: String
    package var marks: [MarkedAttribution]
    /// Whether somebody looked for those within others and said which they are.
    package var isNestingMarked = false

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
            let marks = try line.marks()
            try SpanCheck(text).check(marks)
            return MarkedArticle(id: line.id, text: text, marks: marks, isNestingMarked: line.isNestingMarked)
        }
        guard !lines.isEmpty else {
            let mistake = InputMistakes.Mistake("there is no article in it", remedy: "give one a line, as \(form)")
            throw InputMistakes(file: file, [mistake])
        }
        try checkIDs(lines, file)
        return lines.map(\.value)
    }

    /// Which attributions can be compared: all, if anybody marked those within others.
    package static func depth(of articles: [MarkedArticle]) -> Depth {
        articles.contains(where: \.isNestingMarked) ? .all : .outer
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
