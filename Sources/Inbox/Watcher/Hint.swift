package import Files
package import SystemPackage

/// What a watcher reports. A hint is a reason to look, never the truth.
package enum Hint: Sendable, Equatable {
    /// Something of this name was made; it may not be complete.
    case created(RelativePath)
    /// It was closed after writing, but somebody else still seems to have it open.
    case paused(RelativePath)
    /// Something was closed after writing, or renamed in; its size in bytes then, if the watcher knows it.
    case closed(RelativePath, size: Int64? = nil)
    /// A folder came, with all that is in it.
    case folder(RelativePath)
    /// Everything is watched from now on; earlier files may not have been reported.
    case ready
    /// Some hints were lost.
    case overflow
    /// Time to look, from a watcher that only keeps time.
    case due
    /// The inbox itself is gone; `ready` follows when it is there again.
    case gone
    /// The watcher died and starts again.
    case restarted(reason: String)
    /// The watcher cannot see all, and says why.
    case blind(reason: String)
}

/// Tells what happens in the inbox.
package protocol Watcher: Sendable {
    /// Watches until the task is cancelled.
    ///
    /// It begins with `ready`, `due`, `gone` or `blind`; other hints may come before. While `report` runs it reports
    /// nothing more: that is how the inbox holds it back.
    func watch(_ inbox: FilePath, report: @Sendable ([Hint]) async -> Void) async
}
