internal import CLibXML2

/// The numbers of names by their addresses: a parser keeps its names in a dictionary of its own, so that equal names have
/// equal addresses, which are faster to look up than strings. (A few names that libxml2's HTML parser puts in by itself
/// have a second address, and so a second number.)
struct NameTable {
    private struct Entry {
        var local: UInt = 0
        var namespace: UInt = 0
        var number: Int32 = 0
    }

    private(set) var names: [MarkupTree.Name] = []
    private let isHTML: Bool
    /// By bits of the address, in the next free place where that is taken; half of it is free at least.
    private var entries = [Entry](repeating: Entry(), count: 128)

    init(isHTML: Bool) { self.isHTML = isHTML }

    /// A name that no parser gave.
    mutating func add(_ name: MarkupTree.Name) -> Int32 {
        names.append(name)
        return Int32(names.count - 1)
    }

    subscript(number: Int32) -> MarkupTree.Name { names[Int(number)] }

    /// - Parameter local: Of one parser, as the namespace; they outlive the numbers.
    mutating func number(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>? = nil) -> Int32 {
        let (address, space) = (UInt(bitPattern: local), UInt(bitPattern: namespace))
        var place = slot(address, space)
        while entries[place].local != 0 {
            if entries[place].local == address, entries[place].namespace == space { return entries[place].number }
            place = (place + 1) & (entries.count - 1)
        }
        let number = Int32(names.count)
        entries[place] = Entry(local: address, namespace: space, number: number)
        names.append(unsafe name(local, namespace))
        if names.count * 2 > entries.count { grow() }
        return number
    }

    private func name(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> MarkupTree.Name {
        let text = unsafe String(cString: local)
        guard isHTML else {
            return unsafe MarkupTree.Name(local: text, namespace: namespace.map { unsafe String(cString: $0) })
        }
        return MarkupTree.Name(
            local: text, namespace: nil, tag: HTMLTag(name: text), attribute: HTMLAttribute(attributeName: text))
    }

    private func slot(_ address: UInt, _ space: UInt) -> Int {
        let mixed = (address ^ space &>> 3) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> 32) & (entries.count - 1)
    }

    private mutating func grow() {
        let old = entries
        entries = [Entry](repeating: Entry(), count: old.count * 2)
        for entry in old where entry.local != 0 {
            var place = slot(entry.local, entry.namespace)
            while entries[place].local != 0 { place = (place + 1) & (entries.count - 1) }
            entries[place] = entry
        }
    }
}
