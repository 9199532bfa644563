package import Rulebook

/// Names as they stand in the text: a run of capitalised words, with the titles before it and what it is likely a name
/// of.
package struct NameRun {
    package enum Kind { case person, organization, place, unknown }

    /// The name itself, without titles.
    package var tokens: Range<Int>
    /// Titles and nouns of office before it: "Azerbaijani President".
    package var titles: Range<Int>
    package var kind: Kind
    package var gender: Gender?
}
