internal import CLibXML2

/// A document read by libxml2: no network, no DTD, no external entities, within `MarkupLimits`.
struct XMLDocument: Sendable {
    var tree: MarkupTree
    /// Where it is not well-formed; empty for a document that was read strictly.
    var faults: [XMLFault]
    /// Whether there are names with a prefix that was declared nowhere, as word processors leave them in HTML.
    private var hasPrefixes: Bool

    /// What is done where a document is not well-formed.
    enum Tolerance { case none, readOn }

    /// - Parameter text: Any encoding that it declares is that of the file it came in, and is passed over.
    /// - Throws: `NewswireError` with the line, where it is not well-formed and not to be read on, or out of bounds.
    init(
        _ text: String, _ words: NewsWords, tolerance: Tolerance = .none, limits: MarkupLimits = MarkupLimits()
    ) throws(NewswireError) {
        var text = text
        let result: Result<XMLDocument, NewswireError> = text.withUTF8 { utf8 in
            let start = unsafe utf8.firstIndex { $0 > 0x20 } ?? utf8.endIndex
            let document = unsafe UnsafeBufferPointer(rebasing: utf8[start...])
            return Result { () throws(NewswireError) in
                try unsafe XMLDocument(document, words, tolerance: tolerance, limits: limits)
            }
        }
        self = try result.get()
    }

    /// Of a piece of HTML that is well-formed XML too, as most of what programs write is: this parser reads it four times
    /// as fast as that for HTML.
    /// - Returns: nil where it is not, or would be read otherwise.
    init?(fragment html: ArraySlice<UInt8>, _ words: NewsWords) {
        var text: [UInt8] = Array("<fragment>".utf8)
        text.reserveCapacity(html.count + 32)
        text += html
        text += "</fragment>".utf8
        guard !text.span.holdsMarkedSection, let document = try? XMLDocument(text, words), !document.hasPrefixes else {
            return nil
        }
        self = document
    }

    private init(_ text: [UInt8], _ words: NewsWords) throws(NewswireError) {
        let result = unsafe text.withUnsafeBufferPointer { utf8 in
            Result { () throws(NewswireError) in
                try unsafe XMLDocument(utf8, words, tolerance: .none, limits: MarkupLimits())
            }
        }
        self = try result.get()
    }

    private init(
        _ utf8: UnsafeBufferPointer<UInt8>, _ words: NewsWords, tolerance: Tolerance, limits: MarkupLimits
    ) throws(NewswireError) {
        LibXML.prepare()
        guard let count = CInt(exactly: utf8.count) else { throw limits.error(.text, line: 1) }
        let parser = unsafe utf8.withMemoryRebound(to: CChar.self) { text in
            unsafe xmlCreateMemoryParserCtxt(text.baseAddress, count)
        }
        try unsafe self.init(parser, words, size: utf8.count, tolerance: tolerance, limits: limits)
    }

    /// Of a document that is read piece by piece.
    init(
        _ source: XMLSource, _ words: NewsWords, tolerance: Tolerance, limits: MarkupLimits
    ) throws(NewswireError) {
        LibXML.prepare()
        let read: xmlInputReadCallback = { context, buffer, count in
            guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
            let source = unsafe Unmanaged<XMLSource>.fromOpaque(context).takeUnretainedValue()
            return unsafe CInt(source.fill(buffer, count: Int(count)))
        }
        defer { withExtendedLifetime(source) {} }
        let parser = unsafe xmlCreateIOParserCtxt(
            nil, nil, read, { _ in 0 }, Unmanaged.passUnretained(source).toOpaque(), XML_CHAR_ENCODING_UTF8)
        try unsafe self.init(parser, words, size: 0, tolerance: tolerance, limits: limits)
    }

    /// - Parameter parser: Nil where it could not be made, as for an empty document. It is freed.
    private init(
        _ parser: xmlParserCtxtPtr?, _ words: NewsWords, size: Int, tolerance: Tolerance, limits: MarkupLimits
    ) throws(NewswireError) {
        guard let parser = unsafe parser else { throw .emptyXML }
        var handler = XMLHandler(limits: limits, size: size)
        unsafe handler.parser = unsafe parser
        unsafe parser.pointee.sax.pointee = XMLHandler.events
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
        unsafe xmlCtxtUseOptions(parser, CInt(options | (tolerance == .readOn ? XML_PARSE_RECOVER.rawValue : 0)))
        unsafe withUnsafeMutablePointer(to: &handler) { place in
            unsafe parser.pointee.userData = UnsafeMutableRawPointer(place)
            unsafe xmlParseDocument(parser)
        }
        unsafe xmlFreeParserCtxt(parser)
        if let refusal = handler.refusal { throw refusal }
        faults = handler.faults
        hasPrefixes = handler.hasPrefixes
        tree = handler.finish(words)
        guard tolerance == .readOn || faults.isEmpty else { throw faults[0].error(in: "the file") }
    }
}

extension Bytes {
    /// `<![CDATA[`, which is a comment in HTML.
    fileprivate var holdsMarkedSection: Bool {
        var at = first(UInt8(ascii: "<"))
        while at + 2 < count {
            if self[at + 1] == UInt8(ascii: "!"), self[at + 2] == UInt8(ascii: "[") { return true }
            at = first(UInt8(ascii: "<"), from: at + 1)
        }
        return false
    }
}

extension NewswireError {
    static let emptyXML = NewswireError(
        .malformed, reason: "the file holds no XML",
        remedy: "check that its writer finished, and drop the file in again")
}
