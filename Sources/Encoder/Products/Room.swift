import Foundation

/// Zeroed memory for numbers, aligned for vectors, as long as its owner lives.
struct Room<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    init(_ count: Int) {
        let size = max(64, (count * MemoryLayout<Element>.stride + 63) / 64 * 64)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
        memset(memory, 0, size)
        start = memory.bindMemory(to: Element.self, capacity: count)
        self.count = count
    }

    init(_ elements: [Element]) {
        self.init(elements.count)
        elements.withUnsafeBufferPointer { from in
            if let base = from.baseAddress { start.update(from: base, count: from.count) }
        }
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }
}
