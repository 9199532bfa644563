// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

import CInotifyTools
import Glibc

/// libinotifytools, as far as it can be relied on.
///
/// It is global to the process: there is one of these. What it does not do here, and why:
/// - `next_event(0)` blocks for ever, and more than one event at a time makes it spin: `next_events(0, 1)` only.
/// - One read takes up to 64 KiB of events out of the kernel, after which `poll` says that there are none: ask for the
///   next until there is none in the library either.
/// - Its regular expressions drop the event that tells of an overflow: they are not used.
/// - It knows watches by name too, but forgets no name of a folder that was removed: only descriptor → name is used,
///   which the kernel keeps unique.
/// - A folder that was renamed keeps its old name there: `stop` and `start` forget all.
struct Inotify {
    struct Event {
        /// Ends with a slash. Empty when the library does not know it.
        var folder: [UInt8]
        var name: [UInt8]
        var mask: Int32
    }

    private static let events =
        IN_CREATE | IN_MOVED_TO | IN_OPEN | IN_CLOSE_WRITE | IN_CLOSE_NOWRITE | IN_MOVE_SELF | IN_DELETE_SELF
        | IN_ONLYDIR | IN_EXCL_UNLINK

    private(set) var descriptor: CInt = -1
    /// Watches set since the start. The library keeps a name for each, those of removed folders too.
    private(set) var watches = 0

    /// - Returns: the error number, or nil if it went well.
    mutating func start() -> CInt? {
        guard inotifytools_initialize() != 0 else { return inotifytools_error() }
        guard let descriptor = Self.ownDescriptor() else { return ENOENT }
        self.descriptor = descriptor
        watches = 0
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // The library keeps its buffer when it is cleaned up.
        while next() != nil {}
        return nil
    }

    mutating func stop() {
        guard descriptor >= 0 else { return }
        inotifytools_cleanup()
        descriptor = -1
    }

    /// - Returns: the error number, or nil if it went well.
    mutating func watch(_ folder: [UInt8]) -> CInt? {
        let path = folder.map { CChar(bitPattern: $0) } + [0]
        let result = unsafe path.withUnsafeBufferPointer { path in
            unsafe inotifytools_watch_file(path.baseAddress, Self.events)
        }
        guard result != 0 else { return inotifytools_error() }
        watches += 1
        return nil
    }

    /// The next event, if there is one. Copied, since the next call overwrites it.
    func next() -> Event? {
        unsafe inotifytools_next_events(0, 1).map { unsafe Event($0) }
    }

    /// The library does not give its descriptor, but it is the only inotify one.
    private static func ownDescriptor() -> CInt? {
        for descriptor in CInt(0)..<64 {
            var target = [CChar](repeating: 0, count: 64)
            let length = unsafe readlink("/proc/self/fd/\(descriptor)", &target, target.count)
            guard length > 0 else { continue }
            let name = String(decoding: target.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if name == "anon_inode:inotify" { return descriptor }
        }
        return nil
    }
}

extension Inotify.Event {
    init(_ event: UnsafeMutablePointer<inotify_event>) {
        let name = unsafe UnsafeRawPointer(event) + MemoryLayout<inotify_event>.size
        // The kernel pads names with NULs.
        let padded = unsafe UnsafeRawBufferPointer(start: name, count: Int(event.pointee.len))
        self.name = unsafe Array(padded.prefix { $0 != 0 })
        mask = unsafe Int32(bitPattern: event.pointee.mask)
        guard unsafe event.pointee.wd > 0, let folder = unsafe inotifytools_filename_from_wd(event.pointee.wd) else {
            self.folder = []
            return
        }
        self.folder = unsafe Array(UnsafeRawBufferPointer(start: folder, count: strlen(folder)))
    }

    func has(_ flag: Int32) -> Bool { mask & flag != 0 }
}
