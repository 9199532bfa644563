import CLibXML2

/// libxml2 with nobody listening: what its parsing costs by itself, which no reader that uses it can be faster than.
@safe enum BareParser {
    /// A document of XML, and as HTML what stands in its CDATA sections, as feeds have it.
    static func read(xml bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { text in
                guard let parser = unsafe xmlCreateMemoryParserCtxt(text.baseAddress, CInt(text.count)) else { return }
                defer { unsafe xmlFreeParserCtxt(parser) }
                unsafe parser.pointee.sax.pointee = xmlEvents
                unsafe xmlCtxtUseOptions(parser, CInt(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
                unsafe xmlParseDocument(parser)
            }
        }
    }

    /// A page, or a piece of one.
    static func read(html: UnsafeBufferPointer<UInt8>) {
        guard let parser = unsafe htmlNewParserCtxt() else { return }
        defer { unsafe htmlFreeParserCtxt(parser) }
        unsafe parser.pointee.sax.pointee = htmlEvents
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        unsafe html.withMemoryRebound(to: CChar.self) { text in
            _ = unsafe htmlCtxtReadMemory(parser, text.baseAddress, CInt(text.count), nil, "UTF-8", CInt(options))
        }
    }

    private static var xmlEvents: xmlSAXHandler {
        var events = unsafe xmlSAXHandler()
        // XML_SAX2_MAGIC: namespaces are told.
        unsafe events.initialized = 0xDEED_BEAF
        unsafe events.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        unsafe events.endElementNs = { _, _, _, _ in }
        unsafe events.characters = { _, _, _ in }
        unsafe events.cdataBlock = { _, text, count in
            unsafe BareParser.read(html: UnsafeBufferPointer(start: text, count: Int(count)))
        }
        return unsafe events
    }

    private static var htmlEvents: xmlSAXHandler {
        var events = unsafe xmlSAXHandler()
        unsafe events.initialized = 1
        unsafe events.startElement = { _, _, _ in }
        unsafe events.endElement = { _, _ in }
        unsafe events.characters = { _, _, _ in }
        unsafe events.cdataBlock = { _, _, _ in }
        return unsafe events
    }
}
