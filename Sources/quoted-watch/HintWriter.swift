// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

import Glibc

/// Writes hints to the pipe. While nobody reads, the write waits and the kernel's queue overflows, which the reader is
/// told afterwards. So memory stays bounded.
struct HintWriter {
    enum Kind: Character {
        case created = "C"
        case closed = "W"
        case paused = "P"
        case moved = "M"
        case folder = "D"
        case ready = "R"
        case overflow = "O"
        case gone = "G"
        case error = "E"
    }

    private let descriptor: CInt
    private var buffer: [UInt8] = []

    init(descriptor: CInt) { self.descriptor = descriptor }

    mutating func write(_ kind: Kind, _ text: [UInt8] = []) {
        buffer.append(kind.rawValue.asciiValue!)
        if !text.isEmpty { buffer += [UInt8(ascii: " ")] + text }
        buffer.append(0)
        if buffer.count >= 32 << 10 { flush() }
    }

    mutating func flush() {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            // The reader is gone, so end.
            if count < 0 { exit(0) }
            rest = rest.dropFirst(count)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
