import LanguageKit
import Newswire
import Rulebook

/// A person whom the article names.
struct Person {
    /// The words of the fullest name, as written, without title.
    var name: [String]
    var gender: Gender?
    /// What the article says of him or her beside the name.
    var description = Description()
    /// All mentions by name, in the order of the text.
    var mentions: [Range<Int>]

    var fullName: String { name.joined(separator: " ") }
}
