import CLibXML2

/// libxml2's side of reading a page: its callbacks, handed on to a builder.
@safe
final class HTMLEvents {
    private let builder: HTMLTreeBuilder
    /// The parser's names are the same pointers throughout a page.
    private var tags: [UnsafePointer<xmlChar>: HTMLTag] = unsafe [:]
    private var names: [UnsafePointer<xmlChar>: HTMLAttribute?] = unsafe [:]
    /// While it parses.
    private var context: htmlParserCtxtPtr?

    /// What may be called once only, and from one thread.
    private static let prepared: Void = xmlInitParser()

    init(_ builder: HTMLTreeBuilder) {
        self.builder = builder
        Self.prepared
    }

    /// - Returns: False where there is no memory for a parser.
    func parse(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let context = unsafe htmlNewParserCtxt() else { return false }
        defer { unsafe htmlFreeParserCtxt(context) }
        unsafe context.pointee.sax.pointee = Self.handler()
        unsafe self.context = context
        defer { unsafe self.context = nil }
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        withExtendedLifetime(self) {
            unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
            unsafe page.withMemoryRebound(to: CChar.self) { bytes in
                // No document is made, since the handler keeps none; freeing nothing does nothing.
                unsafe xmlFreeDoc(
                    htmlCtxtReadMemory(context, bytes.baseAddress, Int32(bytes.count), nil, "UTF-8", Int32(options)))
            }
        }
        return true
    }

    // MARK: What the parser tells

    private func start(
        _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        builder.start(unsafe tag(name), attributes: unsafe kept(attributes))
        stopIfRefused()
    }

    private func mistake() {
        builder.mistake()
        stopIfRefused()
    }

    private func stopIfRefused() {
        guard builder.refusal != nil, let context = unsafe context else { return }
        unsafe xmlStopParser(context)
    }

    private func tag(_ name: UnsafePointer<xmlChar>) -> HTMLTag {
        if let known = unsafe tags[name] { return known }
        let tag = HTMLTag(name: unsafe String(cString: name))
        unsafe tags[name] = tag
        return tag
    }

    private func attribute(_ name: UnsafePointer<xmlChar>) -> HTMLAttribute? {
        if let known = unsafe names[name] { return known }
        let attribute = HTMLAttribute(attributeName: unsafe String(cString: name))
        unsafe names[name] = .some(attribute)
        return attribute
    }

    /// libxml2 gives names and values by turns and a null at the end.
    private func kept(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [(name: HTMLAttribute, value: String)] {
        var kept: [(name: HTMLAttribute, value: String)] = []
        guard var pair = unsafe attributes else { return kept }
        while let name = unsafe pair[0] {
            if let name = unsafe attribute(name) {
                kept.append((name, unsafe pair[1].map { unsafe String(cString: $0) } ?? ""))
            }
            unsafe pair += 2
        }
        return kept
    }

    // MARK: Callbacks

    private static func from(_ data: UnsafeMutableRawPointer) -> HTMLEvents {
        unsafe Unmanaged<HTMLEvents>.fromOpaque(data).takeUnretainedValue()
    }

    private static func handler() -> htmlSAXHandler {
        var handler = unsafe htmlSAXHandler()
        // Without it the parser does not look at `serror`.
        unsafe handler.initialized = XML_SAX2_MAGIC
        unsafe handler.startElement = { data, name, attributes in
            guard let data = unsafe data, let name = unsafe name else { return }
            unsafe HTMLEvents.from(data).start(name, attributes)
        }
        unsafe handler.endElement = { data, _ in
            guard let data = unsafe data else { return }
            unsafe HTMLEvents.from(data).builder.end()
        }
        unsafe handler.characters = HTMLEvents.characters
        unsafe handler.ignorableWhitespace = HTMLEvents.characters
        unsafe handler.cdataBlock = HTMLEvents.characters
        unsafe handler.serror = { data, _ in
            guard let data = unsafe data else { return }
            unsafe HTMLEvents.from(data).mistake()
        }
        return unsafe handler
    }

    private static let characters: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<xmlChar>?, Int32) -> Void = {
        data, bytes, count in
        guard let data = unsafe data else { return }
        unsafe HTMLEvents.from(data).builder.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}
