internal import CLibXML2

// What libxml2 calls, and what of its usual doings is left out: with no subset, no entity and no document handled by its
// own code, it builds nothing, loads nothing and fetches nothing.

extension XMLHandler {
    /// The table of functions that a parser is made with.
    static var events: xmlSAXHandler {
        var events = unsafe xmlSAXHandler()
        // XML_SAX2_MAGIC: namespaces are told, and errors as structures.
        unsafe events.initialized = 0xDEED_BEAF
        unsafe events.startElementNs = { data, local, _, namespace, declared, _, count, _, attributes in
            guard let local = unsafe local else { return }
            unsafe XMLHandler.at(data)?.pointee.begin(
                local, namespace, declares: Int(declared), Int(count), attributes)
        }
        unsafe events.endElementNs = { data, _, _, _ in unsafe XMLHandler.at(data)?.pointee.end() }
        unsafe events.characters = { data, text, count in
            if let text = unsafe text { unsafe XMLHandler.at(data)?.pointee.text(text, count) }
        }
        unsafe events.ignorableWhitespace = unsafe events.characters
        unsafe events.cdataBlock = unsafe events.characters
        unsafe events.entityDecl = { data, name, type, _, _, content in
            guard let name = unsafe name else { return }
            unsafe XMLHandler.at(data)?.pointee.declare(name, type, content)
        }
        unsafe events.getEntity = { data, name in
            guard let name = unsafe name else { return nil }
            return unsafe XMLHandler.at(data)?.pointee.entity(name)
        }
        unsafe events.reference = { data, name in
            if let name = unsafe name { unsafe XMLHandler.at(data)?.pointee.unknown(name) }
        }
        unsafe events.serror = { data, error in
            if let error = unsafe error { unsafe XMLHandler.at(data)?.pointee.fault(error.pointee) }
        }
        return unsafe events
    }

    private static func at(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLHandler>? {
        unsafe data?.assumingMemoryBound(to: XMLHandler.self)
    }
}
