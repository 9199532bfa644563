extension FileSample {
    /// How many bytes sniffing looks at.
    static let size = 4096

    /// How far to look for the root of an XML document, behind its document type.
    static let furthest = 1 << 20

    /// The head of a file as readers want to see it: without a byte-order mark, and where that mark says UTF-16 or
    /// UTF-32 rewritten as UTF-8, so that a reader compares plain ASCII whatever the file is encoded in.
    package init(bytes: [UInt8]) {
        let head = bytes.prefix(Self.size)
        guard let mark = ByteOrderMark(of: head) else {
            self.init(head: head, of: bytes.prefix(Self.furthest))
            return
        }
        let body = head.dropFirst(mark.length)
        guard mark.charset != .utf8 else {
            self.init(head: body, of: bytes[mark.length...].prefix(Self.furthest))
            return
        }
        let text = mark.charset.decode(Array(body)).text
        self.init(head: ArraySlice(text.utf8))
    }

    /// The head from its first byte that is no white space.
    var trimmed: ArraySlice<UInt8> {
        head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}

extension ArraySlice<UInt8> {
    /// Whether these bytes begin with the word, ASCII letters compared without regard to case.
    func begins(with word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            guard count >= word.count else { return false }
            for at in word.indices {
                guard unsafe self[startIndex + at].asciiLowercased == word[at].asciiLowercased else { return false }
            }
            return true
        }
    }

    func contains(_ word: StaticString) -> Bool {
        let word = Array(word.description.utf8)
        guard let first = word.first else { return true }
        var rest = self
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: word) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

extension StaticString {
    func holds(_ byte: UInt8) -> Bool { withUTF8Buffer { unsafe $0.contains(byte) } }
}

extension UInt8 {
    var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
