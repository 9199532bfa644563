import Synchronization

/// How many may look on, or wait, at once: so many of each client, so many in all. The owner finds a seat whoever else sits.
final class Seats: Sendable {
    private let taken = Mutex<[Client: Int]>([:])
    private let ofOne: Int
    private let ofAll: Int

    /// - Parameters:
    ///   - ofOne: Seats for a client.
    ///   - ofAll: Seats for all clients but the owner.
    init(ofOne: Int, ofAll: Int) {
        self.ofOne = ofOne
        self.ofAll = ofAll
    }

    func take(for client: Client) -> Seat? {
        taken.withLock { taken in
            guard taken[client, default: 0] < ofOne else { return nil }
            let others = taken.filter { !$0.key.isOwner }.values.reduce(0, +)
            guard client.isOwner || others < ofAll else { return nil }
            taken[client, default: 0] += 1
            return Seat(of: self, client)
        }
    }

    private func giveBack(_ client: Client) {
        taken.withLock { taken in
            let left = taken[client, default: 0] - 1
            taken[client] = left > 0 ? left : nil
        }
    }

    /// Given back once: when it is left, or when what would have left it never ran.
    final class Seat: Sendable {
        private let seats: Seats
        private let client: Client
        private let isTaken = Mutex(true)

        fileprivate init(of seats: Seats, _ client: Client) {
            self.seats = seats
            self.client = client
        }

        deinit { leave() }

        func leave() {
            let wasTaken = isTaken.withLock { isTaken in
                defer { isTaken = false }
                return isTaken
            }
            if wasTaken { seats.giveBack(client) }
        }
    }
}
