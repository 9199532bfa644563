/// The people of a byline.
enum PageByline {
    /// Whether it says that it is one: "By Bo Ek".
    static func isOne(_ text: String) -> Bool { openings.contains { text.lowercased().hasPrefix($0) } }

    /// - Parameter texts: Names, or lines such as "By Bo Ek and Eva Lind, Staff Writers".
    /// - Returns: Each person once, in their order; offices, addresses and dates are left out.
    static func people(in texts: [String]) -> [String] {
        var people: [String] = []
        for text in texts {
            guard let line = PlainValue.text(text), !line.contains("://"), !line.contains("www.") else { continue }
            for part in parts(of: withoutOpening(line)) {
                let name = capitalised(withoutAgency(trimmed(part)))
                if isName(name), !people.contains(name) { people.append(name) }
            }
        }
        let persons = people.filter { !agencies.contains($0.lowercased()) }
        return persons.isEmpty ? people : persons
    }

    /// Named beside people they are their employer.
    private static let agencies: Set<String> = [
        "associated press", "the associated press", "ap", "reuters", "thomson reuters", "afp", "agence france-presse",
        "bloomberg", "bloomberg news", "upi", "dpa", "efe", "ansa", "pti", "ians", "ani", "cnn", "bbc", "bbc news",
        "press association", "pa media", "canadian press", "the canadian press", "australian associated press", "aap",
        "tribune news service", "tribune content agency",
    ]

    private static let openings = [
        "by ", "by: ", "written by ", "posted by ", "story by ", "reported by ", "author: ", "from ", "published by ",
    ]

    private static func withoutOpening(_ text: String) -> Substring {
        var rest = text[...]
        while let opening = openings.first(where: { rest.lowercased().hasPrefix($0) }) {
            rest = rest.dropFirst(opening.count)
        }
        // "Analysis by Bo Ek"
        let head = rest.split(separator: " ").prefix(3)
        if let by = head.firstIndex(where: { $0.lowercased() == "by" }) { rest = rest[head[by].endIndex...] }
        return rest
    }

    private static func parts(of text: Substring) -> [Substring] {
        let connectors: Set<String> = ["and", "&", "with", "und", "et", "y"]
        return text.split { ",;|•·/".contains($0) }.flatMap { part in
            part.split(separator: " ").split { connectors.contains($0.lowercased()) }.map { words in
                text[(words.first?.startIndex ?? text.startIndex)..<(words.last?.endIndex ?? text.startIndex)]
            }
        }
    }

    private static func trimmed(_ part: Substring) -> String {
        let edge: Set<Character> = [" ", "-", "–", "—", ":", ".", "(", ")", "@", "\u{A0}"]
        let front = part.drop { edge.contains($0) }
        guard let last = front.lastIndex(where: { !edge.contains($0) }) else { return "" }
        // "Jr." keeps its full stop.
        let end = front.index(after: last)
        let name = String(front[..<end])
        return name.hasSuffix(" Jr") || name.hasSuffix(" Sr") ? name + "." : name
    }

    /// "Bo Ek Associated Press" of two lines that stand together.
    private static func withoutAgency(_ name: String) -> String {
        let lower = name.lowercased()
        guard let agency = agencies.first(where: { lower.hasSuffix(" " + $0) }), lower != "the " + agency else {
            return name
        }
        return trimmed(name.dropLast(agency.count))
    }

    /// "BO EK" as "Bo Ek".
    private static func capitalised(_ name: String) -> String {
        guard name == name.uppercased(), name.contains(" "), name != name.lowercased() else { return name }
        return name.split(separator: " ").map { word in
            word.count <= 2 && word.contains(".") ? String(word) : word.prefix(1) + word.dropFirst().lowercased()
        }.joined(separator: " ")
    }

    private static func isName(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard (1...5).contains(words.count), name.count > 2, name.count < 60 else { return false }
        guard !name.contains(where: { $0.isNumber || "@/:()".contains($0) }) else { return false }
        let lower = words.map { $0.lowercased() }
        return !lower.contains(where: offices.contains)
            && !(lower.count == 1 && ["admin", "editor"].contains(lower[0]))
    }

    private static let offices: Set<String> = [
        "staff", "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors",
        "editorial", "contributor", "contributors", "columnist", "columnists", "photographer", "newsroom", "desk",
        "bureau", "chief", "published", "updated", "posted", "minutes", "min", "read", "am", "pm", "am.", "pm.", "http",
        "www", "inc", "inc.", "llc", "admin", "for", "special", "share", "follow", "comments", "january", "february",
        "march", "november", "december",
    ]
}
