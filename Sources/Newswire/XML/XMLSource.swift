/// Where XML comes from, piece by piece, so that a document need not be in memory to be refused.
@safe final class XMLSource {
    /// Fills the buffer from its start and says with how many bytes; 0 at the end.
    typealias Read = (UnsafeMutableRawBufferPointer) -> Int

    private let read: Read
    /// In bytes; 0 where that is not known beforehand.
    let size: Int

    init(size: Int = 0, _ read: @escaping Read) {
        self.size = size
        unsafe self.read = read
    }

    /// What the parser asks for, `count` bytes at most.
    func fill(_ buffer: UnsafeMutablePointer<CChar>, count: Int) -> Int {
        unsafe read(UnsafeMutableRawBufferPointer(start: buffer, count: count))
    }

    /// UTF-8 that is in memory as long as the source is used.
    convenience init(_ text: UnsafeBufferPointer<UInt8>) {
        var at = 0
        unsafe self.init(size: text.count) { buffer in
            let count = min(buffer.count, text.count - at)
            unsafe buffer.copyMemory(
                from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[at..<at + count]))
            at += count
            return count
        }
    }
}
