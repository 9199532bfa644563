/// Things to do, ordered by when they are due: a binary heap, O(log n) for each change.
///
/// Entries are never taken out early. Whoever asks compares the ticket with the current one and passes over void
/// entries.
struct Timetable<Subject> {
    struct Entry {
        var due: ContinuousClock.Instant
        /// Breaks ties: entries due at the same time come in the order of their tickets.
        var ticket: UInt64
        var subject: Subject

        static func < (a: Self, b: Self) -> Bool { (a.due, a.ticket) < (b.due, b.ticket) }
    }

    private var heap: [Entry] = []

    var next: ContinuousClock.Instant? { heap.first?.due }

    mutating func insert(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child] < heap[parent] else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    mutating func popDue(at now: ContinuousClock.Instant) -> Entry? {
        guard let first = heap.first, first.due <= now else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return first
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[smallest] {
                smallest = child
            }
            if smallest == parent { return }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }
}
