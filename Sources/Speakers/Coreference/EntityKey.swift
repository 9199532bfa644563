import LanguageKit

/// What all mentions of a speaker have in common, where no person with a name speaks. Words are in lower case.
enum EntityKey: Hashable {
    /// By the fullest name that the article has for it; by its noun where it has none: "court".
    case body(String)
    /// By the mention's words: "the report".
    case document(String)
    /// By the mention's words: "voters", "Ann Lee and Bo Berg".
    case group(String)
    /// By the mention's words, of several who are not to be named: "two officials".
    case officials(String)
    /// By the mention's words, of one whose noun is in no list of offices: "the 48-year-old".
    case described(String)
    /// By the name, where nothing else is known of who bears it.
    case stranger(String)
    /// By the mention's first token: "a spokesman" is another one each time.
    case somebody(at: Int)
    /// The same for several: "many", "everybody".
    case people(at: Int)
    /// The "we" of a speaker whose body the article does not tell.
    case ours(Int)
    /// "I" and "we" outside of quotation marks.
    case author, authors
    /// The Q of a printed conversation.
    case questioner

    var kind: Speaker.Kind {
        switch self {
        case .body: .organization
        case .document: .document
        case .group, .people, .ours, .authors: .group
        case .officials, .described, .somebody, .questioner: .unnamed
        case .stranger: .person
        case .author: .author
        }
    }

    /// Whether "they" can be said of them from now on.
    var isGroupInView: Bool {
        switch self {
        case .group, .officials: true
        default: false
        }
    }

    /// Whether the mention's words are all that tells who it is.
    func isToldByWords(name: String?) -> Bool {
        switch kind {
        case .unnamed, .group: true
        case .organization: name == nil
        case .person, .document, .author: false
        }
    }
}
