// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

/// Which files are open, as far as events tell, so that a file is called complete when the last who had it open has
/// closed it, and not the first of two writers or the one who only made it.
///
/// Only as far as events tell: the kernel makes one of two events that are alike and follow each other, so that a
/// count may be too high or too low. One that is too high delays a file, which is why it is called paused; one that is
/// too low has it called complete early, as if nothing were counted.
struct OpenFiles {
    /// Files that somebody holds open for good (or that were removed meanwhile) are forgotten beyond this many.
    private static let limit = 10_000

    private var counts: [[UInt8]: Int] = [:]
    /// Closed by one who wrote, and not told as complete since.
    private var written: Set<[UInt8]> = []
    /// What was closed since this was last asked for, in order.
    private var closed: [[UInt8]] = []

    /// A new file has the name.
    mutating func made(_ path: [UInt8]) { counts[path] = nil }

    mutating func opened(_ path: [UInt8]) {
        if counts.count >= Self.limit { counts = [:] }
        counts[path, default: 0] += 1
    }

    /// - Parameter writing: whether it was open for writing.
    mutating func closed(_ path: [UInt8], writing: Bool) {
        // Without a count it was opened before the watch was set.
        let count = (counts[path] ?? 1) - 1
        counts[path] = count > 0 ? count : nil
        if writing { written.insert(path) }
        if written.contains(path) { closed.append(path) }
    }

    /// Files that were written and closed: complete if nobody has them open, paused if somebody has. To be asked when
    /// there are no more events for now: who opens a file again right after closing it is then known.
    mutating func takeClosed() -> (complete: [[UInt8]], paused: [[UInt8]]) {
        var told: Set<[UInt8]> = []
        let paths = closed.filter { told.insert($0).inserted }
        closed.removeAll(keepingCapacity: true)
        let complete = paths.filter { counts[$0] == nil }
        written.subtract(complete)
        return (complete, paths.filter { counts[$0] != nil })
    }
}
