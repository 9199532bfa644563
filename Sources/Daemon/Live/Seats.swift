import Synchronization

/// How many may look on at once.
final class Seats: Sendable {
    private let free: Mutex<Int>

    init(_ count: Int) { free = Mutex(count) }

    func take() -> Seat? {
        free.withLock { free in
            guard free > 0 else { return nil }
            free -= 1
            return Seat(of: self)
        }
    }

    /// Given back once: when it is left, or when what would have left it never ran.
    final class Seat: Sendable {
        private let seats: Seats
        private let isTaken = Mutex(true)

        fileprivate init(of seats: Seats) { self.seats = seats }

        deinit { leave() }

        func leave() {
            let wasTaken = isTaken.withLock { isTaken in
                defer { isTaken = false }
                return isTaken
            }
            if wasTaken { seats.free.withLock { $0 += 1 } }
        }
    }
}
