import Executors
import Logging
import SystemPackage

/// Clears out `done/` at the start and every hour. It has a thread of its own, since removing
/// many files takes long.
actor HouseKeeper {
    private nonisolated let executor = ThreadExecutor(name: "housekeeper")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    private let archive: Archive
    private let logger: Logger

    init(_ archive: Archive, _ logger: Logger) {
        self.archive = archive
        self.logger = logger
    }

    /// Until the task is cancelled.
    ///
    /// - Parameter age: folders older than this are removed.
    func run(olderThan age: Duration) async {
        while !Task.isCancelled {
            clear(olderThan: age)
            try? await Task.sleep(for: .seconds(3600))
        }
    }

    private func clear(olderThan age: Duration) {
        do throws(Errno) {
            for folder in try KeepDone.clear(archive.configuration.done, olderThan: age, at: archive.wallClock()) {
                logger.info("Old folder removed", metadata: ["folder": "\(folder)"])
            }
        } catch {
            logger.warning("Old folders cannot be removed", metadata: ["error": "\(error)"])
        }
    }
}
