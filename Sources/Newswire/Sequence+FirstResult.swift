extension Sequence {
    /// What the first element gives that gives anything. (A lazy `compactMap` with `first` asks it twice.)
    func firstResult<Result>(_ result: (Element) -> Result?) -> Result? {
        for element in self {
            if let result = result(element) { return result }
        }
        return nil
    }
}
