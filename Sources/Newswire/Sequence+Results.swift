extension Sequence {
    /// The first non-nil result. (A lazy `compactMap` with `first` computes it twice.)
    func firstResult<Result>(_ result: (Element) -> Result?) -> Result? {
        for element in self {
            if let result = result(element) { return result }
        }
        return nil
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in their order.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
