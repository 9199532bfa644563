import Annotator
import Executors
import Inbox
import Newswire
import Records

/// Takes files one after the other and works each off, on a thread of its own: annotating is computation.
actor Worker {
    private let number: Int
    private let context: WorkerContext
    private let takesOnlySmall: Bool
    private nonisolated let executor: ThreadExecutor

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// - Parameter takesOnlySmall: Whether it takes nothing but small files that would wait behind large ones.
    init(number: Int, context: WorkerContext, takesOnlySmall: Bool = false) {
        self.number = number
        self.context = context
        self.takesOnlySmall = takesOnlySmall
        executor = ThreadExecutor(name: "worker \(number)")
    }

    /// Works until the inbox hands out nothing more.
    func run() async {
        while let arrival = await next() {
            var work = FileWork(arrival: arrival, context: context, worker: number)
            await work.carryOut()
            if work.bytes > Heap.large { Heap.giveBack() }
        }
    }

    private func next() async -> Arrival? {
        takesOnlySmall ? await context.inbox.nextSmall() : await context.inbox.next()
    }
}
