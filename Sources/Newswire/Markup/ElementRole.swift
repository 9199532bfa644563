/// What an element does to its text. HTML, XHTML and NITF mostly agree, so they share one table.
enum ElementRole: Sendable {
    /// Flows on: `b`, `a`, `person`, `chron`, and whatever is not known.
    case inline
    /// Stands by itself, a paragraph or several.
    case block
    case heading
    case lineBreak
    /// Line feeds and blank lines mean what they look like.
    case preformatted
    /// Words that a browser puts in quotation marks by itself.
    case quotation
    case table, row, cell
    /// Set aside, as tables are.
    case caption, note
    /// Not text of the story: scripts, forms, navigation, descriptions of pictures.
    case dropped

    /// Why what is in it is set aside; nil where it is not.
    var aside: String? {
        switch self {
        case .table: "table"
        case .caption: "caption"
        case .note: "editorial"
        default: nil
        }
    }

    /// - Parameter name: Local name, lower case.
    init(_ name: String) {
        self = Self.known[name] ?? .inline
    }

    private static let known: [String: ElementRole] = {
        var known: [String: ElementRole] = [:]
        for (names, role) in roles {
            for name in names.split(separator: " ") { known[String(name)] = role }
        }
        return known
    }()

    private static let roles: [(String, ElementRole)] = [
        (
            "p div section article main body body.content body.head block content blockquote bq ul ol li dl "
                + "dt dd center address hr details summary datacontent lead paragraph para", .block
        ),
        ("h1 h2 h3 h4 h5 h6 hl1 hl2 subhead", .heading),
        ("br", .lineBreak),
        ("pre listing xmp", .preformatted),
        ("q", .quotation),
        ("table", .table),
        ("tr nitf-table-row", .row),
        ("td th", .cell),
        ("figure figcaption media-caption caption", .caption),
        ("note fn", .note),
        (
            "script style template noscript iframe object embed applet svg math canvas video audio form button select "
                + "textarea input label nav header footer head title media-reference media-metadata media-producer media-object "
                + "nitf-table-metadata datasource credit rt rp time.publicationdate", .dropped
        ),
    ]
}
