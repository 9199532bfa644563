import Files
import SystemPackage

/// Folders of the inbox that the last full scan could not look into, as sentences for the status.
struct UnseenFolders: Equatable {
    /// About folders that cannot be read.
    private(set) var unreadable: String?
    /// About folders that lie too deep.
    private(set) var tooDeep: String?

    init() {}

    init(_ findings: Findings) {
        for case (let folder?, let error) in findings.unreadable.prefix(2).reversed() {
            unreadable =
                "The folder \(folder)\(Self.more(findings.unreadableCount)) of the inbox cannot be read: \(error). What is in "
                + "it is not seen: give the service's user permission to read and enter it."
        }
        if let folder = findings.tooDeep {
            tooDeep =
                "The folder \(folder.shortened)\(Self.more(findings.tooDeepCount)) of the inbox lies in more than "
                + "\(RelativePath.deepest) others. What is in it is not seen: move it up, or remove it."
        }
    }

    var sentences: [String] { [unreadable, tooDeep].compactMap(\.self) }

    private static func more(_ count: Int) -> String { count > 1 ? " (and \(count - 1) more)" : "" }
}
