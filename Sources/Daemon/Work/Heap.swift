import CLinux

/// Memory that was freed and that the C library keeps.
enum Heap {
    /// Bytes of a file after which it is asked for what it keeps: a file of 40,000 articles left 290 MB, of which it gave back
    /// 180. For small files it is not worth the milliseconds.
    static let large = 1 << 20

    static func giveBack() { _ = malloc_trim(0) }
}
