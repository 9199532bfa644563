package import SystemPackage

/// For file systems that send no events (NFS, SMB, some FUSE): it only says every so often that it is time to look.
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
