/// Splits a byline into the people that it names.
enum Byline {
    /// - Returns: The names as they are written, without "By", functions and agencies; empty where it names no person.
    static func people(_ raw: String?) -> [String] {
        guard let line = raw.flatMap(String.line) else { return [] }
        let names = parts(of: withoutBy(line)).map(withoutPlace).filter(isName)
        return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Whether a paragraph is nothing but a byline: "By Joseph Ax", "By Bo Ek, Staff Writer".
    static func isByline(_ paragraph: String) -> Bool {
        // Nearly all paragraphs are out by this: what follows is slow.
        guard paragraph.utf8.count <= 160, let first = paragraph.utf8.first, [0x42, 0x62, 0x56, 0x50].contains(first),
            let last = paragraph.last, last != "." || paragraph.utf8.count < 40,
            withoutBy(paragraph).count < paragraph.count
        else { return false }
        let parts = parts(of: withoutBy(paragraph)).map(withoutPlace)
        // Each part is a name, or says what somebody is: nothing in it is told.
        return !parts.isEmpty && parts.contains(where: isName) && parts.allSatisfy { isName($0) || isFunction($0) }
            || withoutBy(paragraph).lowercased() == "the associated press"
    }

    private static func withoutBy(_ line: String) -> String {
        let first = line.prefix { $0 != " " }
        guard first.count < line.count, ["by", "von", "par"].contains(first.lowercased()) else { return line }
        return String(line.dropFirst(first.count + 1))
    }

    private static func parts(of line: String) -> [String] {
        var parts: [[Substring]] = [[]]
        for word in line.split(separator: " ") {
            if ["and", "und", "et", "&", "with", "/", "|"].contains(word.lowercased()) {
                parts.append([])
            } else if let last = word.last, last == "," || last == ";" {
                parts[parts.count - 1].append(word.dropLast())
                parts.append([])
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        return parts.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
    }

    private static func withoutPlace(_ part: String) -> String {
        let words = part.split(separator: " ")
        guard let place = words.firstIndex(of: "in"), place > 0 else { return part }
        return words[..<place].joined(separator: " ")
    }

    /// Two to five words in capitals, or the small words that stand within names, and none that functions and agencies
    /// are called by.
    private static func isName(_ part: String) -> Bool {
        let words = part.split(separator: " ")
        guard (2...5).contains(words.count), words[0].lowercased() != "the", !isFunction(part) else { return false }
        return words.allSatisfy { word in
            particles.contains(word.lowercased())
                || word.contains { $0.isUppercase } && !word.contains { $0.isNumber || "@_/:()".contains($0) }
        }
    }

    private static func isFunction(_ part: String) -> Bool {
        part.split { !$0.isLetter }.contains { functions.contains($0.lowercased()) }
    }

    private static let particles: Set<String> = [
        "de", "der", "den", "van", "von", "zu", "la", "le", "du", "di", "da", "del", "della", "dos", "al", "el", "bin",
        "bint", "ibn", "y", "e", "ten", "ter", "af", "av",
    ]

    private static let functions: Set<String> = [
        "press", "writer", "writers", "correspondent", "correspondents", "reporter", "reporters", "editor", "editors",
        "staff", "agency", "news", "desk", "reuters", "dpa", "afp", "ap", "pa", "aap", "ansa", "efe", "tass", "xinhua",
        "bureau", "chief", "columnist", "contributor", "university", "college", "institute", "network", "service",
        "analyst", "critic", "producer", "photographer", "tv", "team", "newsroom", "times", "post", "network",
        "journalist", "researcher", "professor", "director", "media", "inc", "ltd", "llc",
    ]
}
