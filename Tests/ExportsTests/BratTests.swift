import Evaluation
import Newswire
import Records
import Testing

@testable import Exports

@Suite struct BratTests {
    @Test func whatIsWrittenIsReadAgain() throws {
        let article = try BratArticle(Samples.record)
        let read = try BratMarks.read(article.annotations, text: article.text, id: "a", file: "a.ann")
        #expect(read.marks.count == Samples.record.quotations.count)
        for (mark, quotation) in zip(read.marks, Samples.record.quotations) {
            #expect(mark.source == quotation.source?.spans && mark.cue == quotation.cue?.spans)
            #expect(mark.isNested == (quotation.inside != nil))
            #expect(mark.speaker == (quotation.speaker == nil ? nil : MarkedSpeaker(kind: .person, name: "Bo Ek")))
        }
        // The second span goes over a line's end, where brat wants it parted.
        #expect(read.marks[0].content == [Span(2, 25), Span(54, 64), Span(66, 74)])
    }

    @Test func annotatesWordsThatTwoQuotationsShareOnce() throws {
        let lines = try BratArticle(Samples.record).annotations.split(separator: "\n")
        #expect(lines.filter { $0.hasSuffix("\tEk also") }.count == 1)
        #expect(lines.filter { $0.contains("\tSaidBy ") }.count == 4)
        #expect(lines.filter { $0.contains("\tNegated ") }.count == 1)
        #expect(lines.contains { $0.hasPrefix("*\tEquiv T") }, "two mentions of one speaker")
        #expect(lines.filter { $0.contains("\tInside Arg1:") }.count == 1)
        #expect(Set(lines.compactMap { $0.split(separator: "\t").first }).count == lines.count, "ids are unique")
    }

    @Test func everyTypeIsInTheConfiguration() throws {
        let scheme = BratScheme.annotationConfiguration
        for line in try BratArticle(Samples.record).annotations.split(separator: "\n") where !line.hasPrefix("#") {
            let name = line.split(separator: "\t")[1].split(separator: " ")[0]
            #expect(scheme.contains("\n\(name)\n") || scheme.contains("\n\(name)\t"), "\(name)")
        }
    }

    @Test func namesStayInTheFolderAndApart() {
        var names = BratNames()
        func name(_ path: String, item: Int = 1) -> String {
            var file = Samples.record.file
            file.path = path
            file.item = item
            return names.name(file)
        }
        #expect(name("wire/a.xml") == "a" && name("other/a.xml") == "a_2" && name("a.txt", item: 3) == "a-3")
        #expect(name("../../etc/passwd") == "passwd" && name("/") == "article" && name("..") == "article_2")
        #expect(name(".hidden") == ".hidden" && name("a\nb.txt") == "a_b")
        #expect(name(String(repeating: "x", count: 300)).count == 60)
    }
}
