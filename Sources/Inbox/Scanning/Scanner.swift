import Executors
import Files
import SystemPackage

/// Walks through folders on a thread of its own, some entries a call, so that nobody waits for a whole folder.
actor Scanner {
    private nonisolated let executor = ThreadExecutor(name: "scanner")
    // File system calls block.
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    private var sweep: Sweep?

    /// Ends the walk before it.
    func begin(_ root: FilePath, folder: RelativePath?, sparing names: SparedNames, deepest: Int = RelativePath.deepest)
    {
        sweep = Sweep(root, folder: folder, sparing: names, deepest: deepest)
    }

    /// As `Sweep.next`; also nil if no walk has begun.
    func next(_ limit: Int) -> [(path: RelativePath, look: Look)]? { sweep?.next(limit) }

    func end() -> Findings {
        let findings = sweep?.findings ?? Findings()
        sweep = nil
        return findings
    }
}
