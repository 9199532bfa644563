internal import CLibXML2

/// What entity references stand for: the names that HTML has, and a document's own where they are plain text.
///
/// Nothing is ever fetched, and an entity made of other entities is refused, which leaves no way for a small document to
/// become a large one but its number of references; those are counted.
@safe struct XMLEntities: ~Copyable {
    @unsafe enum Meaning {
        case text(UnsafeMutablePointer<xmlEntity>)
        case refused(String)
    }

    /// Names to UTF-8, without the NUL; nil where a declaration is not followed.
    private var declared: [String: [UInt8]?] = [:]
    private var scratch: UnsafeMutablePointer<xmlEntity>
    private var content: UnsafeMutableBufferPointer<UInt8>
    private let longest = 4096
    private(set) var expanded = 0

    init() {
        unsafe scratch = UnsafeMutablePointer.allocate(capacity: 1)
        unsafe scratch.initialize(to: xmlEntity())
        unsafe content = UnsafeMutableBufferPointer.allocate(capacity: longest + 1)
        unsafe scratch.pointee.type = XML_ENTITY_DECL
        unsafe scratch.pointee.content = content.baseAddress
    }

    deinit {
        unsafe scratch.deallocate()
        unsafe content.deallocate()
    }

    /// - Parameter text: nil for one that is kept outside the document.
    mutating func declare(_ name: String, _ text: [UInt8]?) {
        // The first declaration counts.
        guard declared[name] == nil else { return }
        let isPlain = text.map { $0.count <= longest && !$0.contains { $0 == 0x26 || $0 == 0x3C } } ?? false
        declared[name] = .some(isPlain ? text : nil)
    }

    /// - Parameter inAttribute: Whether the parser is within an attribute's value, where it treats entities otherwise.
    /// - Returns: nil for a name that nobody knows. What is returned holds until the next call.
    mutating func meaning(of name: UnsafePointer<xmlChar>, inAttribute: Bool) -> Meaning? {
        if !declared.isEmpty, let text = unsafe declared[String(cString: name)] {
            guard let text else { return unsafe .refused(String(cString: name)) }
            expanded += text.count
            return unsafe .text(entity(text, inAttribute: inAttribute))
        }
        guard let known = unsafe htmlEntityLookup(name), let scalar = unsafe Unicode.Scalar(known.pointee.value) else {
            return nil
        }
        return unsafe .text(entity(Array(String(Character(scalar)).utf8), inAttribute: inAttribute))
    }

    private mutating func entity(_ text: [UInt8], inAttribute: Bool) -> UnsafeMutablePointer<xmlEntity> {
        _ = unsafe content.update(fromContentsOf: text)
        unsafe content[text.count] = 0
        unsafe scratch.pointee.length = CInt(text.count)
        // The parser hands the content of a predefined entity over as text, but takes only its first byte within an
        // attribute, where it is used to looking through general ones.
        unsafe scratch.pointee.etype = inAttribute ? XML_INTERNAL_GENERAL_ENTITY : XML_INTERNAL_PREDEFINED_ENTITY
        return unsafe scratch
    }
}
