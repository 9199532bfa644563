import LanguageKit

/// A source mention: its words, and what kind of mention it is.
struct Mention {
    enum Shape {
        case pronoun
        case relative
        case named(person: Int, how: Resolution)
        /// A name that nothing else is known of.
        case name(Range<Int>)
        case organization(Range<Int>)
        case nominal(head: Int)
        /// Several together: "A and B", "two thirds of them".
        case group
        case unknown
    }

    var tokens: Range<Int>
    var shape: Shape
}
