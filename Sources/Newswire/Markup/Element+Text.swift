extension Element {
    /// All text within as one line; nil where there is none.
    var text: String? { String.line(rawText) }
}

extension String {
    /// The text as one line: a blank for white space, nothing that does not show; nil where nothing is left.
    static func line(_ raw: String) -> String? {
        var cleaner = CharacterCleaner()
        cleaner.append(Array(raw.utf8)[...])
        return cleaner.take()
    }
}
