package import Text

/// Sentences that a caption or an advertisement parts: “Nobody has ever [Photo: The bridge] had the nerve to close it,” he said.
package struct ParagraphJoiner {
    package let document: Document
    package let pairing: QuotePairing

    /// The tokens that are read as one paragraph, by the place of the document's. Nothing is left for those that were set
    /// aside, and for those that go on with one before.
    package func texts() -> [Range<Int>] {
        var texts = document.paragraphs.map {
            $0.setAside == nil ? $0.tokens : $0.tokens.lowerBound..<$0.tokens.lowerBound
        }
        var last: Int?
        for (place, paragraph) in document.paragraphs.enumerated() where paragraph.setAside == nil {
            if let before = last, place > before + 1, goesOn(from: texts[before], in: paragraph.tokens) {
                texts[before] = texts[before].lowerBound..<paragraph.tokens.upperBound
                texts[place] = paragraph.tokens.upperBound..<paragraph.tokens.upperBound
                // No third: what is pieced together without end takes its square in time.
                last = nil
            } else {
                last = place
            }
        }
        return texts
    }

    /// Within quotation marks that only the next closes, and within a sentence that it goes on with.
    private func goesOn(from text: Range<Int>, in next: Range<Int>) -> Bool {
        guard let last = text.last, let first = next.first, endsWithin(last),
            document.tokens[first].kind == .word, !document.tokens[first].shape.contains(.capitalized),
            next.contains(where: { document.tokens[$0].kind == .quoteMark })
        else { return false }
        return pairing.stretches(in: text).contains { !$0.closed && $0.parent == nil && $0.tokens.contains(last) }
    }

    private func endsWithin(_ token: Int) -> Bool {
        switch document.tokens[token].kind {
        case .word, .number, .comma, .dash: true
        default: false
        }
    }
}
