import Faults
import Files
import SystemPackage

/// Moves a file from one folder to another without ever overwriting one, looking at it before and after.
struct Move {
    enum Result: Equatable {
        case moved(name: [UInt8], stamp: Stamp)
        /// It is not the expected file, or no longer; it stays where it was.
        case changed(Look)
    }

    let name: ArraySlice<UInt8>
    /// The file to move. Anything else that has taken its name is left alone.
    let stamp: Stamp
    /// Names to try in the target folder.
    let names: FreeNames
    var sidecar: Sidecar?

    func run(from source: borrowing Directory, to target: borrowing Directory) throws(Errno) -> Result {
        let before = try source.look(name)
        guard let found = before.stamp, found.sameContent(as: stamp) else { return .changed(before) }
        let temporary = try sidecar?.write(into: target)
        do throws(Errno) {
            let result = try tryNames(from: source, to: target, temporary)
            if case .changed = result { try sidecar?.discard(temporary, in: target) }
            return result
        } catch {
            try? sidecar?.discard(temporary, in: target)
            throw error
        }
    }

    private func tryNames(
        from source: borrowing Directory, to target: borrowing Directory, _ temporary: [UInt8]?
    ) throws(Errno) -> Result {
        for candidate in names {
            do throws(Errno) {
                // The sidecar goes first: after a crash between the two there may be one without a file, but never a
                // file whose reason is not beside it.
                try sidecar?.place(temporary, in: target, beside: candidate)
            } catch .fileExists {
                continue
            }
            if sidecar != nil { FaultPoint.afterSidecar.pass() }
            do throws(Errno) {
                let result = try transfer(from: source, to: target, as: candidate)
                if case .changed = result { try sidecar?.takeBack(temporary, in: target, beside: candidate) }
                return result
            } catch {
                try sidecar?.takeBack(temporary, in: target, beside: candidate)
                if error != .fileExists { throw error }
            }
        }
        throw .fileExists
    }

    private func transfer(
        from source: borrowing Directory, to target: borrowing Directory, as candidate: [UInt8]
    ) throws(Errno) -> Result {
        do throws(Errno) {
            try source.rename(name, to: target, as: candidate)
        } catch .noSuchFileOrDirectory {
            return .changed(try source.look(name))
        } catch .improperLink {
            return try copy(from: source, to: target, as: candidate)
        }
        let after = try target.look(candidate)
        if let found = after.stamp, found.sameContent(as: stamp) { return .moved(name: candidate, stamp: found) }
        // It was changed between the look and the move, so it is a new arrival: put it back.
        try Self.putBack(candidate, from: target, to: source, as: name)
        return .changed(after)
    }

    /// For a target on another file system.
    private func copy(
        from source: borrowing Directory, to target: borrowing Directory, as candidate: [UInt8]
    ) throws(Errno) -> Result {
        guard case .file = try source.look(name) else { throw .improperLink }
        guard try target.look(candidate) == .gone else { throw .fileExists }
        let temporary = try target.copyTemporary(name, from: source)
        do throws(Errno) {
            let after = try source.look(name)
            guard let found = after.stamp, found.sameContent(as: stamp) else {
                try target.remove(temporary)
                return .changed(after)
            }
            try target.rename(temporary, to: target, as: candidate)
        } catch {
            try? target.remove(temporary)
            throw error
        }
        // The original may go only when the copy is on the disk.
        try target.sync()
        FaultPoint.afterCopy.pass()
        do throws(Errno) {
            let left = try removeOriginal(from: source)
            guard left == .gone else {
                try target.remove(candidate)
                return .changed(left)
            }
        } catch {
            // The original is still there, so each new try would leave one more copy.
            try target.remove(candidate)
            throw error
        }
        guard let copied = try target.look(candidate).stamp else { throw .noSuchFileOrDirectory }
        return .moved(name: candidate, stamp: copied)
    }

    /// Removes the file that was copied, and nothing that has taken its name meanwhile: it is renamed first, then
    /// looked at.
    ///
    /// - Returns: what lies there now, if it is another file.
    private func removeOriginal(from source: borrowing Directory) throws(Errno) -> Look {
        let aside: [UInt8]
        do throws(Errno) {
            aside = try source.setAside(name)
        } catch .noSuchFileOrDirectory {
            return .gone
        }
        let look = try source.look(aside)
        do throws(Errno) {
            guard let found = look.stamp, found.sameContent(as: stamp) else {
                try Self.putBack(aside, from: source, to: source, as: name)
                return look
            }
            try source.remove(aside)
            return .gone
        } catch {
            _ = try? Self.putBack(aside, from: source, to: source, as: name)
            throw error
        }
    }

    /// - Returns: the name that the file has now.
    @discardableResult
    static func putBack(
        _ name: some Collection<UInt8>, from target: borrowing Directory, to source: borrowing Directory,
        as original: some Collection<UInt8>
    ) throws(Errno) -> [UInt8] {
        for candidate in FreeNames(name: Array(original), mark: "again") {
            do throws(Errno) {
                try target.rename(name, to: source, as: candidate)
                return candidate
            } catch .fileExists {
                continue
            }
        }
        throw .fileExists
    }
}
