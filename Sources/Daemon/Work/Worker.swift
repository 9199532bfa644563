import Annotator
import Executors
import Inbox
import Journal
import Newswire

/// Takes files one after the other and works each off, on a thread of its own: annotating is computation.
actor Worker {
    private let number: Int
    private let desk: Desk
    private nonisolated let executor: ThreadExecutor

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    init(number: Int, desk: Desk) {
        self.number = number
        self.desk = desk
        executor = ThreadExecutor(name: "worker \(number)")
    }

    /// Works until the inbox hands out nothing more.
    func run() async {
        while let arrival = await desk.inbox.next() {
            var work = FileWork(arrival: arrival, desk: desk, worker: number)
            await work.carryOut()
            if work.bytes > Heap.large { Heap.giveBack() }
        }
    }
}
