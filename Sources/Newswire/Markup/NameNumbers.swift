internal import CLibXML2

/// The numbers of names by their addresses: a parser keeps its names in a dictionary of its own, so that equal names have
/// equal addresses, which are faster to look up than strings.
struct NameNumbers {
    private struct Addresses: Hashable {
        var local: UInt
        var namespace: UInt
    }

    private var numbers: [Addresses: Int32] = [:]

    /// - Parameter name: Of one parser; it outlives the numbers.
    mutating func number(
        _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>? = nil, in builder: inout TreeBuilder
    ) -> Int32 {
        let addresses = Addresses(local: UInt(bitPattern: local), namespace: UInt(bitPattern: namespace))
        if let number = numbers[addresses] { return number }
        let number = unsafe builder.number(
            of: MarkupTree.Name(local: String(cString: local), namespace: namespace.map { unsafe String(cString: $0) }))
        numbers[addresses] = number
        return number
    }
}
