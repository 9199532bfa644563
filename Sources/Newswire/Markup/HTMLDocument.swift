internal import CLibXML2

/// HTML read by libxml2, which mends what is broken, event by event into a tree: nothing in it is a mistake, and nothing
/// is fetched. A whole page, or a piece of one within another format.
struct HTMLDocument: Sendable {
    var tree: MarkupTree

    /// - Throws: `NewswireError` where it is out of bounds.
    init(_ html: String, _ words: NewsWords, limits: MarkupLimits = .html) throws(NewswireError) {
        var html = html
        let result = html.withUTF8 { utf8 in
            Result { () throws(NewswireError) in try unsafe HTMLDocument(utf8, words, limits) }
        }
        self = try result.get()
    }

    /// - Parameter html: UTF-8.
    init(_ html: ArraySlice<UInt8>, _ words: NewsWords, limits: MarkupLimits = .html) throws(NewswireError) {
        let result = unsafe html.withUnsafeBufferPointer { utf8 in
            Result { () throws(NewswireError) in try unsafe HTMLDocument(utf8, words, limits) }
        }
        self = try result.get()
    }

    private init(
        _ utf8: UnsafeBufferPointer<UInt8>, _ words: NewsWords, _ limits: MarkupLimits
    ) throws(NewswireError) {
        LibXML.prepare()
        guard utf8.count <= limits.text, let count = CInt(exactly: utf8.count) else {
            throw limits.error(.text, line: 1)
        }
        guard let parser = unsafe htmlNewParserCtxt() else { throw .noParser }
        defer { unsafe htmlFreeParserCtxt(parser) }
        var handler = unsafe HTMLHandler(parser, limits: limits, size: utf8.count)
        unsafe parser.pointee.sax.pointee = HTMLHandler.events
        // It is UTF-8 whatever it declares.
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        unsafe withUnsafeMutablePointer(to: &handler) { place in
            unsafe parser.pointee.userData = UnsafeMutableRawPointer(place)
            unsafe utf8.withMemoryRebound(to: CChar.self) { text in
                // No document is made, since the handler keeps none; freeing nothing does nothing.
                unsafe xmlFreeDoc(
                    htmlCtxtReadMemory(parser, text.baseAddress, count, nil, "UTF-8", CInt(options)))
            }
        }
        if let refusal = handler.refusal { throw refusal }
        tree = handler.finish(words)
    }
}

/// Takes the HTML parser's events and fills a tree with them; a value in a known place, as `XMLHandler` is.
@safe struct HTMLHandler: ~Copyable {
    private let limits: MarkupLimits
    private var builder: TreeBuilder
    private let parser: htmlParserCtxtPtr
    private(set) var refusal: NewswireError?
    /// Within a script or a style: of scripts only data is of interest, and styles are of none.
    private var isMute = false

    init(_ parser: htmlParserCtxtPtr, limits: MarkupLimits, size: Int) {
        self.limits = limits
        unsafe self.parser = unsafe parser
        builder = TreeBuilder(limits: limits, isHTML: true, size: size)
        builder.begin(builder.names.add(MarkupTree.Name(local: "", namespace: nil)))
    }

    mutating func finish(_ words: NewsWords) -> MarkupTree { builder.finish(words) }

    /// The table of functions that a parser is made with.
    static var events: xmlSAXHandler {
        var events = unsafe xmlSAXHandler()
        // XML_SAX2_MAGIC: without it the parser does not look at `serror`.
        unsafe events.initialized = 0xDEED_BEAF
        unsafe events.startElement = { data, name, attributes in
            if let name = unsafe name { unsafe HTMLHandler.at(data)?.pointee.begin(name, attributes) }
        }
        unsafe events.endElement = { data, _ in unsafe HTMLHandler.at(data)?.pointee.end() }
        unsafe events.characters = { data, text, count in
            if let text = unsafe text { unsafe HTMLHandler.at(data)?.pointee.text(text, count) }
        }
        unsafe events.ignorableWhitespace = unsafe events.characters
        unsafe events.cdataBlock = unsafe events.characters
        unsafe events.serror = { data, _ in unsafe HTMLHandler.at(data)?.pointee.mistake() }
        return unsafe events
    }

    private mutating func begin(
        _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        let number = unsafe builder.names.number(name)
        let tag = builder.names[number].tag
        builder.begin(number)
        isMute = tag == .style || tag == .script
        // Name and value in turn, a null after the last; a value may be null too.
        var at = unsafe attributes
        while let field = unsafe at, let key = unsafe field[0] {
            unsafe attribute(key, field[1], of: tag)
            unsafe at = field + 2
        }
        stopIfExceeded()
    }

    private mutating func attribute(
        _ key: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>?, of tag: HTMLTag
    ) {
        let number = unsafe builder.names.number(key)
        guard let attribute = builder.names[number].attribute else { return }
        let text = unsafe UnsafeBufferPointer(start: value, count: value.map { Int(unsafe xmlStrlen($0)) } ?? 0)
        unsafe builder.attribute(number, text)
        if tag == .script, attribute == .type {
            isMute = unsafe !String(decoding: text, as: UTF8.self).lowercased().utf8Contains("json")
        }
    }

    private mutating func end() {
        builder.end()
        isMute = false
    }

    private mutating func text(_ text: UnsafePointer<xmlChar>, _ count: CInt) {
        guard !isMute else { return }
        unsafe builder.text(UnsafeBufferPointer(start: text, count: Int(count)))
        stopIfExceeded()
    }

    private mutating func mistake() {
        builder.climb()
        stopIfExceeded()
    }

    private mutating func stopIfExceeded() {
        guard let excess = builder.excess, refusal == nil else { return }
        refusal = limits.error(excess, line: unsafe parser.pointee.input.map { unsafe Int($0.pointee.line) } ?? 1)
        unsafe xmlStopParser(parser)
    }

    private static func at(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLHandler>? {
        unsafe data?.assumingMemoryBound(to: HTMLHandler.self)
    }
}

extension NewswireError {
    fileprivate static let noParser = NewswireError(
        .malformed, reason: "there was no memory left to read the markup", remedy: "drop the file in again")
}
