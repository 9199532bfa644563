internal import CLibZip

/// The parts of a ZIP archive in memory, read by libzip.
@safe struct ZipArchive: ~Copyable {
    /// Word processors write some twenty, and one for each picture.
    static let mostParts = 20_000

    private let archive: OpaquePointer
    /// The archive reads from here until it is closed.
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    /// - Throws: `NewswireError` for what is no archive, and for one with parts without end.
    init(_ content: [UInt8]) throws(NewswireError) {
        guard Self.entries(in: content.span) <= Self.mostParts else { throw Self.tooMany }
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
        _ = unsafe bytes.initialize(from: content)
        guard let archive = unsafe Self.open(bytes) else {
            unsafe bytes.deallocate()
            throw Self.damaged
        }
        unsafe self.archive = archive
        unsafe self.bytes = unsafe bytes
    }

    /// How many parts an archive may list at the most: libzip takes some 300 bytes for each before anybody can ask it.
    static func entries(in content: Bytes) -> Int {
        var entries = 0
        var at = content.first(0x50)
        while at + 3 < content.count {
            // PK, 1, 2 begins each in the list of parts.
            if content[at + 1] == 0x4B, content[at + 2] == 1, content[at + 3] == 2 { entries += 1 }
            at = content.first(0x50, from: at + 1)
        }
        return entries
    }

    deinit {
        unsafe zip_discard(archive)
        unsafe bytes.deallocate()
    }

    private static func open(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> OpaquePointer? {
        guard let source = unsafe zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil) else {
            return nil
        }
        if let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) { return unsafe archive }
        unsafe zip_source_free(source)
        return nil
    }

    /// - Parameter largest: Bytes that a part may have, decompressed: what it says of its size is not believed.
    /// - Returns: nil where there is no part of that name.
    /// - Throws: `NewswireError` for one that is damaged, encrypted or too large.
    func part(_ name: String, largest: Int) throws(NewswireError) -> [UInt8]? {
        let place = unsafe zip_name_locate(archive, name, 0)
        guard place >= 0 else { return nil }
        guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(place), 0) else { throw Self.damaged }
        defer { unsafe zip_fclose(file) }
        var part: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = unsafe room.withUnsafeMutableBytes { room in
                unsafe zip_fread(file, room.baseAddress, zip_uint64_t(room.count))
            }
            guard count >= 0 else { throw Self.damaged }
            guard count > 0 else { return part }
            part += room[..<Int(count)]
            guard part.count <= largest else { throw Self.tooLarge(largest) }
        }
    }

    private static let damaged = NewswireError(
        .malformed, reason: "the document is damaged, or locked by a password",
        remedy: "open it in its program, and save it as plain text (UTF-8)")

    private static let tooMany = NewswireError(
        .tooLarge, reason: "the document has more than \(mostParts) parts",
        remedy: "save its text as plain text (UTF-8)")

    private static func tooLarge(_ largest: Int) -> NewswireError {
        NewswireError(
            .tooLarge, reason: "decompressed, a part of the document has more than \(largest >> 20) MiB",
            remedy: "save its text as plain text (UTF-8)")
    }
}
