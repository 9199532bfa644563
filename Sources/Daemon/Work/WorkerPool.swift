import ServiceLifecycle

/// The workers. They pull: files that none has taken wait in the inbox.
///
/// One more takes small files that would wait behind large ones. At most as many as were asked for compute at once.
struct WorkerPool: Service {
    private let workers: [Worker]

    init(count: Int, context: WorkerContext) {
        workers =
            (1...count).map { Worker(number: $0, context: context) }
            + [Worker(number: count + 1, context: context, takesOnlySmall: true)]
    }

    func run() async throws {
        await withDiscardingTaskGroup { group in
            for worker in workers { group.addTask { await worker.run() } }
        }
        // The inbox closes first, and a service that ends before it is told to takes the others down.
        try? await gracefulShutdown()
    }
}
