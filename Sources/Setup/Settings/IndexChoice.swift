package import SystemPackage

/// Whether the daemon keeps an index of the quotations, and where.
package enum IndexChoice: Sendable, Equatable {
    case none
    case file(FilePath)

    package init?(_ text: String) throws(Unfit) {
        if text == "none" {
            self = .none
        } else {
            guard let path = try FilePath(setting: text) else { return nil }
            self = .file(path)
        }
    }

    package var path: FilePath? { if case .file(let path) = self { path } else { nil } }
}
