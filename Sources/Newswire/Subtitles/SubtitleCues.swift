/// What is said in subtitles, put together from their cues.
struct SubtitleCues {
    /// A paragraph each: "Ida Moe: We have none left.", or what was said by nobody who is named, up to the end of a sentence.
    private(set) var turns: [String] = []
    private var voice: String?

    init(_ text: String) {
        var isCue = false
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if Self.isTiming(line) {
                isCue = true
            } else if line.allSatisfy(\.isWhitespace) {
                isCue = false
            } else if isCue {
                add(String(line))
            }
        }
    }

    /// "00:00:01,000 --> 00:00:04,000", hours and what follows aside.
    static func isTiming(_ line: some StringProtocol) -> Bool {
        guard let arrow = line.firstRange(of: "-->") else { return false }
        let start = line[..<arrow.lowerBound].filter { !$0.isWhitespace }
        return start.contains(":") && start.allSatisfy { $0.isNumber || ":.,".contains($0) }
    }

    private mutating func add(_ line: String) {
        for part in SubtitleMarkup.parts(of: line) {
            let text = part.text
            if let voice = part.voice {
                // Said on by the same speaker.
                if self.voice == voice, let last = turns.indices.last {
                    turns[last] += " " + text
                } else {
                    turns.append("\(voice): \(text)")
                }
                self.voice = voice
            } else if let said = Self.afterDash(text) {
                turns.append(said)
                voice = nil
            } else if goesOn(text), let last = turns.indices.last {
                turns[last] += " " + text
            } else {
                turns.append(text)
                voice = nil
            }
        }
    }

    /// Whether a line belongs to the paragraph before it: that ends within a sentence, or in a voice's cue.
    private func goesOn(_ text: String) -> Bool {
        guard let last = turns.last, !Self.hasLabel(text) else { return false }
        return !Self.endsSentence(last) || voice != nil
    }

    /// "- Did they know?": somebody else says that.
    private static func afterDash(_ text: String) -> String? {
        guard let first = text.first, "-–—".contains(first) else { return nil }
        let rest = text.dropFirst().drop(while: \.isWhitespace)
        return rest.isEmpty ? nil : String(rest)
    }

    /// "MOE: It did."
    private static func hasLabel(_ text: String) -> Bool {
        guard let colon = text.firstRange(of: ": ")?.lowerBound else { return false }
        let name = text[..<colon]
        return name.count <= longestLabel && name.first?.isUppercase ?? false
            && name.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false || $0.first == "(" }
    }

    private static func endsSentence(_ text: String) -> Bool {
        let end = text.last { !"\"'”’»)]".contains($0) }
        return end.map { ".!?…".contains($0) } ?? false
    }

    /// Characters of a name with a title. Chosen by hand.
    private static let longestLabel = 40
}

/// Tags within a cue: "<v Ida Moe>", "<i>", "<00:01.000>".
enum SubtitleMarkup {
    struct Part: Equatable {
        var voice: String?
        var text: String
    }

    /// What each voice says in a line, without tags and with references read.
    static func parts(of line: String) -> [Part] {
        var parts: [Part] = []
        var (voice, text) = (String?.none, "")
        var rest = line[...]
        func finish() {
            let plain = PlainValue.text(text.replacing("<", with: " ")) ?? ""
            if !plain.isEmpty { parts.append(Part(voice: voice, text: plain)) }
            text = ""
        }
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            if let name = self.voice(tag) {
                finish()
                voice = name
            } else if tag == "/v" {
                finish()
                voice = nil
            }
        }
        text += rest
        finish()
        return parts
    }

    /// The name in "v Ida Moe" and "v.loud Ida Moe".
    private static func voice(_ tag: Substring) -> String? {
        guard let blank = tag.firstIndex(where: \.isWhitespace) else { return nil }
        let element = tag[..<blank]
        guard element == "v" || element.hasPrefix("v.") else { return nil }
        return PlainValue.text(String(tag[blank...]))
    }
}
