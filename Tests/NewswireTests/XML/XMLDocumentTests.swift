import TestSupport
import Testing

@testable import Newswire

@Suite struct XMLDocumentTests {
    @Test func readsElementsAttributesAndText() throws {
        let tree = try XMLDocument(
            "<?xml version='1.0'?><a:x xmlns:a='urn:a' k='1 &amp; 2'>one<b/> two<!-- no --> three</a:x>", words
        ).tree
        let root = try #require(tree.root)
        #expect(root.name == "x")
        #expect(root.namespace == "urn:a")
        #expect(root.attribute("k") == "1 & 2")
        #expect(root.children.map(\.name) == ["b"])
        #expect(root.rawText == "one two three")
    }

    @Test func tellsTheLineOfAMistake() {
        let error = #expect(throws: NewswireError.self) { try XMLDocument("<a>\n<b>\n</a>", words) }
        #expect(error?.code == .malformed)
        #expect(error?.reason.contains("line 3") == true, "\(String(describing: error))")
        #expect(error?.remedy.isEmpty == false)
    }

    @Test(arguments: ["", "   ", "<a", "<a></a><b/>", "<a>&</a>", "<a b=></a>"])
    func refusesWhatIsNotWellFormed(text: String) {
        let error = #expect(throws: NewswireError.self) { try XMLDocument(text, words) }
        #expect(error?.code == .malformed)
    }

    @Test func readsOnWhereToldTo() throws {
        let document = try XMLDocument("<a><b>one</c><b>two</b></a>", words, tolerance: .readOn)
        #expect(!document.faults.isEmpty)
        #expect(document.tree.root?.rawText == "onetwo")
    }

    @Test func passesOverTheDeclaredEncoding() throws {
        let tree = try XMLDocument("<?xml version='1.0' encoding='ISO-8859-1'?><a>é “x”</a>", words).tree
        #expect(tree.root?.rawText == "é “x”")
    }
}

@Suite struct XMLEntityTests {
    @Test func knowsTheNamesThatHTMLHas() throws {
        let tree = try XMLDocument(
            "<a t='caf&eacute;'>&ldquo;No,&rdquo;&nbsp;she said &mdash; &#8216;twice&rsquo;.</a>", words
        ).tree
        #expect(tree.root?.attribute("t") == "café")
        #expect(tree.root?.text == "“No,” she said — ‘twice’.")
    }

    @Test func followsEntitiesThatAreText() throws {
        let tree = try XMLDocument("<!DOCTYPE a [<!ENTITY co 'Sellmark Hydro'>]><a n='&co;'>&co; and &co;</a>", words)
            .tree
        #expect(tree.root?.rawText == "Sellmark Hydro and Sellmark Hydro")
        #expect(tree.root?.attribute("n") == "Sellmark Hydro")
    }

    @Test func keepsReferencesThatOnlyAMissingDTDKnows() throws {
        let tree = try XMLDocument("<!DOCTYPE a SYSTEM 'no-such.dtd'><a>Brand&trade2; new</a>", words).tree
        #expect(tree.root?.rawText == "Brand&trade2; new")
    }

    @Test func fetchesNoEntity() {
        let text = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>"
        let error = #expect(throws: NewswireError.self) { try XMLDocument(text, words) }
        #expect(error?.reason.contains("entity e is kept outside") == true, "\(String(describing: error))")
    }

    /// What nobody refers to does no harm, and many documents name their pictures so.
    @Test func passesOverEntitiesThatAreNotUsed() throws {
        let text =
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'><!ENTITY f '&e;'><!ENTITY g 'x'>]><a>te&g;t</a>"
        #expect(try XMLDocument(text, words).tree.root?.rawText == "text")
    }

    @Test func loadsNoParameterEntity() throws {
        let text = "<!DOCTYPE a PUBLIC '-//X' 'x.dtd' [<!ENTITY % n SYSTEM 'file:///etc/hostname'> %n;]><a>text</a>"
        #expect(try XMLDocument(text, words).tree.root?.rawText == "text")
    }

    @Test func refusesEntitiesMadeOfEntities() {
        var text = "<!DOCTYPE l [<!ENTITY l0 'ha'>"
        for n in 1...9 { text += "<!ENTITY l\(n) '\(String(repeating: "&l\(n - 1);", count: 10))'>" }
        let error = #expect(throws: NewswireError.self) { try XMLDocument(text + "]><l>&l9;</l>", words) }
        #expect(error?.reason.contains("made of other entities") == true, "\(String(describing: error))")
    }

    @Test func refusesEntitiesThatAddTooMuch() {
        let text =
            "<!DOCTYPE a [<!ENTITY e '\(String(repeating: "x", count: 4000))'>]><a>"
            + String(repeating: "&e;", count: 1000) + "</a>"
        let error = #expect(throws: NewswireError.self) { try XMLDocument(text, words) }
        #expect(error?.code == .tooLarge)
        #expect(error?.reason.contains("expand to more than 1024 KiB") == true, "\(String(describing: error))")
    }
}
