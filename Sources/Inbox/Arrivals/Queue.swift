/// First in, first out, in constant time on average.
struct Queue<Element> {
    // Taken elements stay as nil before `head` until it is worth moving the rest.
    private var elements: [Element?] = []
    private var head = 0

    var count: Int { elements.count - head }
    var isEmpty: Bool { count == 0 }
    var first: Element? { isEmpty ? nil : elements[head] }

    func first(where holds: (Element) -> Bool) -> Element? {
        for case let element? in elements[head...] where holds(element) { return element }
        return nil
    }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        let element = elements[head].take()
        head += 1
        if head >= 256 && head * 2 >= elements.count {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }

    /// Takes the first of the next `limit` that passes the test. Costs moving the elements behind it.
    mutating func popFirst(ofFirst limit: Int, where holds: (Element) -> Bool) -> Element? {
        guard let index = elements[head...].prefix(limit).firstIndex(where: { $0.map(holds) ?? false }) else {
            return nil
        }
        return elements.remove(at: index)
    }

    mutating func popLast() -> Element? {
        guard !isEmpty else { return nil }
        return elements.removeLast()
    }
}
