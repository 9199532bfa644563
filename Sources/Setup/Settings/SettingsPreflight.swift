import Files
import Foundation
import Inbox
package import SystemPackage

/// Checks that files, folders and rights are as the settings need them, before anything starts.
package struct SettingsPreflight {
    private let settings: Settings
    private let places: [Setting: String]
    /// The settings file, if there is one.
    private let file: FilePath?

    init(_ settings: Settings, places: [Setting: String], file: FilePath?) {
        self.settings = settings
        self.places = places
        self.file = file
    }

    /// What lies where it must not is told first, and by itself: other mistakes follow from it.
    func mistakes() -> [Mistake] {
        let inbox = inboxMistakes() + spellingMistakes()
        let misplaced = PathConflicts(settings, places: places, file: file, log: PathConflicts.log).mistakes()
        return inbox + (misplaced.isEmpty ? folderMistakes() + fileMistakes() + socketMistakes() : misplaced)
    }

    /// The articles' folders may have any name; the libraries that open the other files take UTF-8 only.
    private func spellingMistakes() -> [Mistake] {
        var paths = [(Setting.journal, settings.journal), (.ledger, settings.ledger), (.status, settings.status)]
        paths += settings.index.path.map { [(.index, $0)] } ?? []
        paths += settings.rules.map { [(.rules, $0)] } ?? []
        paths += settings.serving.tokenFile.map { [(.tokenFile, $0)] } ?? []
        if case .folder(let model) = settings.engine.model { paths.append((.model, model)) }
        return paths.filter { !$0.1.isUTF8 && (places[$0.0] != nil || settings.journal.isUTF8) }.map { setting, path in
            mistake(
                setting, "\(path.printed) is not UTF-8", "name another, or a link to it with a UTF-8 name (ln -s)")
        }
    }

    private func inboxMistakes() -> [Mistake] {
        let inbox = settings.inbox
        guard Self.exists(inbox) else {
            return [mistake(.inbox, "there is no folder \(inbox.printed)", "make it: mkdir -p \(inbox.printed)")]
        }
        guard Self.isFolder(inbox) else {
            return [mistake(.inbox, "\(inbox) is not a folder", "name the folder that articles are dropped into")]
        }
        // Files are renamed or deleted out of it unless they are to be kept.
        let needed = settings.after == .keep ? R_OK | X_OK : R_OK | W_OK | X_OK
        guard Self.allows(inbox, needed) else {
            return [
                mistake(
                    .inbox, "the daemon may not \(settings.after == .keep ? "read" : "change") \(inbox)",
                    "give its user permission with chgrp and chmod, or leave files where they are with --after keep")
            ]
        }
        return []
    }

    /// `done/` and `failed/` are on the inbox's file system, or a file could not be renamed into them.
    private func folderMistakes() -> [Mistake] {
        var mistakes: [Mistake] = []
        for (setting, folder) in [(Setting.done, settings.done), (.failed, settings.failed)] {
            if let here = Self.device(settings.inbox), let there = Self.nearest(folder).flatMap(Self.device),
                here != there
            {
                mistakes.append(
                    mistake(
                        setting, "\(folder) is on another file system than \(settings.inbox)",
                        "name a folder on the same one: files are renamed into it"))
            }
        }
        if let rules = settings.rules, !Self.isFolder(rules) {
            mistakes.append(mistake(.rules, "there is no folder \(rules)", "make it, or leave the setting out"))
        }
        return mistakes
    }

    /// A ledger that nobody named lies beside the journal, whose mistakes are enough.
    private func fileMistakes() -> [Mistake] {
        var mistakes: [Mistake] = []
        let files = [(Setting.journal, settings.journal), (.ledger, settings.ledger)]
        let index = settings.index.path.map { [(Setting.index, $0)] } ?? []
        for (setting, file) in files + index where places[setting] != nil {
            let folder = file.removingLastComponent()
            if Self.isFolder(file) {
                mistakes.append(mistake(setting, "\(file) is a folder", "name a file in it"))
            } else if !Self.isFolder(folder) {
                mistakes.append(mistake(setting, "there is no folder \(folder)", "make it: mkdir -p \(folder)"))
            } else if !Self.allows(Self.exists(file) ? file : folder, W_OK) {
                mistakes.append(
                    mistake(setting, "the daemon may not write \(file)", "give its user permission with chown"))
            }
        }
        return mistakes
    }

    private func socketMistakes() -> [Mistake] {
        let socket = settings.status
        let folder = socket.removingLastComponent()
        if socket.string.utf8.count > UnixSocket.longestPath {
            return [
                mistake(
                    .status, "\(socket) is \(socket.string.utf8.count) bytes long",
                    "name a socket of at most \(UnixSocket.longestPath) bytes: Unix sockets allow no longer names")
            ]
        }
        if !Self.isFolder(folder) {
            return [mistake(.status, "there is no folder \(folder)", "make it: mkdir -p \(folder)")]
        }
        if let kind = Self.status(socket)?.kind, kind != .socket {
            return [
                mistake(.status, "\(socket) exists and is not a socket", "name another path, or remove what is there")
            ]
        }
        return []
    }

    private func mistake(_ setting: Setting, _ reason: String, _ remedy: String) -> Mistake {
        Mistake(place: places[setting] ?? setting.flag, reason: reason, remedy: remedy)
    }
}

// MARK: Looking

extension SettingsPreflight {
    /// Nil where it was removed.
    static var workingFolder: FilePath? {
        guard let folder = unsafe getcwd(nil, 0) else { return nil }
        defer { unsafe free(folder) }
        let path = unsafe FilePath(platformString: folder)
        return path.isAbsolute ? path : nil
    }

    package static func isFolder(_ path: FilePath) -> Bool { status(path)?.kind == .folder }

    private static func exists(_ path: FilePath) -> Bool { status(path) != nil }

    private static func device(_ path: FilePath) -> UInt64? { status(path)?.identity.device }

    private static func status(_ path: FilePath) -> FileStatus? { try? FileStatus(path) }

    private static func allows(_ path: FilePath, _ rights: CInt) -> Bool {
        unsafe path.withPlatformString { unsafe access($0, rights) } == 0
    }

    /// The path itself or the nearest folder above it that exists.
    private static func nearest(_ path: FilePath) -> FilePath? {
        var path = path
        while !exists(path), path.removeLastComponent() {}
        return exists(path) ? path : nil
    }
}
