import QuotationIndex
import Setup

/// Quotations that were found, as text for people: who, when, the words with the matches marked, the article.
struct FoundText {
    /// Whether marks are shown by colour, as terminals have it.
    let isColoured: Bool

    func text(_ found: [Found]) -> String { found.map(entry).joined(separator: "\n") }

    private func entry(_ found: Found) -> String {
        let title = found.title.map { marked($0, found.titleMarks) } ?? "(no title)"
        let from = [found.publisher, found.url].compactMap(\.self).map(LogValue.escaped)
        return """
            \(found.date.prefix(16).replacing("T", with: " "))  \(speaker(found))
                \(marked(found.text, found.marks))
                \(faint(([title] + from).joined(separator: " · ")))

            """
    }

    private func speaker(_ found: Found) -> String {
        let name = found.speaker ?? found.role ?? found.source ?? "(nobody named)"
        var text = bold(LogValue.escaped(name))
        // A role that the name says already adds nothing.
        if let role = found.role, found.speaker != nil { text += ", " + LogValue.escaped(role) }
        if let cue = found.cue { text += " — " + LogValue.escaped(cue) }
        return text
    }

    private func marked(_ text: String, _ marks: [Found.Mark]) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = ""
        var place = 0
        for mark in marks where mark.start >= place && mark.end <= scalars.count {
            result += Self.words(scalars[place..<mark.start]) + highlighted(Self.words(scalars[mark.start..<mark.end]))
            place = mark.end
        }
        return result + Self.words(scalars[place...])
    }

    private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return LogValue.escaped(String(view))
    }

    private func highlighted(_ text: String) -> String { isColoured ? "\u{1B}[1;4m\(text)\u{1B}[0m" : "*\(text)*" }
    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func faint(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
