/// The time that one article may take, from now on. The pipeline asks at every paragraph and window.
struct Deadline {
    struct Passed: Error {}

    let limit: Duration
    private let begun = ContinuousClock.now

    init(_ limit: Duration) { self.limit = limit }

    func check() throws(Passed) {
        if ContinuousClock.now - begun >= limit { throw Passed() }
    }
}
