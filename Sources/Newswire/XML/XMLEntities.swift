internal import CLibXML2

/// What entity references stand for: the names that HTML has, and a document's own where they are plain text.
///
/// Nothing is ever fetched, and an entity made of other entities is refused, which leaves no way for a small document to
/// become a large one but its number of references; those are counted.
@safe struct XMLEntities: ~Copyable {
    @unsafe enum Meaning {
        case text(UnsafeMutablePointer<xmlEntity>)
        case composite(String)
        case tooLong(String)
    }

    private enum Declaration {
        /// UTF-8, without the NUL.
        case text([UInt8])
        /// Made of others, or kept outside the document.
        case composite
        case tooLong
    }

    private var declared: [String: Declaration] = [:]
    private var scratch: UnsafeMutablePointer<xmlEntity>
    private var content: UnsafeMutableBufferPointer<UInt8>
    /// In bytes: enough for a notice of rights, which some documents declare. Chosen by hand.
    let longest = 4096
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
        declared[name] = declaration(text)
    }

    private func declaration(_ text: [UInt8]?) -> Declaration {
        guard let text, !text.contains(where: { $0 == 0x26 || $0 == 0x3C }) else { return .composite }
        return text.count <= longest ? .text(text) : .tooLong
    }

    /// - Parameter inAttribute: Whether the parser is within an attribute's value, where it treats entities otherwise.
    /// - Returns: nil for a name that nobody knows. What is returned holds until the next call.
    mutating func meaning(of name: UnsafePointer<xmlChar>, inAttribute: Bool) -> Meaning? {
        switch unsafe declared.isEmpty ? nil : declared[String(cString: name)] {
        case .text(let text):
            expanded += text.count
            return unsafe .text(entity(text, inAttribute: inAttribute))
        case .composite: return unsafe .composite(String(cString: name))
        case .tooLong: return unsafe .tooLong(String(cString: name))
        case nil: break
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
