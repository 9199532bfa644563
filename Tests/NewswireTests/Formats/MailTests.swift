import TestSupport
import Testing

@testable import Newswire

@Suite struct MailTests {
    private static let head = """
        Received: from desk.example; Fri, 20 Nov 2026 07:00:00 +0100\r
        Message-ID: <7@strait.example>\r
        Date: Fri, 20 Nov 2026 07:00:00 +0100\r
        Subject: =?utf-8?Q?Fwd:_Bridge_=E2=80=9Cunsafe?=\r
         =?utf-8?B?4oCd?=\r
        MIME-Version: 1.0\r

        """

    private func read(_ rest: String) throws -> Reading {
        try Newswire.read(bytes: ascii(Self.head + rest))
    }

    @Test func readsPlainText() throws {
        let reading = try read("\r\nBy Bo Ek\r\n\r\nIt is unsafe.\r\n\r\n> It was safe.\r\n\r\n-- \r\nSN desk\r\n")
        #expect(reading.format == "email")
        let article = try #require(reading.articles.first)
        #expect(article.text == "Bridge “unsafe”\n\nBy Bo Ek\n\nIt is unsafe.\n\n> It was safe.\n\nSN desk")
        #expect(article.setAside.map(\.reason) == ["byline", "quoted", "signature"])
        #expect(article.metadata.title == "Bridge “unsafe”")
        #expect(article.metadata.byline == ["Bo Ek"])
        #expect(article.metadata.published == "2026-11-20T07:00:00+01:00")
        #expect(article.metadata.item == "7@strait.example")
    }

    @Test func prefersPlainTextAmongAlternatives() throws {
        let article = try read(
            "Content-Type: multipart/mixed; boundary=\"a b\"\r\n\r\npreamble\r\n--a b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
                + "--c\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--c\r\nContent-Type: text/plain; charset=\"iso-8859-1\"\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n=93It is unsafe,=94 =\r\nsaid =C5sa.\r\n--c--\r\n--a b\r\n"
                + "Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nno\r\n--a b--\r\n"
        ).articles.first
        #expect(article?.text == "Bridge “unsafe”\n\n“It is unsafe,” said Åsa.")
    }

    @Test func readsHTMLInBase64() throws {
        let article = try read(
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+T25lLjwvcD48cD7igJxU\r\nd2/igJ08L3A+\r\n"
        ).articles.first
        #expect(article?.text == "Bridge “unsafe”\n\nOne.\n\n“Two”")
    }

    @Test(arguments: [
        "<p>It is unsafe.</p><p>-- <br>SN desk<br>Strait 5</p>",
        "<div>It is unsafe.</div><div>--&#160;</div><div>SN desk<br>Strait 5</div>",
        "It is unsafe.<br>-- <br>SN desk Strait 5",
        "It is unsafe.<br><br><span>-- </span><br><div>SN desk Strait 5</div>",
        "<p>It is unsafe.</p><pre>--\u{20}\r\nSN desk\r\nStrait 5</pre>",
    ])
    func setsASignatureInHTMLAside(html: String) throws {
        let article = try #require(try read("Content-Type: text/html; charset=utf-8\r\n\r\n\(html)\r\n").articles.first)
        #expect(article.text == "Bridge “unsafe”\n\nIt is unsafe.\n\nSN desk Strait 5")
        #expect(article.setAside.map(\.reason) == ["signature"])
    }

    @Test func takesOtherDashesInHTMLForWords() throws {
        let html = "<p>It is unsafe -- so he said.</p><p>-- and wide<br>--- <br>too</p>"
        let article = try read("Content-Type: text/html\r\n\r\n\(html)\r\n").articles.first
        #expect(article?.text == "Bridge “unsafe”\n\nIt is unsafe -- so he said.\n\n-- and wide --- too")
        #expect(article?.setAside == [])
    }

    @Test func readsAPartThatWasCutShort() throws {
        let article = try read("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nIt is unsafe.\r\n").articles
            .first
        #expect(article?.text == "Bridge “unsafe”\n\nIt is unsafe.")
    }

    @Test func aMailboxHasAnArticleAMessage() throws {
        let box =
            "From a@b.example Fri Nov 20 07:00:00 2026\nFrom: A <a@b.example>\nSubject: One\nMessage-ID: <1@b>\n\n"
            + "It is unsafe.\n\nFrom here one sees it.\n\n>From the pier too.\n\n"
            + "From c@b.example Fri Nov 20 08:00:00 2026\nSubject: Two\nMessage-ID: <2@b>\n\nIt is closed.\n\n"
            + "From d@b.example Fri Nov 20 09:00:00 2026\nSubject: Three\nMessage-ID: <3@b>\nContent-Type: image/png\n\nx\n"
        let reading = try Newswire.read(bytes: ascii(box))
        #expect(reading.format == "email")
        #expect(
            reading.articles.map(\.text) == [
                "One\n\nIt is unsafe.\n\nFrom here one sees it.\n\nFrom the pier too.", "Two\n\nIt is closed.",
            ])
        #expect(reading.articles.map(\.item) == [1, 2] && reading.articles.map(\.metadata.item) == ["1@b", "2@b"])
        #expect(reading.failures.map(\.item) == [3])
    }

    @Test(arguments: [("See below.", 2), ("", 1)])
    func anAttachedMessageIsAnArticle(_ text: String, _ count: Int) throws {
        let reading = try read(
            "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n\(text)\r\n--x\r\nContent-Type: message/rfc822\r\n"
                + "Content-Disposition: attachment\r\n\r\nSubject: Pier\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + "“It is unsafe,” said Bo Ek.\r\n--x--\r\n")
        #expect(reading.articles.count == count && reading.failures.isEmpty)
        #expect(reading.articles.last?.text == "Pier\n\n“It is unsafe,” said Bo Ek.")
        #expect(reading.articles.last?.item == 2)
    }

    @Test func aMessageMayNotHaveLinesWithoutEnd() throws {
        let head = "From a@b.example Fri Nov 20 08:00:00 2026\nSubject: Pier\nMessage-ID: <1@b>\n\n"
        let lines = [UInt8](repeating: 0x0A, count: MailPart.mostLines)
        let reading = try Newswire.read(
            bytes: ascii("\(head)It rains.\n\n\(head)It is shut.") + lines + ascii(head) + ascii("x"))
        #expect(reading.articles.map(\.item) == [1, 3])
        #expect(reading.failures.map(\.item) == [2] && reading.failures.map(\.error.code) == [.tooLarge])
    }

    @Test func aMessageIsKnownByItsUsualFields() throws {
        let mail =
            "From: =?iso-8859-1?Q?M=E5rten?= <m@b.example>\nTo: desk@b.example\nSubject: Pier\n"
            + "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=iso-8859-1\n\n=93It is unsa=\nfe.=94\n"
        let reading = try Newswire.read(bytes: ascii(mail))
        #expect(reading.format == "email" && reading.articles.map(\.text) == ["Pier\n\n“It is unsafe.”"])
    }

    @Test(arguments: [
        "From: the harbour board\nTo: all papers\n\nIt is unsafe.\n",
        "Date: Friday\nSubject: pier\nTo: all\nCc: none\n\nIt is unsafe.\n",
        "From: the board\nTo: all\nDate: Friday\nSubject: pier\nIt is unsafe.\n\nVery.\n",
    ])
    func aTextWithAFewHeadingsIsNone(_ text: String) throws {
        #expect(try Newswire.read(bytes: ascii(text)).format == "text")
    }

    @Test func failsWithoutText() {
        let error = #expect(throws: NewswireError.self) { try read("Content-Type: image/jpeg\r\n\r\n/9j/4AAQ\r\n") }
        #expect(error?.code == .noArticle)
    }

    @Test(arguments: [
        ("=?utf-8?q?caf=C3=A9?= au lait", "café au lait"), ("=?windows-1252?Q?It=92s?=", "It’s"), ("=?bad", "=?bad"),
        ("a =?utf-8?B?w6k=?= =?utf-8?B?w6k=?= b", "a éé b"), ("=?utf-8?x?y?=", "=?utf-8?x?y?="),
        ("=? =?utf-8?Q?a?= b", "=? a b"), ("=?=?utf-8?Q?a?=", "=?a"), ("=?utf-8?Q?a?b=?=", "=?utf-8?Q?a?b=?="),
        ("", ""),
    ])
    func decodesEncodedWords(raw: String, expected: String) {
        #expect(EncodedWords.decode(raw) == expected)
    }

    /// Each was looked for in all that followed it: a header of some hundred kilobytes took minutes.
    @Test(arguments: ["=?", "=?a", "=?utf-8?q?a?b "])
    func aHeaderFullOfBrokenWordsIsReadOnce(_ mark: String) {
        let raw = String(repeating: mark, count: 100_000)
        #expect(EncodedWords.decode(raw) == raw)
    }
}
