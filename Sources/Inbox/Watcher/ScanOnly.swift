package import SystemPackage

/// For file systems without events (NFS, SMB, some FUSE): it only says from time to time that a look is due.
package struct ScanOnly: Watcher {
    private let interval: Duration

    package init(every interval: Duration = .seconds(5)) { self.interval = interval }

    package func watch(_ inbox: FilePath, report: @Sendable ([Hint]) async -> Void) async {
        while !Task.isCancelled {
            await report([.due])
            try? await Task.sleep(for: interval)
        }
    }
}
