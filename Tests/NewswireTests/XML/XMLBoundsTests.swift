import TestSupport
import Testing

@testable import Newswire

/// Documents that are made to hurt, written while they are read: none is ever in memory.
@Suite struct XMLBoundsTests {
    @Test(arguments: [
        ("<a>", "text without end ", "MiB of text"), ("<a><![CDATA[", "text without end ", "too big"),
        ("", "<a>", "256 deep"), ("<a>", "<b/>", "elements"),
        ("<a b='", "value ", "too long"), ("<", "name", "Huge input"), ("<a ", "b='c' ", "Huge input"),
    ])
    func stopsReadingADocumentWithoutEnd(begin: String, repeated: String, reason: String) {
        let gigabyte = 1 << 30
        let endless = Endless(begin: begin, repeated: repeated, count: gigabyte)
        let limits = MarkupLimits(nodes: 200_000)
        let error = #expect(throws: NewswireError.self) {
            try XMLDocument(endless.source, words, tolerance: .none, limits: limits)
        }
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
        #expect(error?.code == .tooLarge)
        #expect(error?.remedy.isEmpty == false)
        #expect(endless.given < gigabyte / 8, "\(endless.given) bytes were read")
    }

    /// The parser's dictionary goes through ever longer lists for them.
    @Test(arguments: ["<a%:b xmlns:a%='u%'/>", "<a%/>", "<a xmlns:a%='u%'/>"])
    func refusesEverNewNames(_ element: String) {
        let elements = (0..<60_000).map { element.replacing("%", with: "\($0)") }.joined()
        let error = #expect(throws: NewswireError.self) { try XMLDocument("<r>" + elements + "</r>", words) }
        #expect(error?.code == .tooLarge)
        #expect(error?.reason.contains("different names") == true, "\(String(describing: error))")
    }

    @Test func refusesHTMLThatIsNestedTooDeep() {
        let html = String(repeating: "<div>", count: 100_000)
        let error = #expect(throws: NewswireError.self) { try Story(html: html, words) }
        #expect(error?.code == .tooLarge)
    }

    @Test(arguments: ["<nitf>", "<html><p>"])
    func refusesAFileThatIsTooLargeBeforeAnythingIsMadeOfIt(begin: String) {
        let bytes = Array(begin.utf8) + [UInt8](repeating: 0x20, count: 128 << 20)
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: bytes) }
        #expect(error?.code == .tooLarge)
        #expect(error?.reason.contains("more than 128 MiB") == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        "<nitf><body><body.content><p>&l9;</p></body.content></body></nitf>",
        "<nitf><body><body.content><p id='&l9;'>It rained.</p></body.content></body></nitf>",
        "<rss><channel><item><title>It rained</title><description>&l9;</description></item></channel></rss>",
    ])
    func refusesABillionLaughs(document: String) {
        var type = "<!DOCTYPE nitf [<!ENTITY l0 'ha'>"
        for n in 1...9 { type += "<!ENTITY l\(n) '\(String(repeating: "&l\(n - 1);", count: 10))'>" }
        let error = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: ascii(type + "]>" + document))
        }
        #expect(error?.code == .malformed)
        #expect(error?.reason.contains("made of other entities") == true, "\(String(describing: error))")
    }

    /// Large entities that are text, in text and in an attribute.
    @Test(arguments: ["<p>LAUGH</p>", "<p id='LAUGH'>It rained.</p>"], [(2_000, "expand to more"), (50_000, "4096")])
    func refusesEntitiesThatAddGigabytes(paragraph: String, size: (letters: Int, reason: String)) {
        let type = "<!DOCTYPE nitf [<!ENTITY e '\(String(repeating: "ha", count: size.letters))'>]>"
        let laugh = String(repeating: "&e;", count: 200_000)
        let text = type + "<nitf><body><body.content>" + paragraph.replacing("LAUGH", with: laugh)
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: ascii(text)) }
        #expect(error?.code == .tooLarge)
        #expect(error?.reason.contains(size.reason) == true, "\(String(describing: error))")
    }

    @Test func refusesAFileThatIsNestedTooDeep() {
        let text = "<nitf>" + String(repeating: "<block>", count: 100_000)
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: ascii(text)) }
        #expect(error?.code == .tooLarge)
        #expect(error?.reason.contains("256 deep") == true, "\(String(describing: error))")
    }
}

/// A document that goes on as long as somebody reads it.
private final class Endless {
    private var pending: [UInt8]
    private let repeated: [UInt8]
    private let count: Int
    private(set) var given = 0

    init(begin: String, repeated: String, count: Int) {
        pending = Array(begin.utf8)
        self.repeated = Array(String(repeating: repeated, count: 512).utf8)
        self.count = count
    }

    var source: XMLSource {
        unsafe XMLSource { [self] buffer in
            guard given < count else { return 0 }
            if pending.isEmpty { pending = repeated }
            let piece = min(buffer.count, pending.count)
            unsafe buffer.copyBytes(from: pending[..<piece])
            pending.removeFirst(piece)
            given += piece
            return piece
        }
    }
}
