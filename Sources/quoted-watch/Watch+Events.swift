// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

import CInotifyTools

extension Watch {
    /// How many events to take at most before closed files are reported.
    private static let batch = 1000

    /// Takes all events that there are.
    mutating func takeEvents() {
        var count = 0
        while let event = inotify.next() {
            take(event)
            count += 1
            if count % Self.batch == 0 { tellClosed() }
        }
        tellClosed()
    }

    private mutating func take(_ event: Inotify.Event) {
        if event.has(IN_Q_OVERFLOW) { return wasOverrun = true }
        if event.has(IN_MOVE_SELF) { return isStale = true }
        // Even if another is there already: it may have the same inode.
        if event.has(IN_DELETE_SELF | IN_UNMOUNT) && event.folder == root + [slash] { return isStale = true }
        // The folder itself is gone; the next look shows that.
        guard !event.name.isEmpty else { return }
        // The library does not know the folder, so the path is unknown.
        guard event.folder.starts(with: root + [slash]) else { return wasOverrun = true }
        let path = Array(event.folder.dropFirst(root.count + 1)) + event.name
        if event.has(IN_ISDIR) {
            if event.has(IN_CREATE | IN_MOVED_TO) { folderCame(path, event.name) }
        } else {
            takeOfFile(event, path)
        }
    }

    private mutating func takeOfFile(_ event: Inotify.Event, _ path: [UInt8]) {
        if event.has(IN_OPEN) {
            files.opened(path)
        } else if event.has(IN_CLOSE_WRITE | IN_CLOSE_NOWRITE) {
            files.closed(path, writing: event.has(IN_CLOSE_WRITE))
        } else {
            files.made(path)
            if event.has(IN_MOVED_TO) { tellComplete(.moved, path) } else { output.write(.created, path) }
        }
    }

    private mutating func folderCame(_ folder: [UInt8], _ name: [UInt8]) {
        guard name.first != UInt8(ascii: "."), depth(folder) <= deepest else { return }
        pending.append(folder)
        arrived.append(folder)
    }

    private mutating func tellClosed() {
        let (complete, paused) = files.takeClosed()
        for path in complete { tellComplete(.closed, path) }
        for path in paused { output.write(.paused, path) }
    }

    /// With the size that the file has now: the reader sees whether it was written to since.
    private mutating func tellComplete(_ kind: HintWriter.Kind, _ path: [UInt8]) {
        guard let size = FolderLookup.size(root + [slash] + path) else { return }
        output.write(kind, Array("\(size) ".utf8) + path)
    }
}
