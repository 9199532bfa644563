import Foundation
package import Newswire

/// What a careful reader takes from one reporting verb and the words around it; Tests/Verbs/README.md says how it is
/// written down.
package struct VerbMark: Sendable {
    /// What is marked of each verb, in the order of tables.
    package enum Feature: String, Sendable, CaseIterable {
        case lemma, verbClass = "class", stance, tense, negated, repeated, hedge, to, target, `where`, when

        /// Names words of the text, or nothing.
        package var isWords: Bool { [.hedge, .to, .target, .where, .when].contains(self) }
    }

    package var line: String
    package var cue: Span
    /// What the reader allows; "" for null.
    private var values: [Feature: Set<String>]

    package func allows(_ value: String?, as feature: Feature) -> Bool { allowed(feature).contains(value ?? "") }

    package func allowed(_ feature: Feature) -> Set<String> { values[feature] ?? [""] }

    struct Malformed: Error { var line: String }
}

/// An article with the marks of its verbs.
package struct VerbArticle: Sendable, CustomStringConvertible {
    package var name: String
    package var text: String
    package var marks: [VerbMark]
    package var description: String { name }

    /// All of Tests/Verbs, in the order of their names.
    ///
    /// - Throws: Where a line has too few columns or its cue is not behind the one before.
    package static func all() throws -> [VerbArticle] {
        let folder = Shipped.root.appending(path: "Tests/Verbs")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        return try files.filter { $0.hasSuffix(".verbs") }.sorted().map { file in
            let name = String(file.dropLast(6))
            var article = folder.appending(path: "\(name).txt")
            if !FileManager.default.fileExists(atPath: article.path(percentEncoded: false)) {
                article = Shipped.root.appending(path: "Tests/Articles/\(name).txt")
            }
            let text = try String(contentsOf: article, encoding: .utf8)
            let marks = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            return VerbArticle(name: name, text: text, marks: try VerbMark.read(marks, of: text))
        }
    }
}

extension VerbMark {
    static func read(_ marks: String, of text: String) throws -> [VerbMark] {
        let scalars = Array(text.unicodeScalars)
        var end = 0
        var result: [VerbMark] = []
        for line in marks.split(separator: "\n") where !line.hasPrefix("#") {
            let mark = try VerbMark(String(line), in: scalars, from: end)
            end = mark.cue.end
            result.append(mark)
        }
        return result
    }

    private init(_ line: String, in scalars: [Unicode.Scalar], from start: Int) throws {
        let columns = line.components(separatedBy: " | ")
        let key = columns[0].components(separatedBy: "#")
        guard columns.count >= 3,
            let cue = Self.place(key[0], key.count > 1 ? Int(key[1]) : 1, in: scalars, from: start)
        else { throw Malformed(line: line) }
        let words = columns[2].components(separatedBy: " ")
        guard words.count >= 3 else { throw Malformed(line: line) }
        self.line = line
        self.cue = cue
        values = [
            .lemma: Self.choices(columns[1]), .verbClass: Self.choices(words[0]), .stance: Self.choices(words[1]),
            .tense: Self.choices(words[2] == "none" ? "-" : words[2]),
            .negated: [String(words.contains("negated"))], .repeated: [String(words.contains("repeated"))],
        ]
        for column in columns.dropFirst(3) {
            let parts = column.components(separatedBy: ": ")
            guard parts.count == 2, let feature = Feature(rawValue: parts[0]) else { throw Malformed(line: line) }
            values[feature] = [parts[1]]
        }
    }

    /// "a/b" allows either, "-" is null.
    private static func choices(_ text: String) -> Set<String> {
        Set(text.components(separatedBy: "/").map { $0 == "-" ? "" : $0 })
    }

    /// The n-th place, behind another, where words stand by themselves.
    private static func place(_ words: String, _ number: Int?, in scalars: [Unicode.Scalar], from start: Int) -> Span? {
        let wanted = Array(words.unicodeScalars)
        guard var left = number, !wanted.isEmpty, start + wanted.count <= scalars.count else { return nil }
        func isLetter(_ i: Int) -> Bool { scalars.indices.contains(i) && scalars[i].properties.isAlphabetic }
        for i in start...scalars.count - wanted.count where scalars[i...].starts(with: wanted) {
            guard !isLetter(i - 1), !isLetter(i + wanted.count) else { continue }
            left -= 1
            if left == 0 { return Span(i, i + wanted.count) }
        }
        return nil
    }
}
