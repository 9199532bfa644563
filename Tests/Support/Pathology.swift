/// Files that nobody writes and that must not stop the daemon: each is one shape, repeated.
package struct Pathology: Sendable, CustomStringConvertible {
    package var description: String
    /// Of the file, for its ending.
    package var name = "a.txt"
    private var opening = ""
    private var closing = ""
    /// Gives the n-th piece of the text.
    private var piece: @Sendable (_ n: Int, _ generator: inout SplitMix) -> String

    /// About `size` bytes.
    package func text(size: Int) -> String {
        var generator = SplitMix(seed: 7)
        var text = opening
        text.reserveCapacity(size + 1024)
        var n = 0
        while text.utf8.count + closing.utf8.count < size {
            text += piece(n, &generator)
            n += 1
        }
        return text + closing
    }

    private init(_ description: String, piece: @escaping @Sendable (Int, inout SplitMix) -> String) {
        self.description = description
        self.piece = piece
    }

    private init(
        _ description: String, name: String, opening: String, closing: String,
        piece: @escaping @Sendable (Int, inout SplitMix) -> String
    ) {
        self.init("\(name): \(description)", piece: piece)
        (self.name, self.opening, self.closing) = (name, opening, closing)
    }

    private init(_ unit: String) {
        self.init("\(unit.debugDescription) over and over") { _, _ in unit }
    }

    /// Plain texts.
    package static let texts: [Pathology] = repeated.map(Pathology.init) + random
    /// Files of other formats.
    package static let files: [Pathology] = pages + feeds + mails

    private static let repeated = [
        "a", "\u{301}", "\u{AD}", "\n", "\r\n", "a\n", "a\n\n", ". ", ".", "!", "! a ", "?” a ", "...a", "…” ", ",",
        ", ", ": ", "- ", "— a ",
        "(", "( a ", ") ", "[a ", "“", "” ", "“ ", "“a ", "“a” ", "“a b,” ", "“a b.”\n\n", "“A b c d.\n\n", "‘", "‘a ",
        "’ ", "a’ ", "as’ ", "'", " 'a",
        "'as' ", "\"", "\" ", "\"a ", "\"a\" ", "`", "`` ", "``a ", "''", "«a ", "„a ", "“‘", "“ ‘a ", "“a ‘b’ c” ",
        "“‘\"'``«", "a'", "'s", "U.S. ",
        "Mr. ", "a.b.", "1,", "$", "@a", "-a", "said ", "said. ", "he said ", "he said, ", "he said that ", "He said. ",
        ", he said", "and said ",
        "said, who ", ", who said ", "that ", "that said that ", "according to ", "according to him, ", "claim that ",
        "his claim that ",
        "is ", "was being ", "very ", "very said ", "to say ", "to to ", "not ", "Lee ", "Lee said. ", "Ann Lee said. ",
        "Ann Lee, ", "Lee and ",
        "Mr. Lee said he ", "the minister ", "The minister said no. ", "He said no.\n\n", "“No,” he said. ",
        "“No, he said. ", "“No,” said Lee.\n\n",
        "he was told ", "has not been not told that ", "no longer said that ", "is expected to ",
        "appeared to seem to say ",
        "said on Friday ", "told Lee on Friday in Vell ", "in an interview with ", "On Friday in a letter to ",
        "after the ",
        "called the ", "criticized the plan of ", "two days after the ", "“he was told that ", "said again and again ",
        "accused him of ", "asked whether ", "told Lee ", "saying ", ", saying ", "He said: “a b c d e” ", "Q: ",
        "Subscribe now\n\n",
        "a, claims that Lee denies. ", "— he said — ", "; he said", "The a, he said, ", "a\u{0}b ", "\u{FEFF}", "👩🏽‍🚀",
        "İ", "漢",
    ]

    private static let random: [Pathology] = [
        Pathology("verbs of the lexicon") { _, generator in generator.pick(Mutation.verbs) + " " },
        Pathology("verbs and commas") { _, generator in
            generator.pick(Mutation.verbs) + generator.pick([" ", ", ", ". ", " “", "” "])
        },
        Pathology("marks") { _, generator in String(generator.pick(Mutation.marks)) },
        Pathology("marks and words") { _, generator in
            String(generator.pick(Mutation.marks)) + generator.pick(["", " ", "a", " a", "a "])
        },
        Pathology("one sentence of articles") { _, generator in plain(&generator) },
        Pathology("one paragraph of articles") { _, generator in
            String(generator.pick(Shipped.articles).text.map { $0.isNewline ? " " : $0 })
        },
        Pathology("one quotation of articles") { n, generator in (n == 0 ? "“" : "") + plain(&generator) + ". " },
        Pathology("a person a sentence") { _, generator in "\(name(&generator)) \(name(&generator)) said no. " },
        Pathology("a person a sentence, and he") { _, generator in "Mr. \(name(&generator)) said no. He said yes. " },
        Pathology("a person a paragraph, and he") { _, generator in "Mr. \(name(&generator)) said no. He said yes.\n\n"
        },
        Pathology("a surname of many") { _, generator in "Mr. \(name(&generator)) Lee said no. Lee said yes. " },
        Pathology("surnames alone") { _, generator in "\(name(&generator)) said no. " },
        Pathology("a minister a sentence") { _, generator in
            "Minister \(name(&generator)) said no. The minister said yes. "
        },
        Pathology("one minister, then others") { n, generator in
            (n == 0 ? "Minister Bekker said no. " : "Mr. \(name(&generator)) left. The minister said yes. ")
        },
        Pathology("he before anybody") { n, generator in "He said no. " },
        Pathology("capital words") { _, generator in name(&generator) + " " },
        Pathology("sayings in a quotation") { n, generator in (n == 0 ? "“" : "") + "He said no. " },
        Pathology("sayings in single marks") { n, generator in (n == 0 ? "‘" : "") + "He said no. 'Yes,' I said. " },
        Pathology("sayings before a long quotation") { n, _ in
            n == 0 ? "He said that she said that “" : "it is so and so "
        },
        Pathology("quotations without a mark to close") { _, generator in "“No, \(name(&generator)) said. " },
        Pathology("groups") { _, generator in "\(name(&generator)) and \(name(&generator)) said no. " },
        Pathology("names with a role behind") { _, generator in
            "\(name(&generator)) \(name(&generator)), a nurse, said no. "
        },
        Pathology("slips of the pen") { _, generator in
            "Ann Kowalczyk said no. Kowalcz\(generator.pick(Array("abcdefgh")))k said yes. "
        },
        Pathology("one name, said again and again") { n, _ in (n == 0 ? "Unsafe." : "") + "\"It is bad,\" Holm said." },
        Pathology("names that are in no list, alone") { _, generator in
            "Mr. \(name(&generator)) \(name(&generator)) said no. \(name(&generator)) said yes. "
        },
        Pathology("two of one surname, and one who is neither") { _, _ in
            "Mr. Bo Lee said no. Mrs. Ann Lee said no. Lee said yes. "
        },
        Pathology("one who is called by ever new words") { _, generator in
            "Ann Lee, the \(name(&generator).lowercased()) minister, said no. The \(name(&generator).lowercased()) "
                + "minister said yes. "
        },
        Pathology("an office that nobody has") { _, generator in
            "Mr. \(name(&generator)) \(name(&generator)) said no. The Vermont senator said yes. "
        },
        Pathology("one sentence that opens with a participle") { n, generator in
            (n == 0 ? "Asked by them " : "") + "Mr. \(name(&generator)) said no and he said yes, "
        },
        Pathology("one sentence of ages") { _, generator in
            "Mr. \(name(&generator)), 48, said no and the 48-year-old said yes, "
        },
        Pathology("one sentence of one Democrat") { _, _ in "Mr. Lee said no and the Democrat said yes, " },
        Pathology("one who is never the subject") { _, _ in "They told Minister Ann Lee. The minister said no. " },
        Pathology("who and who") { n, _ in n == 0 ? "Ann Lee, who said no" : " and who said no" },
        Pathology("bodies of one name each") { _, generator in
            "\(name(&generator)) Motors, the carmaker, said no. The carmaker said yes. \(name(&generator)) said no. "
        },
        Pathology("a person named as a body is") { n, _ in
            n == 0 ? "Norvik Motors said no. " : "Gustaf Norvik said no. Norvik said yes. "
        },
        Pathology("one body in one sentence, and it") { n, _ in
            n == 0 ? "The Bank of Japan said no. " : "Bank of Japan and Norvik Motors and it said so, "
        },
        Pathology("a printed conversation") { _, _ in
            "SMITH: No. People can come. He said yes.\n\n“And more,” he said.\n\n"
        },
        Pathology("names behind dashes") { _, generator in
            "“It is so and so.” — \(name(&generator)) \(name(&generator))\n\nHe said that “no,” she said.\n\n"
        },
        Pathology("quotations that others stand in") { _, _ in "“He said ‘no’ and she said yes,” said Ann Lee. " },
        Pathology("one quotation between advertisements") { n, _ in
            (n == 0 ? "“it is and\n\n" : "Advertisement\n\nit goes on and on and\n\n")
        },
        Pathology("bylines, wrapped") { _, _ in "By Ann Lee and Bo Berg and Cy Dahl and Di Elm and Ed Fox\n" },
        Pathology("datelines") { _, _ in "LONDON, May 3 (Reuters) - Lee said no.\n\n" },
        Pathology("one word a paragraph") { _, generator in "\(name(&generator).lowercased())\n\n" },
        Pathology("bodies for something") { _, generator in "the Department for \(name(&generator)) and " },
    ]

    // MARK: Other formats

    private static let pages: [Pathology] =
        [
            "<p>No.</p>", "<p>He said it was so and that it would be so again on Monday, they said.</p>",
            "<h2>Comments</h2>", "<h1>T of it</h1>", "<b><i></b>", "<a href=x>read more of it here</a> ",
            "<li><a href=x>Read more of it here now</a></li>", "<tr><td>a</td><td>b</td></tr>",
            "<table><tr><td>a b c</td></tr></table>", "</p></div>", "&amp;&nbsp;", "<q>no</q>", "<pre>a b\n  c</pre>",
            "<div class=card><h3><a href=x>The title of another story</a></h3><p>He said it.</p></div>",
            "<figure><img src=x><figcaption>A caption of it</figcaption></figure>", "<p class=byline>By Ann Lee</p>",
            "<p>More stories</p><p><a href=x>Read more of it here now</a></p>", "a<br><br>",
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"a\"}</script>",
            "<section><h2>A head</h2><p>He said it was so, and so it was, they said.</p></section>", "Ã©â€œ ", "<hr>x",
            "<p><strong>What it is</strong></p>", "<dt>a<dd>b",
            "<blockquote class=\"twitter-tweet\"><p>He said it is so.</p></blockquote>",
        ].map { unit in page("\(unit.debugDescription) over and over") { _, _ in unit } } + [
            page("elements of ever new names") { n, _ in "<x\(n)>a</x\(n)>" }
        ]

    private static func page(
        _ description: String, piece: @escaping @Sendable (Int, inout SplitMix) -> String
    ) -> Pathology {
        let prose = "<p>He said that it was so, and so it was, the minister told reporters on Monday.</p>"
        return Pathology(
            description, name: "a.html",
            opening: "<html><head><title>T of it</title></head><body><h1>T of it</h1><article>"
                + String(repeating: prose, count: 5), closing: "</article></body></html>", piece: piece)
    }

    private static let feeds: [Pathology] = [
        Pathology(
            "namespaces", name: "a.xml", opening: "<rss version=\"2.0\"><channel><item><title>T</title>",
            closing: "<description>He said no.</description></item></channel></rss>"
        ) { n, _ in "<a\(n):b xmlns:a\(n)=\"u\(n)\">x</a\(n):b>" },
        Pathology(
            "items", name: "a.xml", opening: "<rss version=\"2.0\"><channel><title>x</title>",
            closing: "</channel></rss>"
        ) { n, _ in "<item><title>T \(n)</title><description>&lt;p&gt;He said no \(n).&lt;p&gt;</description></item>" },
        Pathology(
            "paragraphs", name: "a.xml", opening: "<nitf><body><body.content>",
            closing: "</body.content></body></nitf>"
        ) { _, _ in "<p>He said no.</p>" },
        Pathology("articles", name: "a.jsonl", opening: "", closing: "") { n, _ in
            "{\"title\":\"T\(n)\",\"text\":\"He said no \(n).\"}\n"
        },
        Pathology("fields", name: "a.json", opening: "{", closing: "\"text\":\"He said no.\"}") { n, _ in
            "\"k\(n)\":\(n),"
        },
    ]

    private static let mails: [Pathology] = [
        Pathology("lines", name: "a.eml", opening: mailHead + "\n", closing: "") { _, _ in "He said no.\n" },
        Pathology("replies", name: "a.eml", opening: mailHead + "Subject:", closing: "\n\nHe said no.\n") { _, _ in
            " Re:"
        },
        Pathology(
            "parts", name: "a.eml", opening: mailHead + "Content-Type: multipart/mixed; boundary=b\n\n",
            closing: "--b--\n"
        ) { _, _ in "--b\nContent-Type: text/plain\n\nHe said no.\n" },
    ]

    private static let mailHead = "From: a@b.example\nTo: b@c.example\nMIME-Version: 1.0\n"

    private static func plain(_ generator: inout SplitMix) -> String {
        String(generator.pick(Shipped.articles).text.map { $0.isLetter ? $0 : " " })
    }

    private static func name(_ generator: inout SplitMix) -> String {
        let letters = Array("bcdfghklmnprstvw"), vowels = Array("aeiou")
        let rest = (0..<3).map { _ in "\(generator.pick(vowels))\(generator.pick(letters))" }.joined()
        return generator.pick(letters).uppercased() + rest
    }
}
