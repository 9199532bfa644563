internal import CLibXML2

/// Takes libxml2's events and fills a tree with them. Lives for one parse, and is reached through the parser's user data: as
/// a value in a known place, since an object would be checked for exclusive access at each of millions of events.
@safe struct XMLHandler: ~Copyable {
    private let limits: MarkupLimits
    private var builder: TreeBuilder
    private var entities = XMLEntities()
    private(set) var faults: [XMLFault] = []
    private(set) var refusal: NewswireError?
    private(set) var hasPrefixes = false
    /// Set before the parse begins.
    var parser: xmlParserCtxtPtr?

    /// Only the first of each item is told, and a file with more faults than this is beyond reading.
    private static let mostFaults = 1000

    /// - Parameter size: How long the document is in bytes, where that is known.
    init(limits: MarkupLimits, size: Int) {
        self.limits = limits
        builder = TreeBuilder(limits: limits, isHTML: false, size: size)
    }

    mutating func finish(_ words: NewsWords) -> MarkupTree { builder.finish(words) }

    private var line: Int { unsafe parser?.pointee.input.map { Int(unsafe $0.pointee.line) } ?? 0 }

    // MARK: Elements and text

    mutating func begin(
        _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, declares namespaces: Int, _ count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        builder.declare(namespaces: namespaces)
        unsafe builder.begin(builder.names.number(local, namespace))
        for i in 0..<count {
            // Five pointers each: local name, prefix, namespace, begin and end of the value.
            guard let field = unsafe attributes.map({ unsafe $0 + 5 * i }), let name = unsafe field[0],
                let from = unsafe field[3], let to = unsafe field[4]
            else { continue }
            unsafe builder.attribute(
                builder.names.number(name, field[2]), UnsafeBufferPointer(start: from, count: to - from))
        }
        stopIfExceeded()
    }

    mutating func end() { builder.end() }

    mutating func text(_ text: UnsafePointer<xmlChar>, _ count: CInt) {
        unsafe builder.text(UnsafeBufferPointer(start: text, count: Int(count)))
        stopIfExceeded()
    }

    // MARK: Entities

    mutating func declare(_ name: UnsafePointer<xmlChar>, _ type: CInt, _ content: UnsafePointer<xmlChar>?) {
        let isInternal = type == CInt(XML_INTERNAL_GENERAL_ENTITY.rawValue)
        let isParameter =
            type == CInt(XML_INTERNAL_PARAMETER_ENTITY.rawValue)
            || type == CInt(XML_EXTERNAL_PARAMETER_ENTITY.rawValue)
        guard !isParameter else { return }
        let text = unsafe content.map { unsafe Array(UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0)))) }
        unsafe entities.declare(String(cString: name), isInternal ? text : nil)
    }

    mutating func entity(_ name: UnsafePointer<xmlChar>) -> xmlEntityPtr? {
        // Behind each declaration the parser asks for what it made of it, to note something there: nobody refers to it.
        guard unsafe parser?.pointee.inSubset == 0 else { return nil }
        let inAttribute = unsafe parser?.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE
        switch unsafe entities.meaning(of: name, inAttribute: inAttribute) {
        case nil: return nil
        case .text(let entity):
            guard entities.expanded <= limits.expansion else {
                return unsafe refuse(limits.error(.expansion, line: line))
            }
            return unsafe entity
        case .tooLong(let name):
            let reason = "the entity \(name) has more than \(entities.longest) bytes (line \(line))"
            return unsafe refuse(MarkupLimits.error(reason))
        case .composite(let name):
            return unsafe refuse(
                NewswireError(
                    .malformed,
                    reason:
                        "the entity \(name) is kept outside the file or made of other entities (line \(line)); neither "
                        + "is followed",
                    remedy: "have the document sent with its entities written out"))
        }
    }

    /// A reference that stands for nothing known stays in the text as it is written.
    mutating func unknown(_ name: UnsafePointer<xmlChar>) {
        let reference = unsafe Array("&\(String(cString: name));".utf8)
        unsafe reference.withUnsafeBufferPointer { unsafe builder.text($0) }
    }

    // MARK: Faults

    mutating func fault(_ error: xmlError) {
        if unsafe error.code == CInt(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue) { hasPrefixes = true }
        // Namespaces that are not declared and the like do not matter to us.
        guard unsafe error.level == XML_ERR_FATAL, faults.count < Self.mostFaults else { return }
        unsafe faults.append(XMLFault(error, nodes: builder.count))
    }

    private mutating func refuse(_ error: NewswireError) -> xmlEntityPtr? {
        refusal = refusal ?? error
        unsafe xmlStopParser(parser)
        return nil
    }

    private mutating func stopIfExceeded() {
        guard let excess = builder.excess, refusal == nil else { return }
        _ = unsafe refuse(limits.error(excess, line: line))
    }
}
