// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

/// Which files are open, so that a file counts as complete when the last process closes it: not when the first of two
/// writers does, or the one that only created it.
///
/// Counts may be too high or too low, because the kernel merges equal events in a row. If too high, the file is
/// delayed, which is why it is called paused. If too low, it counts as complete early, as if nothing were counted.
struct OpenFiles {
    /// Beyond this number, files that stay open for good or were removed are forgotten.
    private static let limit = 10_000

    private var counts: [[UInt8]: Int] = [:]
    /// Closed by a writer, and not reported as complete since.
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
        // Not counted: it was opened before the watch was set.
        let count = (counts[path] ?? 1) - 1
        counts[path] = count > 0 ? count : nil
        if writing { written.insert(path) }
        if written.contains(path) { closed.append(path) }
    }

    /// Files that were written and closed: complete if nobody has them open, else paused. Ask when there are no more
    /// events for now: then it is known if somebody opened a file again right after closing it.
    mutating func takeClosed() -> (complete: [[UInt8]], paused: [[UInt8]]) {
        var told: Set<[UInt8]> = []
        let paths = closed.filter { told.insert($0).inserted }
        closed.removeAll(keepingCapacity: true)
        let complete = paths.filter { counts[$0] == nil }
        written.subtract(complete)
        return (complete, paths.filter { counts[$0] != nil })
    }
}
