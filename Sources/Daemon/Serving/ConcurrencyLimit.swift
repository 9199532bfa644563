import Synchronization

/// How many may do something at once: so many for each client, so many in all. There is always room for the owner.
final class ConcurrencyLimit: Sendable {
    private let taken = Mutex<[Client: Int]>([:])
    private let perClient: Int
    private let total: Int

    /// - Parameter total: For all clients but the owner.
    init(perClient: Int, total: Int) {
        self.perClient = perClient
        self.total = total
    }

    /// - Returns: nil where there is no room.
    func slot(for client: Client) -> Slot? {
        taken.withLock { taken in
            guard taken[client, default: 0] < perClient else { return nil }
            let others = taken.filter { !$0.key.isOwner }.values.reduce(0, +)
            guard client.isOwner || others < total else { return nil }
            taken[client, default: 0] += 1
            return Slot(of: self, client)
        }
    }

    private func free(_ client: Client) {
        taken.withLock { taken in
            let left = taken[client, default: 0] - 1
            taken[client] = left > 0 ? left : nil
        }
    }

    /// Freed once: by `free`, or with the last reference where `free` is never called.
    final class Slot: Sendable {
        private let limit: ConcurrencyLimit
        private let client: Client
        private let isTaken = Mutex(true)

        fileprivate init(of limit: ConcurrencyLimit, _ client: Client) {
            self.limit = limit
            self.client = client
        }

        deinit { free() }

        func free() {
            let wasTaken = isTaken.withLock { isTaken in
                defer { isTaken = false }
                return isTaken
            }
            if wasTaken { limit.free(client) }
        }
    }
}
