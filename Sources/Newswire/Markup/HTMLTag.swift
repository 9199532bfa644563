/// The elements that matter to a decision; all others are `other`.
enum HTMLTag: String, CaseIterable, Sendable {
    case html, head, body, title, meta, link, script, style, base, template, noscript
    case article, section, main, header, footer, aside, nav, div, center, fieldset, form, details, summary, address
    case p, h1, h2, h3, h4, h5, h6, blockquote, pre, hr, br, wbr
    case ul, ol, li, dl, dt, dd
    case table, caption, thead, tbody, tfoot, tr, td, th
    case figure, figcaption, picture, img, video, audio, iframe, object, embed, svg, math, canvas
    case a, span, b, i, em, strong, u, s, small, sub, sup, q, cite, code, font, time, abbr, mark, del, ins
    case button, select, option, input, textarea, label, dialog
    case other

    private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// - Parameter name: In lower case, as libxml2 gives it.
    init(name: String) { self = Self.named[name] ?? .other }

    /// Whether what stands before it and what stands in it are different paragraphs.
    var isBlock: Bool {
        switch self {
        case .html, .body, .article, .section, .main, .header, .footer, .aside, .nav, .div, .center, .fieldset, .form,
            .details, .summary, .address, .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .hr, .ul, .ol, .li,
            .dl, .dt, .dd, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .figure, .figcaption, .dialog:
            true
        default: false
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// It holds nothing that a reader sees as text.
    var isMute: Bool {
        switch self {
        case .head, .script, .style, .template, .noscript, .svg, .math, .canvas, .video, .audio, .iframe, .object,
            .embed, .button, .select, .option, .input, .textarea, .dialog:
            true
        default: false
        }
    }
}

/// The attributes that are kept.
enum HTMLAttribute: String, CaseIterable, Sendable {
    case id, `class`, role, style, hidden, itemprop, itemtype, content, property, name, href, rel, type, datetime
    case lang, alt
    case httpEquivalent = "http-equiv"
    case ariaHidden = "aria-hidden"
    case component = "data-component"
    case testID = "data-testid"

    private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    init?(attributeName: String) {
        guard let known = Self.named[attributeName] else { return nil }
        self = known
    }
}
