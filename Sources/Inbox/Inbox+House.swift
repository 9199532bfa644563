import Executors
import Logging
import SystemPackage

extension Inbox {
    /// Clears out `done/` at the start and every hour, if it is to be cleared.
    nonisolated func keepHouse() async {
        guard let age = configuration.keepDone else { return }
        let keeper = HouseKeeper()
        while !Task.isCancelled {
            await keeper.clear(configuration.done, olderThan: age, at: archive.wallClock(), logger)
            try? await Task.sleep(for: .seconds(3600))
        }
    }
}

/// Removing many files takes its time: on a thread of its own it holds up nobody.
private actor HouseKeeper {
    private nonisolated let executor = ThreadExecutor(name: "housekeeper")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    func clear(_ done: FilePath, olderThan age: Duration, at now: Int64, _ logger: Logger) {
        do throws(Errno) {
            for folder in try KeepDone.clear(done, olderThan: age, at: now) {
                logger.info("Old folder removed", metadata: ["folder": "\(folder)"])
            }
        } catch {
            logger.warning("Old folders cannot be removed", metadata: ["error": "\(error)"])
        }
    }
}
