internal import CLibXML2

/// A piece of HTML within another format, read as browsers read it: nothing in it is a mistake, and nothing is fetched.
enum HTMLFragment {
    /// - Throws: `NewswireError` where it is out of bounds.
    static func tree(_ html: String, limits: MarkupLimits = MarkupLimits()) throws(NewswireError) -> MarkupTree {
        var handler = HTMLHandler(limits: limits)
        var html = html
        html.withUTF8 { unsafe parse($0, &handler) }
        if let refusal = handler.refusal { throw refusal }
        return handler.finish()
    }

    private static func parse(_ html: UnsafeBufferPointer<UInt8>, _ handler: inout HTMLHandler) {
        guard let parser = unsafe htmlNewParserCtxt(), html.count < Int(CInt.max) else { return }
        defer { unsafe htmlFreeParserCtxt(parser) }
        unsafe handler.parser = unsafe parser
        unsafe parser.pointee.sax.pointee = HTMLHandler.events
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        unsafe withUnsafeMutablePointer(to: &handler) { place in
            unsafe parser.pointee.userData = UnsafeMutableRawPointer(place)
            unsafe html.withMemoryRebound(to: CChar.self) { text in
                _ = unsafe htmlCtxtReadMemory(parser, text.baseAddress, CInt(text.count), nil, "utf-8", CInt(options))
            }
        }
    }
}

/// Takes the HTML parser's events and fills a tree with them; a value in a known place, as `XMLHandler` is.
@safe struct HTMLHandler: ~Copyable {
    private var builder: TreeBuilder
    private var names = NameNumbers()
    /// Set before the parse begins.
    var parser: htmlParserCtxtPtr?

    init(limits: MarkupLimits) {
        builder = TreeBuilder(limits: limits)
        let root = builder.number(of: MarkupTree.Name(local: "fragment", namespace: nil))
        builder.begin(root, line: 1)
    }

    var refusal: NewswireError? { builder.refusal }

    mutating func finish() -> MarkupTree { builder.finish() }

    /// The table of functions that a parser is made with.
    static var events: xmlSAXHandler {
        var events = unsafe xmlSAXHandler()
        unsafe events.initialized = 1
        unsafe events.startElement = { data, name, attributes in
            if let name = unsafe name { unsafe HTMLHandler.at(data)?.pointee.begin(name, attributes) }
        }
        unsafe events.endElement = { data, _ in unsafe HTMLHandler.at(data)?.pointee.end() }
        unsafe events.characters = { data, text, count in
            if let text = unsafe text { unsafe HTMLHandler.at(data)?.pointee.text(text, count) }
        }
        unsafe events.ignorableWhitespace = unsafe events.characters
        unsafe events.cdataBlock = unsafe events.characters
        return unsafe events
    }

    private mutating func begin(
        _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        let number = unsafe names.number(name, in: &builder)
        builder.begin(number, line: line)
        // Name and value in turn, a null after the last; a value may be null too.
        var at = unsafe attributes
        while let field = unsafe at, let key = unsafe field[0] {
            if let value = unsafe field[1] {
                let number = unsafe names.number(key, in: &builder)
                unsafe builder.attribute(number, UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))))
            }
            unsafe at = field + 2
        }
        stopIfRefused()
    }

    private mutating func end() { builder.end() }

    private mutating func text(_ text: UnsafePointer<xmlChar>, _ count: CInt) {
        unsafe builder.text(UnsafeBufferPointer(start: text, count: Int(count)), line: line)
        stopIfRefused()
    }

    private var line: Int { unsafe parser?.pointee.input.map { Int(unsafe $0.pointee.line) } ?? 1 }

    private func stopIfRefused() {
        if builder.refusal != nil { unsafe xmlStopParser(parser) }
    }

    private static func at(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLHandler>? {
        unsafe data?.assumingMemoryBound(to: HTMLHandler.self)
    }
}
