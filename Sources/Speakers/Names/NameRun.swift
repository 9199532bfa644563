import Rulebook

/// Names as they stand in the text: a run of capitalised words, with the titles before it and what it is likely a name
/// of.
struct NameRun {
    enum Kind { case person, organization, place, unknown }

    /// The name itself, without titles.
    var tokens: Range<Int>
    /// Titles and nouns of office before it: "Azerbaijani President".
    var titles: Range<Int>
    var kind: Kind
    var gender: Gender?
}
