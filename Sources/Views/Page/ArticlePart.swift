import Records

/// One article of the page: its text with marked quotations, and beside each paragraph the speakers of those that begin
/// in it.
struct ArticlePart {
    private let record: Record
    /// Its place on the page, from 1: makes the ids of its quotations unique.
    private let number: Int
    /// Whether it is the page's only article, whose title is the page's heading.
    private let isAlone: Bool
    private let facts: [QuotationFacts]
    /// For each quotation, the indices of its speakers.
    private let speakers: [String]
    /// The text's own headline; nil if the text does not begin with the title.
    private let headline: MarkedText.Paragraph?
    private let paragraphs: ArraySlice<MarkedText.Paragraph>

    init(_ record: Record, number: Int, isAlone: Bool, cast: inout Cast) {
        self.record = record
        self.number = number
        self.isAlone = isAlone
        facts = record.quotations.map { QuotationFacts(of: $0, in: record) }
        speakers = record.quotations.map { cast.places(of: $0, in: record).map(String.init).joined(separator: " ") }
        let paragraphs = MarkedText(record).paragraphs
        headline = paragraphs.first.flatMap { $0.setAside == nil && $0.words == Self.title(record).words ? $0 : nil }
        self.paragraphs = paragraphs.dropFirst(headline == nil ? 0 : 1)
    }

    static func title(_ record: Record) -> String {
        if let title = record.article.title, !title.isEmpty { return title }
        return record.article.item ?? record.file.path
    }

    private func id(_ quotation: Int) -> String { "a\(number)q\(quotation + 1)" }

    /// The title. If the text begins with it, that paragraph is shown, since headlines have quotations too.
    func heading(_ page: inout Markup) {
        let notes = headline?.begun ?? []
        if !notes.isEmpty { page.raw("<div class=\"row\">") }
        page.element(isAlone ? "h1" : "h2", ["id": headingID, "dir": "auto"]) { page in
            if let headline { write(headline.stretches, &page) } else { page.text(Self.title(record)) }
        }
        write(notes: notes, &page)
        if !notes.isEmpty { page.close("div") }
    }

    private var headingID: String { isAlone ? "title" : "a\(number)" }

    func write(_ page: inout Markup) {
        page.element("article", ["aria-labelledby": headingID, "lang": language]) { page in
            if !isAlone { heading(&page) }
            about(&page)
            for paragraph in paragraphs { write(paragraph, &page) }
        }
        page.raw("\n")
    }

    /// The language tag; nil if it is malformed. (BCP 47)
    private var language: String? {
        guard let tag = record.article.language, tag.utf8.allSatisfy({ $0 == 0x2D || isASCIILetterOrDigit($0) }) else {
            return nil
        }
        return tag
    }

    private func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
        Character(Unicode.Scalar(byte)).isASCII
            && (Character(Unicode.Scalar(byte)).isLetter || (0x30...0x39).contains(byte))
    }

    private func about(_ page: inout Markup) {
        let what =
            switch record.kind {
            case .article: record.quotations.count.counted("quotation")
            case .withdrawal(let id): "Takes back sha256:\(id.hex)"
            }
        let parts: [String?] = [
            record.article.byline.joined(separator: ", "), record.article.publisher, record.article.published,
        ]
        let known = (parts.compactMap { $0 } + [record.file.path, what]).filter { !$0.isEmpty }
        page.element("p", ["class": "about"]) { page in
            page.element("bdi", text: known.joined(separator: " · "))
            guard let url = record.article.url, url.hasPrefix("https://") || url.hasPrefix("http://") else { return }
            page.text(" · ")
            page.element("a", ["href": url, "rel": "noopener noreferrer"], text: "where it was published")
        }
    }
}

// MARK: Paragraphs

extension ArticlePart {
    private func write(_ paragraph: MarkedText.Paragraph, _ page: inout Markup) {
        page.raw("\n<div class=\"row\">")
        page.element("p", ["dir": "auto", "class": paragraph.setAside.map { _ in "aside" }]) { page in
            if let reason = paragraph.setAside { page.element("span", ["class": "reason"], text: reason + " ") }
            write(paragraph.stretches, &page)
        }
        write(notes: paragraph.begun, &page)
        page.close("div")
    }

    private func write(_ stretches: [MarkedText.Stretch], _ page: inout Markup) {
        var open: [Mark] = []
        for stretch in stretches {
            let kept = zip(open, stretch.marks).prefix { $0 == $1 }.count
            for _ in open[kept...] { page.close("span") }
            open = stretch.marks
            for mark in open[kept...] {
                begin(mark, &page)
                if mark.role == .content, stretch.begun.contains(mark.quotation) { reference(mark.quotation, &page) }
            }
            page.text(stretch.text)
        }
        for _ in open { page.close("span") }
    }

    private func begin(_ mark: Mark, _ page: inout Markup) {
        let look =
            switch mark.role {
            case .content: "content d\(min(mark.depth, 2))"
            case .source: "source"
            case .cue: "cue"
            }
        page.open("span", ["class": look, "data-q": id(mark.quotation), "data-s": speakers[mark.quotation]])
    }

    /// The number of a quotation, where the keyboard stops.
    private func reference(_ quotation: Int, _ page: inout Markup) {
        let id = id(quotation)
        page.element(
            "a",
            [
                "class": "number", "id": id + "-at", "href": "#" + id, "aria-describedby": id + "-facts",
                "aria-label": "Quotation \(quotation + 1), \(facts[quotation].who)", "data-q": id,
            ], text: "\(quotation + 1)")
    }

    private func write(notes quotations: [Int], _ page: inout Markup) {
        guard !quotations.isEmpty else { return }
        page.element("ol") { page in
            for quotation in quotations { note(quotation, &page) }
        }
    }

    private func note(_ quotation: Int, _ page: inout Markup) {
        let (id, facts) = (id(quotation), facts[quotation])
        page.element("li", ["id": id, "data-q": id, "data-s": speakers[quotation]]) { page in
            page.element(
                "a",
                ["class": "number", "href": "#\(id)-at", "aria-label": "Back to quotation \(quotation + 1)"],
                text: "\(quotation + 1)")
            page.text(" ")
            page.element("bdi", ["class": "who"], text: facts.who)
            if let verb = facts.verb { page.element("bdi", ["class": "verb"], text: verb) }
            page.element("dl", ["id": id + "-facts"]) { list in
                for fact in facts.facts {
                    list.element("div") {
                        $0.element("dt", text: fact.name)
                        $0.element("dd", ["dir": "auto"], text: fact.value)
                    }
                }
            }
        }
    }
}

extension MarkedText.Paragraph {
    /// The words on one line.
    fileprivate var words: [Substring] { stretches.map(\.text).joined().words }
}

extension String {
    fileprivate var words: [Substring] { split(whereSeparator: \.isWhitespace) }
}
