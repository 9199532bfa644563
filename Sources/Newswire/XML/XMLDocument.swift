internal import CLibXML2

/// A document read by libxml2: no network, no DTD, no external entities, within `MarkupLimits`.
struct XMLDocument: Sendable {
    var tree: MarkupTree
    /// Where it is not well-formed; empty for a document that was read strictly.
    var faults: [XMLFault]

    /// What is done where a document is not well-formed.
    enum Tolerance { case none, readOn }

    /// - Parameter text: Any encoding that it declares is that of the file it came in, and is passed over.
    /// - Throws: `NewswireError` with the line, where it is not well-formed and not to be read on, or out of bounds.
    init(_ text: String, tolerance: Tolerance = .none, limits: MarkupLimits = MarkupLimits()) throws(NewswireError) {
        var text = text
        let result: Result<XMLDocument, NewswireError> = text.withUTF8 { utf8 in
            let start = unsafe utf8.firstIndex { $0 > 0x20 } ?? utf8.endIndex
            let source = unsafe XMLSource(UnsafeBufferPointer(rebasing: utf8[start...]))
            return Result { () throws(NewswireError) in
                try XMLDocument(source, tolerance: tolerance, limits: limits)
            }
        }
        self = try result.get()
    }

    init(_ source: XMLSource, tolerance: Tolerance, limits: MarkupLimits) throws(NewswireError) {
        Self.prepare
        let handler = XMLHandler(limits: limits, size: source.size)
        Self.parse(source, tolerance: tolerance, handler)
        if let refusal = handler.refusal { throw refusal }
        tree = handler.finish()
        faults = handler.faults
        guard tolerance == .readOn || faults.isEmpty else { throw faults[0].error(in: "the file") }
    }

    /// libxml2 wants to be set up by one thread before others use it.
    private static let prepare: Void = xmlInitParser()

    private static func parse(_ source: XMLSource, tolerance: Tolerance, _ handler: XMLHandler) {
        withExtendedLifetime((source, handler)) {
            var events = unsafe XMLHandler.events
            let read: xmlInputReadCallback = { context, buffer, count in
                guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
                let source = unsafe Unmanaged<XMLSource>.fromOpaque(context).takeUnretainedValue()
                return unsafe CInt(source.fill(buffer, count: Int(count)))
            }
            let parser = unsafe xmlCreateIOParserCtxt(
                &events, Unmanaged.passUnretained(handler).toOpaque(), read, { _ in 0 },
                Unmanaged.passUnretained(source).toOpaque(), XML_CHAR_ENCODING_UTF8)
            defer { unsafe xmlFreeParserCtxt(parser) }
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
            let reading = tolerance == .readOn ? XML_PARSE_RECOVER.rawValue : 0
            unsafe xmlCtxtUseOptions(parser, CInt(options | reading))
            unsafe handler.parser = parser
            unsafe xmlParseDocument(parser)
            unsafe handler.parser = nil
        }
    }
}
