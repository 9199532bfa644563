import Files
import SystemPackage

/// Whether the folder that is the inbox can be used.
enum FolderState: Equatable {
    case usable
    /// The watcher says that it is gone.
    case gone
    /// A disk was mounted there and is not any more. Files in the folder underneath are taken all the same.
    case unmounted
    /// Another daemon has it; its process, if the kernel tells.
    case taken(by: Int?)
    case unreadable(Errno)

    /// For the status; nil where all is well.
    func sentence(_ inbox: FilePath) -> String? {
        switch self {
        case .usable: nil
        case .gone: "The inbox \(inbox.printed) is gone. Make it again, or stop the service."
        case .unreadable(let error):
            InboxError(.folder, "The inbox \(inbox.printed) cannot be read", cause: error).description
        case .taken(let holder):
            "The inbox \(inbox.printed) was made again, and another daemon\(holder.map { " (process \($0))" } ?? "") has it "
                + "now, so this one leaves it alone. Stop one of them."
        case .unmounted:
            "Nothing is mounted at the inbox \(inbox.printed) any more, so the files on its disk are not seen. Mount it "
                + "again, or restart the service to use the folder as it is."
        }
    }
}
