/// The body of a `nitf` element, which may stand in a file of its own, in NewsML or in ninjs.
struct NITFBody {
    private let nitf: Element

    init(_ nitf: Element) { self.nitf = nitf }

    private var head: Element? { nitf.at("body", "body.head") }

    var title: String? {
        head?.first("hl1")?.text ?? head?.first("hedline")?.text ?? nitf.at("head", "title")?.text
    }

    var byline: [String] {
        (head?.all("byline") ?? []).flatMap { byline in
            let people = byline.all("person").compactMap(\.text)
            if !people.isEmpty { return people }
            let function = byline.first("byttl")?.text
            let line = byline.text.map { line in function.map { Self.line(line, without: $0) } ?? line }
            return nitf.tree.words.bylines.people(line)
        }
    }

    var dateline: Dateline? {
        guard let dateline = head?.first("dateline") else { return nil }
        return nitf.tree.words.datelines.dateline(field: dateline.first("location")?.text ?? dateline.text)
    }

    /// The paragraphs of the content; of the whole body where it has none.
    var story: Story {
        guard let body = nitf.at("body") ?? nitf.first("body.content") else { return Story() }
        var builder = StoryBuilder(nitf.tree, without: [head, body.at("body.end")].compactMap { $0 })
        return builder.story(in: body.at("body.content") ?? body)
    }

    private static func line(_ line: String, without function: String) -> String {
        line.hasSuffix(function) ? String(line.dropLast(function.count)) : line
    }
}
