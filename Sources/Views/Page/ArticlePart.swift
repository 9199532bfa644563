import Journal

/// One article of the page: its text with the quotations marked, and beside each paragraph who says those that begin in it.
struct ArticlePart {
    private let record: Record
    /// Its place on the page, from 1: makes the ids of its quotations unique.
    private let number: Int
    private let facts: [QuotationFacts]

    init(_ record: Record, number: Int) {
        self.record = record
        self.number = number
        facts = record.quotations.map { QuotationFacts(of: $0, in: record) }
    }

    var title: String {
        if let title = record.article.title, !title.isEmpty { return title }
        return record.article.item ?? record.file.path
    }

    private func id(_ quotation: Int) -> String { "a\(number)q\(quotation + 1)" }

    /// - Parameter isAlone: Whether the page's own heading is that of this article.
    func write(_ page: inout Markup, _ cast: inout Cast, isAlone: Bool) {
        let speakers = record.quotations.map { quotation in
            cast.places(of: quotation, in: record).map(String.init).joined(separator: " ")
        }
        let heading = isAlone ? "title" : "a\(number)"
        page.element("article", ["aria-labelledby": heading, "lang": language]) { page in
            if !isAlone { page.element("h2", ["id": heading, "dir": "auto"], text: title) }
            about(&page)
            for paragraph in MarkedText(record).paragraphs { write(paragraph, speakers, &page) }
        }
        page.raw("\n")
    }

    /// A language tag, unless it could not be one. (BCP 47)
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
    private func write(_ paragraph: MarkedText.Paragraph, _ speakers: [String], _ page: inout Markup) {
        page.raw("\n<div class=\"row\">")
        page.element("p", ["dir": "auto", "class": paragraph.setAside.map { _ in "aside" }]) { page in
            if let reason = paragraph.setAside { page.element("span", ["class": "reason"], text: reason + " ") }
            write(paragraph.stretches, speakers, &page)
        }
        if !paragraph.begun.isEmpty {
            page.element("ol") { page in
                for quotation in paragraph.begun { note(quotation, speakers[quotation], &page) }
            }
        }
        page.close("div")
    }

    private func write(_ stretches: [MarkedText.Stretch], _ speakers: [String], _ page: inout Markup) {
        var open: [Mark] = []
        for stretch in stretches {
            let kept = zip(open, stretch.marks).prefix { $0 == $1 }.count
            for _ in open[kept...] { page.close("span") }
            open = stretch.marks
            for mark in open[kept...] {
                begin(mark, speakers[mark.quotation], &page)
                if mark.role == .content, stretch.begun.contains(mark.quotation) { reference(mark.quotation, &page) }
            }
            page.text(stretch.text)
        }
        for _ in open { page.close("span") }
    }

    private func begin(_ mark: Mark, _ speakers: String, _ page: inout Markup) {
        let look =
            switch mark.role {
            case .content: "content d\(min(mark.depth, 2))"
            case .source: "source"
            case .cue: "cue"
            }
        page.open("span", ["class": look, "data-q": id(mark.quotation), "data-s": speakers])
    }

    /// The number of a quotation: what the keyboard stops at.
    private func reference(_ quotation: Int, _ page: inout Markup) {
        let id = id(quotation)
        page.element(
            "a",
            [
                "class": "number", "id": id + "-at", "href": "#" + id, "aria-describedby": id + "-facts",
                "aria-label": "Quotation \(quotation + 1), \(facts[quotation].who)", "data-q": id,
            ], text: "\(quotation + 1)")
    }

    private func note(_ quotation: Int, _ speakers: String, _ page: inout Markup) {
        let (id, facts) = (id(quotation), facts[quotation])
        page.element("li", ["id": id, "data-q": id, "data-s": speakers]) { page in
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
