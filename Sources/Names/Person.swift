import LanguageKit
import Newswire
package import Rulebook

/// A person whom the article names.
package struct Person {
    /// The words of the fullest name, as written, without title.
    package var name: [String]
    package var gender: Gender?
    /// What the article says of him or her beside the name.
    package var description = Description()
    /// All mentions by name, in the order of the text.
    package var mentions: [Range<Int>]

    package var fullName: String { name.joined(separator: " ") }
}
