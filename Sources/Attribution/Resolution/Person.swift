import Newswire
import Rulebook

/// A person whom the article names.
struct Person {
    /// The words of the fullest name, as written, without title.
    var name: [String]
    var gender: Gender?
    /// What the article says of him or her beside the name.
    var description = Description()
    /// First tokens of all mentions, in order.
    var mentions: [Range<Int>]

    var surname: String { Self.surname(of: name) }
    /// The last word, "Jr." and the like aside.
    static func surname(of name: [String]) -> String {
        let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
        return name.last { !suffixes.contains($0.lowercased()) } ?? name.last ?? ""
    }

    var fullName: String { name.joined(separator: " ") }
}
