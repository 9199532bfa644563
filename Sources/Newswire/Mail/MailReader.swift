/// E-mail (RFC 5322, MIME): a message's text is an article, its subject the title. A mailbox has many, and a message may have
/// others attached.
struct MailReader: Reader {
    var format: String { "email" }

    func recognise(_ sample: FileSample) -> Recognition { EmailSniffer.looksLikeEmail(sample) ? .likely : .no }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let start = bytes.firstIndex { $0 > 0x20 } ?? 0
        let messages = Mailbox.messages(in: bytes[start...])
        var reading = Reading(format: format, encoding: "utf-8", articles: [])
        var item = 0
        for bytes in messages {
            guard MailPart.mayBeRead(bytes) else {
                item += 1
                reading.failures.append(ItemFailure(item: item, error: .tooManyLines))
                continue
            }
            let message = MailPart(bytes)
            let attached = message.attached
            for part in [message] + attached {
                item += 1
                do throws(NewswireError) {
                    try add(part, words, item: item, to: &reading)
                } catch {
                    // A message that only hands on another has no text of its own.
                    if error.code == .noArticle, part.isContainer, !attached.isEmpty {
                        reading.skipped.append(SkippedItem(item: item, reason: error.reason))
                    } else {
                        reading.failures.append(ItemFailure(item: item, error: error))
                    }
                }
            }
        }
        if item == 1, let failure = reading.failures.first { throw failure.error }
        return reading
    }

    private func add(
        _ message: MailPart, _ words: NewsWords, item: Int, to reading: inout Reading
    ) throws(NewswireError) {
        guard let (decoded, found) = try text(of: message, words) else {
            throw .noArticle("the message has no text, or only in attachments")
        }
        var metadata = metadata(of: message.header, words)
        var story = found
        metadata.finish(with: &story, words)
        if reading.articles.isEmpty { reading.encoding = decoded.charset.name }
        reading.articles.append(story.article(metadata, item: item, warnings: decoded.warnings))
    }

    private func metadata(of header: MailHeader, _ words: NewsWords) -> Metadata {
        var metadata = Metadata()
        metadata.title = header.text("subject").flatMap(words.messages.withoutReplies)
        metadata.published = words.times.iso(header["date"])
        metadata.language = Metadata.languageTag(header["content-language"])
        metadata.item = header["message-id"]?.trimming { "<> ".contains($0) }
        return metadata
    }

    /// The first plain text, or the first HTML where there is none.
    private func text(of message: MailPart, _ words: NewsWords) throws(NewswireError) -> (DecodedText, Story)? {
        let texts = message.texts
        for type in ["text/plain", "text/html"] {
            for part in texts where part.header.type == type {
                let decoded = try part.text()
                let story =
                    type == "text/html" ? try Self.story(html: decoded.text, words) : Self.story(decoded.text, words)
                if !story.isEmpty { return (decoded, story) }
            }
        }
        return nil
    }

    /// Quotes of other messages and the signature below "-- " are set aside.
    private static func story(_ text: String, _ words: NewsWords) -> Story {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
        }
        let signature = lines.firstIndex { $0 == "-- " || $0 == "--" } ?? lines.endIndex
        var story = Story()
        for run in runs(lines[..<signature]) {
            var part = Story(plain: run.joined(separator: "\n"), words)
            if run.first?.hasPrefix(">") == true { part.setAside("quoted") }
            story.add(part)
        }
        var rest = Story(plain: lines[signature...].dropFirst().joined(separator: "\n"), words)
        rest.setAside("signature")
        story.add(rest)
        return story
    }

    /// The same for HTML, where the "-- " is a paragraph.
    private static func story(html: String, _ words: NewsWords) throws(NewswireError) -> Story {
        var story = try Story(html: html, words, partingAtDashes: true)
        guard let signature = story.paragraphs.firstIndex(where: { $0.text == "--" }) else { return story }
        story.paragraphs.remove(at: signature)
        for n in story.paragraphs[signature...].indices { story.paragraphs[n].aside = "signature" }
        return story
    }

    /// Lines that are quoted, and lines that are not, in turn.
    private static func runs(_ lines: ArraySlice<String>) -> [ArraySlice<String>] {
        var runs: [ArraySlice<String>] = []
        var start = lines.startIndex
        for at in lines.indices.dropFirst() where lines[at].hasPrefix(">") != lines[at - 1].hasPrefix(">") {
            runs.append(lines[start..<at])
            start = at
        }
        return runs + [lines[start...]]
    }
}

extension String {
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        String(drop(while: isTrimmed).reversed().drop(while: isTrimmed).reversed())
    }
}

extension Story {
    mutating func setAside(_ reason: String) {
        for n in paragraphs.indices { paragraphs[n].aside = reason }
    }

    mutating func add(_ other: Story) {
        paragraphs += other.paragraphs
        mended += other.mended
    }
}
