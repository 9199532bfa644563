import TestSupport

/// Texts that nobody writes and that must not stop the daemon: each is one shape, repeated.
struct Pathology: Sendable, CustomStringConvertible {
    var description: String
    /// Gives the n-th piece of the text.
    var piece: @Sendable (_ n: Int, _ generator: inout SplitMix) -> String

    /// About `size` bytes.
    func text(size: Int) -> String {
        var generator = SplitMix(seed: 7)
        var text = ""
        text.reserveCapacity(size + 256)
        var n = 0
        while text.utf8.count < size {
            text += piece(n, &generator)
            n += 1
        }
        return text
    }

    private init(_ description: String, piece: @escaping @Sendable (Int, inout SplitMix) -> String) {
        self.description = description
        self.piece = piece
    }

    private init(_ unit: String) {
        self.init("\(unit.debugDescription) over and over") { _, _ in unit }
    }

    static let all: [Pathology] = repeated.map(Pathology.init) + random

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
    ]

    private static func plain(_ generator: inout SplitMix) -> String {
        String(generator.pick(Shipped.articles).text.map { $0.isLetter ? $0 : " " })
    }

    private static func name(_ generator: inout SplitMix) -> String {
        let letters = Array("bcdfghklmnprstvw"), vowels = Array("aeiou")
        let rest = (0..<3).map { _ in "\(generator.pick(vowels))\(generator.pick(letters))" }.joined()
        return generator.pick(letters).uppercased() + rest
    }
}
