/// Where XML comes from, piece by piece, so that a document need not be in memory to be refused.
@safe final class XMLSource {
    /// Fills the buffer from its start and says with how many bytes; 0 at the end.
    typealias Read = (UnsafeMutableRawBufferPointer) -> Int

    private let read: Read

    init(_ read: @escaping Read) { unsafe self.read = read }

    /// What the parser asks for, `count` bytes at most.
    func fill(_ buffer: UnsafeMutablePointer<CChar>, count: Int) -> Int {
        unsafe read(UnsafeMutableRawBufferPointer(start: buffer, count: count))
    }
}
