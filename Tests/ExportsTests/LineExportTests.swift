import Foundation
import Newswire
import Records
import Testing

@testable import Exports

@Suite struct LineExportTests {
    /// The fields of RFC 4180, read independently of how they were written.
    private func table(_ csv: String) -> [[String]] {
        var (rows, row, field, isInside) = ([[String]](), [String](), String.UnicodeScalarView(), false)
        var rest = Substring(csv).unicodeScalars
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"" where isInside && rest.first == "\"": field.append(rest.removeFirst())
            case "\"": isInside.toggle()
            case "," where !isInside, "\n" where !isInside:
                row.append(String(field))
                field = .init()
                if scalar == "\n" {
                    rows.append(row)
                    row = []
                }
            default: field.append(scalar)
            }
        }
        return rows
    }

    @Test func aTableHasEveryQuotationWithItsWordsToTheCharacter() throws {
        var record = Samples.record
        record.article.publisher = "=1+1, \"quoted\"\r\nand broken"
        let rows = table(CSVTable().header + CSVTable().text(of: record))
        #expect(rows.count == 5 && rows.allSatisfy { $0.count == rows[0].count })
        let first = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(first["publisher"] == record.article.publisher)
        #expect(Array(first["text"]?.unicodeScalars ?? .init()) == Array(record.quotations[0].text.unicodeScalars))
        #expect(
            first["speaker"] == "Bo Ek" && first["lemma"] == "say" && first["inside"] == ""
                && first["confidence"] == "0.9375")
        #expect(first["content_spans"] == "2:25 54:74" && first["start"] == "2" && first["end"] == "74", "\(first)")
        let third = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[3]))
        #expect(third["negated"] == "true" && third["hedged"] == "they say" && third["speaker_kind"] == "person")
    }

    @Test func spaCysTokensMakeUpTheTextAndEveryPart() throws {
        let line = try Samples.json(SpaCyLines(cutter: Samples.cutter).text(of: Samples.record))
        let tokens = try #require(line["tokens"] as? [[String: Any]])
        let joined = tokens.map { ($0["text"] as? String ?? "") + ($0["ws"] as? Bool == true ? " " : "") }.joined()
        #expect(Array(joined.unicodeScalars) == Samples.scalars, "\(joined)")
        let spans = try #require(line["spans"] as? [[String: Any]])
        #expect(spans.count == 15)
        for span in spans {
            let (first, last) = try (#require(span["token_start"] as? Int), #require(span["token_end"] as? Int))
            #expect(
                tokens[first]["start"] as? Int == span["start"] as? Int
                    && tokens[last]["end"] as? Int == span["end"] as? Int)
        }
        let relations = try #require(line["relations"] as? [[String: Any]])
        #expect(relations.filter { $0["label"] as? String == "SOURCE" }.count == 4)
        #expect(relations.filter { $0["label"] as? String == "CONTENT" }.count == 1, "the second span of one content")
    }

    @Test func columnsTellWhichTokensBelongToWhichQuotation() throws {
        let columns = CoNLLColumns(cutter: Samples.cutter)
        #expect(columns.header == "# global.columns = ID FORM START END QUOTED:CONTENT QUOTED:CUE QUOTED:SOURCE\n")
        let text = try columns.text(of: Samples.record)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t").map(String.init)
        }
        var spans: [String: [Span]] = [:]
        for cells in lines {
            let span = try Span(#require(Int(cells[2])), #require(Int(cells[3])))
            #expect(cells.count == 7 && cells[1] == Samples.words(span.start, span.end))
            for label in cells[4].split(separator: "|") where label != "_" {
                let quotation = String(label.dropFirst(2))
                var held = spans[quotation] ?? []
                if label.hasPrefix("B-") {
                    held.append(span)
                } else {
                    held[held.count - 1].end = span.end
                }
                spans[quotation] = held
            }
        }
        for quotation in Samples.record.quotations { #expect(spans[quotation.id] == quotation.content) }
        #expect(
            lines.contains { $0[4] == "B-q2|I-q1" || $0[4] == "I-q1|B-q2" }, "what stands within another is of both")
        #expect(
            text.contains(#"# quotation q3 = {"class":"deny","confidence":0.9375,"lemma":"deny","speaker":"Bo Ek","#))
    }

    @Test func webAnnotationsSelectWhatTheyQuote() throws {
        let page = try Samples.json(WebAnnotations().text(of: Samples.record))
        let items = try #require(page["items"] as? [[String: Any]])
        #expect(items.count == 14)
        let ids = Set(items.compactMap { $0["id"] as? String })
        #expect(ids.count == items.count)
        for item in items {
            if let body = item["body"] as? String { #expect(ids.contains(body)) }
            for target in try #require(item["target"] as? [[String: Any]]) {
                let selectors = try #require(target["selector"] as? [[String: Any]])
                let (start, end) = try (#require(selectors[0]["start"] as? Int), #require(selectors[0]["end"] as? Int))
                #expect(selectors[1]["exact"] as? String == Samples.words(start, end))
                #expect(selectors[1]["prefix"] as? String == Samples.words(max(0, start - 32), start))
                #expect(selectors[1]["suffix"] as? String == Samples.words(end, min(Samples.scalars.count, end + 32)))
            }
        }
        let inner = try #require(items.first { ($0["id"] as? String)?.hasSuffix("#q2") == true })
        #expect(((inner["quoted:inside"] as? [String: String])?["id"])?.hasSuffix("#q1") == true)
    }

    @Test func refusesWhatItHasNoTextFor() throws {
        var record = Samples.record
        record.text = nil
        #expect(
            throws: ExportError(
                description: "wire/a.xml: the line has no text; annotate the article without --omit-text")
        ) {
            try WebAnnotations().text(of: record)
        }
        #expect(CSVTable().text(of: record) == CSVTable().text(of: Samples.record), "a table does without")
        record.text = "short"
        #expect { try BratArticle(record) } throws: { "\($0)".contains("q1 has the span [2, 25]") }
    }
}
