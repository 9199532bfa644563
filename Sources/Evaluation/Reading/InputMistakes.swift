/// All mistakes of a file of articles, by line, so that they can be mended in one go.
package struct InputMistakes: Error, Sendable, Equatable, CustomStringConvertible {
    package struct Mistake: Error, Sendable, Equatable {
        /// Lines count from 1; nil for the file as a whole.
        package var line: Int?
        package var reason: String
        package var remedy: String

        package init(line: Int? = nil, _ reason: String, remedy: String) {
            self.line = line
            self.reason = reason
            self.remedy = remedy
        }
    }

    package var file: String
    package var mistakes: [Mistake]

    /// A file in another form has a mistake in every line; these are enough to see that.
    private static let most = 10

    package init(file: String, _ mistakes: [Mistake]) {
        self.file = file
        self.mistakes = mistakes
    }

    package var description: String {
        var lines = mistakes.prefix(Self.most).map { mistake in
            "\(file)\(mistake.line.map { ":\($0)" } ?? ""): \(mistake.reason); \(mistake.remedy)"
        }
        if mistakes.count > Self.most { lines.append("\(file): and \(mistakes.count - Self.most) more like these") }
        return lines.joined(separator: "\n")
    }
}

extension InputMistakes.Mistake {
    static func unknownKind(_ kind: String) -> Self {
        let kinds = MarkedSpeaker.Kind.allCases.map(\.rawValue)
        return Self(
            "a speaker's kind is “\(kind)”", remedy: "write one of " + kinds.joined(separator: ", "))
    }
}
