// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

import Glibc

/// Watches a directory and all folders in it until nobody listens.
struct Watch {
    /// How often to check that the directory is still the same, in milliseconds. No event tells that a folder above it
    /// was renamed or that something was mounted over it.
    private static let rootInterval: CInt = 1000
    /// How many names of removed folders the library may collect before it is reset.
    private static let surplus = 100_000

    let root: [UInt8]
    /// How many folders within one another are watched below the directory.
    let deepest: Int
    var output: HintWriter
    var inotify = Inotify()
    var files = OpenFiles()
    /// Folders that are to be watched.
    var pending: [[UInt8]] = []
    /// Those of them that were not there when the watch began.
    var arrived: [[UInt8]] = []
    /// Folders that could not be watched: yet to report, and reported since the last `R`.
    var problems: [[UInt8]] = []
    var told: Set<[UInt8]> = []
    /// All watches must be set again, because a watched folder was renamed.
    var isStale = false
    /// Events were lost.
    var wasOverrun = false

    /// The directory that is watched; nil while there is none.
    private var watched: FolderLookup.Identity?
    private var watchesAtFirst = 0
    private var toldGone = false

    init(root: [UInt8], deepest: Int, output: HintWriter) {
        var root = root
        while root.count > 1 && root.last == slash { root.removeLast() }
        self.root = root
        self.deepest = deepest
        self.output = output
    }

    mutating func run() {
        while true {
            if hasToBegin { begin() }
            if wasOverrun { catchUp() }
            output.flush()
            guard wait() else { return }
            guard watched != nil else { continue }
            takeEvents()
            watchPending()
            tellProblems()
        }
    }

    private var hasToBegin: Bool {
        watched == nil || isStale || FolderLookup.identity(root) != watched
            || inotify.watches > 2 * watchesAtFirst + Self.surplus
    }

    /// Sets all watches, if the directory is there.
    private mutating func begin() {
        inotify.stop()
        forget()
        told = []
        isStale = false
        watched = FolderLookup.identity(root)
        guard watched != nil else {
            if !toldGone { output.write(.gone) }
            toldGone = true
            return
        }
        toldGone = false
        if let error = inotify.start() { fail("no inotify instance", error) }
        pending = [[]]
        watchPending()
        watchesAtFirst = inotify.watches
        output.write(.ready)
        tellProblems()
    }

    /// Events were lost, and with them perhaps news of folders.
    private mutating func catchUp() {
        forget()
        pending = [[]]
        watchPending()
        output.write(.overflow)
        tellProblems()
    }

    private mutating func forget() {
        files = OpenFiles()
        pending = []
        arrived = []
        wasOverrun = false
    }

    /// Says why, and ends. The daemon starts this program again.
    private mutating func fail(_ what: String, _ error: CInt) -> Never {
        let limit = error == EMFILE ? " (sysctl fs.inotify.max_user_instances)" : ""
        output.write(.error, Array("\(what): \(unsafe String(cString: strerror(error)))\(limit)".utf8))
        output.flush()
        exit(1)
    }

    /// Waits for events for a while. False if nobody listens any more.
    private func wait() -> Bool {
        var polled = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            // No events: only whether the other end was closed.
            pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
            pollfd(fd: inotify.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let ready = unsafe poll(&polled, nfds_t(polled.count), Self.rootInterval)
        guard ready > 0 else { return true }
        if polled[1].revents != 0 { return false }
        return polled[0].revents == 0 || readInput()
    }

    /// Standard input carries nothing; only its end matters.
    private func readInput() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 256)
        return unsafe read(STDIN_FILENO, &buffer, buffer.count) > 0
    }
}

let slash = UInt8(ascii: "/")
