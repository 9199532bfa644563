import CLibXML2

/// libxml2 with nobody listening: what its parsing costs by itself, which no reader that uses it can be faster than.
@safe enum BareParser {
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

    private static var xmlEvents: xmlSAXHandler {
        var events = unsafe xmlSAXHandler()
        // XML_SAX2_MAGIC: namespaces are told.
        unsafe events.initialized = 0xDEED_BEAF
        unsafe events.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        unsafe events.endElementNs = { _, _, _, _ in }
        unsafe events.characters = { _, _, _ in }
        unsafe events.cdataBlock = { _, _, _ in }
        return unsafe events
    }
}
