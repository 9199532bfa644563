import Foundation
import Synchronization
import SystemPackage

/// The file of a socket that is listened on. Where it is deleted nobody can connect any more, and the
/// listener is not told: so it is looked at.
final class SocketFile: Sendable {
    let path: FilePath
    private let mode: UInt32
    private let state = Mutex(State.unbound)

    private enum State {
        case unbound
        /// With the file as it was then; nil where it was deleted at once.
        case bound(Identity?)
    }

    /// Which file it is; no other has both.
    private struct Identity: Equatable {
        var device: DeviceID
        var inode: Inode
    }

    /// - Parameter mode: Permission bits; the umask does not apply.
    init(_ path: FilePath, mode: UInt32) {
        self.path = path
        self.mode = mode
    }

    /// To be called once the socket is listened on.
    func isListenedOn() {
        _ = unsafe chmod(path.string, mode)
        state.withLock { $0 = .bound(identity) }
    }

    /// Whether the socket was listened on, and its file is no longer there.
    var isGone: Bool {
        switch state.withLock(\.self) {
        case .unbound: false
        case .bound(let bound): bound == nil || bound != identity
        }
    }

    func remove() { _ = unsafe unlink(path.string) }

    /// Nil where there is no socket.
    private var identity: Identity? {
        guard let file = try? Stat(path, followTargetSymlink: false), file.type == .socket else { return nil }
        return Identity(device: file.deviceID, inode: file.inode)
    }
}
