/// Words that agencies and mail programs put around what they send.
struct MessageWords: Sendable {
    private let editorsNotes: [String]
    private let notebooks: [String]
    private let pictures: [String]
    private let replies: [String]
    /// "(reporting by ", in lower case; UTF-8.
    let credits: [[UInt8]]

    init(_ vocabulary: NewsVocabulary) {
        editorsNotes = vocabulary.lower(.editorsNote)
        notebooks = vocabulary.lower(.notebook)
        pictures = vocabulary.lower(.pictureOpening)
        replies = vocabulary.lower(.replyPrefix)
        credits = vocabulary.lower(.creditOpening).map { Array("(\($0) ".utf8) }
    }

    /// "Eds: adds byline"
    func isEditorsNote(_ line: String) -> Bool {
        let folded = line.lowercased()
        return editorsNotes.contains { folded.hasPrefix($0) }
    }

    /// "# Notebook": what follows is for the desks, and not for publication.
    func isNotebook(_ heading: String) -> Bool {
        let folded = heading.lowercased()
        return notebooks.contains { folded.contains($0) }
    }

    /// "Photo - https://…"
    func isPicture(_ paragraph: String) -> Bool {
        let folded = paragraph.lowercased()
        return pictures.contains { folded.hasPrefix($0) }
    }

    /// "Bridge" for "Fwd: Re: Bridge"; nil where nothing is left.
    func withoutReplies(_ subject: String) -> String? {
        var rest = Substring(subject)
        while let prefix = replies.first(where: { rest.utf8Begins(with: $0) }) {
            rest = rest.dropFirst(prefix.count).drop { $0 == " " }
        }
        return rest.isEmpty ? nil : String(rest)
    }
}
