/// Where a story begins and ends among the blocks of its element, by headings that say so.
struct StoryBounds {
    let title: String?

    /// From the headline on, and up to the heading over what readers wrote.
    func cut(_ blocks: [PageBlock]) -> [PageBlock] {
        var rest = blocks[...]
        if let headline = rest.firstIndex(where: { $0.kind == .heading(1) && TextMatch.agree($0.text, title) }),
            prose(rest[headline...]) > prose(rest[..<headline])
        {
            rest = rest[headline...]
        }
        if let first = rest.firstIndex(where: { prose($0) > 0 }),
            let end = rest[first...].dropFirst().firstIndex(where: isEnd)
        {
            rest = rest[..<end]
        }
        return Array(rest)
    }

    private func prose(_ blocks: ArraySlice<PageBlock>) -> Int {
        blocks.reduce(0) { $0 + prose($1) }
    }

    private func prose(_ block: PageBlock) -> Int { block.isSentence ? block.size : 0 }

    /// "3 Comments", "Leave a Reply", in the languages that the blog programs come in.
    private func isEnd(_ block: PageBlock) -> Bool {
        guard block.size < 50, block.kind != .table, block.kind != .quote else { return false }
        let words = block.text.lowercased().split { !$0.isLetter }.map(String.init)
        let text = words.joined(separator: " ")
        if block.isHeading, let last = words.last, Self.subjects.contains(last) {
            // "The minister's comments" is a part of a story.
            if words.count == 1 || words.count < 5 && Self.readers.contains(words[0]) { return true }
        }
        return words.count <= 6 && Self.invitations.contains { text.hasPrefix($0) }
    }

    private static let subjects: Set<String> = [
        "comments", "comment", "responses", "replies", "comentarios", "comentários", "kommentare", "kommentar",
        "commentaires", "commentaire", "commenti", "komentar", "reacties", "komentarze", "комментарии", "tanggapan",
    ]

    private static let readers: Set<String> = [
        "user", "users", "reader", "readers", "all", "no", "view", "show", "your", "latest", "recent", "facebook",
        "join",
        "total",
    ]

    private static let invitations = [
        "leave a reply", "leave a comment", "leave a response", "leave your comment", "post a comment", "add a comment",
        "write a comment", "join the conversation", "join the discussion", "deja un comentario", "deja una respuesta",
        "deixe uma resposta", "deixe um comentário", "deixe seu comentário", "schreibe einen kommentar",
        "kommentar schreiben", "laisser un commentaire", "laissez un commentaire", "lascia un commento",
        "lascia una risposta", "tinggalkan balasan", "plaats een reactie", "geef een reactie", "dodaj komentarz",
        "добавить комментарий", "コメントを残す",
    ]
}
