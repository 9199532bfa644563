// quoted-watch: tells on a pipe what happens in a directory.
// Copyright (C) 2026 the authors of quoted
//
// This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public
// License, version 2, as published by the Free Software Foundation. It comes without any warranty; see COPYING.
//
// SPDX-License-Identifier: GPL-2.0-only

import Glibc

// quoted is under the Apache licence and libinotifytools under the GPL, version 2 only: this program is where the one
// meets the other, on a pipe. It also keeps the library's global state, its blocking calls and its `select`, which
// aborts the process above descriptor 1023, out of the daemon.

let arguments = CommandLine.arguments.dropFirst()
let deepest = arguments.count == 2 ? arguments.last.flatMap { Int($0) } : 32

guard let deepest, 1...2 ~= arguments.count, arguments.first != "--help" else {
    let usage = """
        usage: quoted-watch DIRECTORY [DEPTH]

        Prints what happens in the directory and the folders in it, those that lie in up to DEPTH others included (32
        unless said otherwise): a letter, a space and a path relative to the directory, ended by a NUL byte.

          C path        something was made
          W size path   written, and closed by all who had it open; its size in bytes
          P path        written and closed, but still open for somebody, it seems
          M size path   renamed in
          D path        a folder came, with what is in it
          R             all is watched from now on
          O             some events were lost
          G             the directory is gone
          E text        something cannot be watched, and why

        Ends when its standard input or output is closed.

        """
    let isAsked = arguments.first == "--help"
    let text = (isAsked ? "" : "quoted-watch: give one directory, and how deep to look\n") + usage
    _ = unsafe write(isAsked ? STDOUT_FILENO : STDERR_FILENO, text, text.utf8.count)
    exit(isAsked ? 0 : 64)
}

var watch = Watch(root: ownArgument(1), deepest: deepest, output: HintWriter(descriptor: STDOUT_FILENO))
watch.run()

/// The argument as the bytes that it is: a path need not be UTF-8.
func ownArgument(_ index: Int) -> [UInt8] {
    let text = unsafe CommandLine.unsafeArgv[index]!
    return unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
}
