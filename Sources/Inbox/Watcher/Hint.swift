package import SystemPackage

/// What a watcher tells. A hint is a reason to look, never the truth.
package enum Hint: Sendable, Equatable {
    /// Something of this name was made; it may not be complete.
    case created(InboxPath)
    /// Something was closed after writing, but somebody else seems to have it open.
    case paused(InboxPath)
    /// Something was closed after writing, or renamed in; its size in bytes then, if the watcher knows it.
    case closed(InboxPath, size: Int64? = nil)
    /// A folder came, with all that is in it.
    case folder(InboxPath)
    /// All is watched from now on; what came before may not have been told.
    case ready
    /// Some hints were lost.
    case overflow
    /// It is time to look, for a watcher that cannot see by itself.
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
    /// It begins by saying `ready`, `due`, `gone` or `blind`; a hint of what happens meanwhile may come before. While `report` runs, nothing more is
    /// told: that is how the inbox holds a watcher back.
    func watch(_ inbox: FilePath, report: @Sendable ([Hint]) async -> Void) async
}
