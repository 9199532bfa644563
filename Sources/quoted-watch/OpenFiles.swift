// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only


/// Which files are open, as far as events tell, so that a file is called complete when the last who had it open has
/// closed it, and not the first of two writers or the one who only made it.
struct OpenFiles {
    /// Files that somebody holds open for good (or that were removed meanwhile) are forgotten beyond this many.
    private static let limit = 10_000

    private var counts: [[UInt8]: Int] = [:]
    private var written: Set<[UInt8]> = []
    /// Closed by the last who had them open, in order; some may have been opened again since.
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
        if count <= 0 && written.contains(path) { closed.append(path) }
    }

    /// Files that were written and that nobody has open, each once. To be asked when there are no more events for now:
    /// who opens a file again right after closing it is then known.
    mutating func takeComplete() -> [[UInt8]] {
        defer { closed.removeAll(keepingCapacity: true) }
        return closed.filter { counts[$0] == nil && written.remove($0) != nil }
    }
}
