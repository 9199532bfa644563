import Executors
package import Files
import SystemPackage

/// Puts files from `done/` back into the inbox, found by what the journal says of them. Works with or without a daemon.
package struct Restoration: Sendable {
    /// A file that was worked off.
    package struct Wanted: Hashable, Sendable {
        /// In the inbox, as journalled.
        package var path: String
        /// Of its content, hexadecimal. Where it is nil the path alone decides.
        package var sha256: String?

        package init(path: String, sha256: String?) {
            self.path = path
            self.sha256 = sha256
        }
    }

    package struct Restored: Sendable {
        package var file: Wanted
        /// In the inbox; a new name if the old one was taken.
        package var path: RelativePath
    }

    package struct Result: Sendable {
        /// In the inbox now.
        package fileprivate(set) var restored: [Restored] = []
        /// In the inbox already; a daemon that keeps files there takes them at its next start.
        package fileprivate(set) var waiting: [Wanted] = []
        /// In neither, sorted.
        package fileprivate(set) var missing: [Wanted] = []
    }

    private let archive: Archive
    private let name: @Sendable (RelativePath) -> String
    private var wanted: Set<Wanted>
    /// The same, by the folder they were in and the first bytes of their names.
    private var places: [String: [Wanted]] = [:]

    /// - Parameter name: how a path is journalled.
    package init(
        _ configuration: InboxConfiguration, _ wanted: Set<Wanted>, name: @escaping @Sendable (RelativePath) -> String
    ) {
        archive = Archive(configuration: configuration, wallClock: Inbox.systemTime)
        self.name = name
        self.wanted = wanted
        places = Dictionary(grouping: wanted) { Self.place($0.path) }
    }

    /// Looks through all of `done/`, and reads the files that may be wanted. Blocks.
    ///
    /// - Throws: if a file cannot be moved into the inbox.
    package func run() throws(InboxError) -> Result {
        var rest = self
        var result = Result()
        // The folder of the day is one more.
        var sweep = Sweep(archive.configuration.done, deepest: RelativePath.deepest + 1)
        while !rest.wanted.isEmpty, let slice = sweep.next(256) {
            for case (let path, .file(let stamp)) in slice where !Sidecar.isName(path.name, in: path.parent) {
                if let restored = try rest.restore(path, stamp) { result.restored.append(restored) }
            }
        }
        for file in rest.wanted.sorted(by: { ($0.path, $0.sha256 ?? "") < ($1.path, $1.sha256 ?? "") }) {
            if isInInbox(file) { result.waiting.append(file) } else { result.missing.append(file) }
        }
        return result
    }

    /// - Parameter path: in `done/`: the folder of a day, and the path in the inbox.
    private mutating func restore(_ path: RelativePath, _ stamp: Stamp) throws(InboxError) -> Restored? {
        guard let original = RelativePath(path.bytes.drop { $0 != slash }.dropFirst()) else { return nil }
        let place = RootedPath(root: archive.configuration.done, path: path)
        guard let candidates = places[Self.place(name(original))],
            let file = candidates.first(where: { wanted.contains($0) && isThere($0, place, original, stamp) })
        else { return nil }
        do throws(Errno) {
            let target = RelativePath(file.path).flatMap { name($0) == file.path ? $0 : nil } ?? original
            let restored = try archive.putBack(place, as: target, sidecar: Sidecar.items)
            wanted.remove(file)
            return Restored(file: file, path: restored)
        } catch .noSuchFileOrDirectory {
            return nil
        } catch {
            throw InboxError(
                .move, "\(place.filePath.printed) cannot be moved back to \(archive.configuration.inbox.printed)",
                cause: error)
        }
    }

    private func isThere(_ file: Wanted, _ place: RootedPath, _ original: RelativePath, _ stamp: Stamp) -> Bool {
        guard let sha256 = file.sha256 else { return name(original) == file.path }
        let arrival = Arrival(path: place.path, root: place.root, stamp: stamp, ticket: 0, noticed: .now)
        return (try? arrival.read(maximum: .max))?.sha256 == sha256
    }

    private func isInInbox(_ file: Wanted) -> Bool {
        guard let path = RelativePath(file.path) else { return false }
        let place = RootedPath(root: archive.configuration.inbox, path: path)
        guard case .file(let stamp)? = try? place.look() else { return false }
        return isThere(file, place, path, stamp)
    }

    /// A file whose name was taken in `done/` has a time in it: `a.xml` lies there as `a.140203.xml`.
    private static func place(_ path: String) -> String {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { path[...$0] } ?? ""
        let name = path[(slash.map { path.index(after: $0) } ?? path.startIndex)...]
        return folder + String(name.prefix { $0 != "." }.prefix(40))
    }
}

extension Inbox {
    /// Has finished files annotated again, from `done/`, or from the inbox if they stay there.
    package func restore(
        _ wanted: Set<Restoration.Wanted>, name: @escaping @Sendable (RelativePath) -> String
    ) async throws -> Restoration.Result {
        let restoration = Restoration(configuration, wanted, name: name)
        let result = try await onThread("restoration") { try restoration.run() }
        if configuration.after == .keep { state.arrivals.forgetKept() }
        rescan()
        return result
    }
}
