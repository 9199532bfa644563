internal import CLibXML2

/// The numbers of names by their addresses: a parser keeps its names in a dictionary of its own, so that equal names have
/// equal addresses, which are faster to look up than strings.
struct NameNumbers {
    private struct Entry {
        var local: UInt = 0
        var namespace: UInt = 0
        var number: Int32 = 0
    }

    /// By some bits of the address; of names that fall together the last that was seen.
    private var entries = [Entry](repeating: Entry(), count: 256)

    /// - Parameter name: Of one parser; it outlives the numbers.
    mutating func number(
        _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>? = nil, in builder: inout TreeBuilder
    ) -> Int32 {
        let (address, space) = (UInt(bitPattern: local), UInt(bitPattern: namespace))
        let place = Int(truncatingIfNeeded: (address ^ address >> 8) & 0xFF)
        let entry = entries[place]
        if entry.local == address, entry.namespace == space { return entry.number }
        let number = unsafe builder.number(
            of: MarkupTree.Name(local: String(cString: local), namespace: namespace.map { unsafe String(cString: $0) }))
        entries[place] = Entry(local: address, namespace: space, number: number)
        return number
    }
}
