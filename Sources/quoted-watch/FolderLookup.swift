// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

import Glibc

/// Looks up what the watch needs to know about folders.
enum FolderLookup {
    /// Identifies a directory, whatever its name.
    struct Identity: Equatable {
        var device: dev_t
        var inode: ino_t
    }

    /// Nil if there is no directory of that name.
    static func identity(_ path: [UInt8]) -> Identity? {
        var status = stat()
        let result = unsafe withPath(path) { unsafe stat($0, &status) }
        guard result == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return Identity(device: status.st_dev, inode: status.st_ino)
    }

    /// In bytes; nil if there is nothing of that name.
    static func size(_ path: [UInt8]) -> Int? {
        var status = stat()
        return unsafe withPath(path) { unsafe lstat($0, &status) } == 0 ? Int(status.st_size) : nil
    }

    /// The names of subfolders. Those that begin with a dot are left out: nothing ever arrives there.
    static func subfolders(_ path: [UInt8]) -> [[UInt8]] {
        let stream = unsafe withPath(path) { unsafe opendir($0) }
        guard let stream = unsafe stream else { return [] }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe name(of: entry)
            guard name.first != UInt8(ascii: ".") else { continue }
            switch unsafe Int(entry.pointee.d_type) {
            case Int(DT_DIR): names.append(name)
            // Some file systems do not say.
            case Int(DT_UNKNOWN) where isFolder(path + [UInt8(ascii: "/")] + name): names.append(name)
            default: break
            }
        }
        return names
    }

    private static func isFolder(_ path: [UInt8]) -> Bool {
        var status = stat()
        return unsafe withPath(path) { unsafe lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name)!
        let name = unsafe UnsafeRawPointer(entry) + offset
        let length = unsafe strlen(name.assumingMemoryBound(to: CChar.self))
        return unsafe Array(UnsafeRawBufferPointer(start: name, count: length))
    }

    private static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let path = path.map { CChar(bitPattern: $0) } + [0]
        return unsafe path.withUnsafeBufferPointer { unsafe body($0.baseAddress!) }
    }
}
