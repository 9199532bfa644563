// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

import CInotifyTools
import Glibc

/// Watches a directory and all folders in it until nobody listens.
struct Watch {
    /// How often to see whether the directory is still the same, in milliseconds. No event tells that a folder above
    /// it was renamed or that something was mounted over it.
    private static let rootInterval: CInt = 1000
    /// Names that the library may gather before it is made to forget.
    private static let watchLimit = 100_000

    /// How many events to take at most before the files are told that were closed meanwhile.
    private static let batch = 1000

    private let root: [UInt8]
    private var output: HintWriter
    private var notifier = Notifier()
    private var files = OpenFiles()
    /// The directory that is watched; nil while there is none.
    private var watched: Folders.Identity?
    private var toldGone = false
    /// Watches have to be set anew: a folder that is watched was renamed.
    private var isStale = false
    private var wasOverrun = false
    /// What could not be watched since the last `R`, so that each is told once.
    private var told: Set<[UInt8]> = []

    init(root: [UInt8], output: HintWriter) {
        var root = root
        while root.count > 1 && root.last == slash { root.removeLast() }
        self.root = root
        self.output = output
    }

    mutating func run() {
        while true {
            if Folders.identity(root) != watched || watched == nil { begin() }
            output.flush()
            guard wait() else { return }
            guard watched != nil else { continue }
            takeEvents()
            if isStale || notifier.watches > Self.watchLimit { begin() }
            if wasOverrun { catchUp() }
        }
    }

    /// Sets all watches, if the directory is there.
    private mutating func begin() {
        notifier.stop()
        files = OpenFiles()
        isStale = false
        wasOverrun = false
        told = []
        watched = Folders.identity(root)
        guard watched != nil else {
            if !toldGone { output.write(.gone) }
            toldGone = true
            return
        }
        toldGone = false
        if let error = notifier.start() {
            watched = nil
            fail("no inotify instance", error)
        }
        var problems: [[UInt8]] = []
        add([], &problems)
        output.write(.ready)
        tell(problems)
    }

    /// Events were lost, and with them perhaps news of folders.
    private mutating func catchUp() {
        wasOverrun = false
        files = OpenFiles()
        var problems: [[UInt8]] = []
        add([], &problems)
        output.write(.overflow)
        tell(problems)
    }

    /// Watches a folder and what is in it. Each is watched before it is read: what comes later gives an event.
    private mutating func add(_ folder: [UInt8], _ problems: inout [[UInt8]]) {
        var folders = [folder]
        while let folder = folders.popLast() {
            let path = folder.isEmpty ? root : root + [slash] + folder
            switch notifier.watch(path) {
            case nil: break
            // It went away, or is no folder any more.
            case ENOENT, ENOTDIR: continue
            case let error?:
                problems.append(Self.problem(folder, error))
                if error == ENOSPC { return }
            }
            folders += Folders.subfolders(path).map { folder.isEmpty ? $0 : folder + [slash] + $0 }
        }
    }

    private mutating func tell(_ problems: [[UInt8]]) {
        for problem in problems where told.insert(problem).inserted { output.write(.error, problem) }
    }

    private static func problem(_ folder: [UInt8], _ error: CInt) -> [UInt8] {
        if error == ENOSPC {
            return Array("the limit of inotify watches is reached (sysctl fs.inotify.max_user_watches)".utf8)
        }
        let name = folder.isEmpty ? Array("the directory".utf8) : folder
        return name + Array(" cannot be watched: \(unsafe String(cString: strerror(error)))".utf8)
    }

    /// Says why, and ends: whoever started this program starts it again.
    private mutating func fail(_ what: String, _ error: CInt) -> Never {
        let limit = error == EMFILE ? " (sysctl fs.inotify.max_user_instances)" : ""
        output.write(.error, Array("\(what): \(unsafe String(cString: strerror(error)))\(limit)".utf8))
        output.flush()
        exit(1)
    }

    private mutating func takeEvents() {
        var count = 0
        while let event = notifier.next() {
            take(event)
            count += 1
            if count % Self.batch == 0 { tellClosed() }
        }
        tellClosed()
    }

    private mutating func tellClosed() {
        let (complete, paused) = files.takeClosed()
        for path in complete { tellComplete(.closed, path) }
        for path in paused { output.write(.paused, path) }
    }

    private mutating func take(_ event: Notifier.Event) {
        if event.has(IN_Q_OVERFLOW) { return wasOverrun = true }
        if event.has(IN_MOVE_SELF) { return isStale = true }
        // Even where another is there already: it may have got the same inode.
        if event.has(IN_DELETE_SELF | IN_UNMOUNT) && event.folder == root + [slash] { return isStale = true }
        // Of the folder itself: that it is gone, which whoever looks will see.
        guard !event.name.isEmpty else { return }
        // The library does not know the folder, so it cannot be said where this was.
        guard event.folder.starts(with: root + [slash]) else { return wasOverrun = true }
        let path = Array(event.folder.dropFirst(root.count + 1)) + event.name
        if event.has(IN_ISDIR) {
            if event.has(IN_CREATE | IN_MOVED_TO) { came(path, event.name) }
        } else if event.has(IN_OPEN) {
            files.opened(path)
        } else if event.has(IN_CLOSE_WRITE | IN_CLOSE_NOWRITE) {
            files.closed(path, writing: event.has(IN_CLOSE_WRITE))
        } else {
            files.made(path)
            if event.has(IN_MOVED_TO) { tellComplete(.moved, path) } else { output.write(.created, path) }
        }
    }

    /// With the size that the file has now: the reader sees whether it was written to since.
    private mutating func tellComplete(_ kind: HintWriter.Kind, _ path: [UInt8]) {
        guard let size = Folders.size(root + [slash] + path) else { return }
        output.write(kind, Array("\(size) ".utf8) + path)
    }

    private mutating func came(_ folder: [UInt8], _ name: [UInt8]) {
        guard name.first != UInt8(ascii: ".") else { return }
        var problems: [[UInt8]] = []
        add(folder, &problems)
        // After the watch is set: whoever looks now misses nothing.
        output.write(.folder, folder)
        tell(problems)
    }

    /// Waits for events, for a while. False when nobody listens any more.
    private func wait() -> Bool {
        var polled = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            // No events: only whether the other end was closed.
            pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
            pollfd(fd: notifier.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let ready = unsafe poll(&polled, nfds_t(polled.count), Self.rootInterval)
        guard ready > 0 else { return true }
        if polled[1].revents != 0 { return false }
        return polled[0].revents == 0 || readInput()
    }

    /// What comes on standard input means nothing; its end does.
    private func readInput() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 256)
        return unsafe read(STDIN_FILENO, &buffer, buffer.count) > 0
    }
}

let slash = UInt8(ascii: "/")
