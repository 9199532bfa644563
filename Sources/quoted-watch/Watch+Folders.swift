// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

import Glibc

extension Watch {
    /// How many folders to watch at most before events are taken: reading a folder makes some of its own, which must
    /// not fill the kernel's queue.
    private static let batch = 256

    /// Watches the pending folders and all their subfolders. Each is watched before it is read, so later files give
    /// events.
    mutating func watchPending() {
        var count = 0
        while let folder = pending.popLast() {
            watch(folder)
            count += 1
            if count % Self.batch == 0 { takeEvents() }
        }
        // After the watches are set: whoever looks now misses nothing.
        for folder in arrived { output.write(.folder, folder) }
        arrived = []
    }

    private mutating func watch(_ folder: [UInt8]) {
        let path = folder.isEmpty ? root : root + [slash] + folder
        switch inotify.watch(path) {
        case nil: break
        // It went away, or is no folder any more.
        case ENOENT, ENOTDIR: return
        case let error?:
            problems.append(Self.problem(folder, error))
            if error == ENOSPC { return pending = [] }
        }
        guard depth(folder) < deepest else { return }
        pending += FolderLookup.subfolders(path).map { folder.isEmpty ? $0 : folder + [slash] + $0 }
    }

    /// How deep the files of a folder lie below the directory.
    func depth(_ folder: [UInt8]) -> Int { folder.isEmpty ? 0 : 1 + folder.count { $0 == slash } }

    /// Reports a folder that could not be watched; once each, until all watches are set again.
    mutating func tellProblems() {
        for problem in problems where told.insert(problem).inserted { output.write(.error, problem) }
        problems = []
    }

    private static func problem(_ folder: [UInt8], _ error: CInt) -> [UInt8] {
        if error == ENOSPC {
            return Array("the limit of inotify watches is reached (sysctl fs.inotify.max_user_watches)".utf8)
        }
        let name = folder.isEmpty ? Array("the directory".utf8) : folder
        return name + Array(" cannot be watched: \(unsafe String(cString: strerror(error)))".utf8)
    }
}
