/// The messages of a file: one, or those of a mailbox (mbox, RFC 4155).
enum Mailbox {
    /// - Parameter bytes: The file from its first byte that is no white space.
    /// - Returns: Each message without the line that parts it from the one before it.
    static func messages(in bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard bytes.begins(with: "From ") else { return [bytes] }
        var messages: [ArraySlice<UInt8>] = []
        var (start, at) = (Int?.none, bytes.startIndex)
        var isAfterBlank = true
        while at < bytes.endIndex {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let next = min(end + 1, bytes.endIndex)
            if isAfterBlank, bytes[at..<end].begins(with: "From "), beginsHeader(bytes[next...]) {
                if let start { messages.append(bytes[start..<at]) }
                start = next
            }
            isAfterBlank = bytes[at..<end].allSatisfy { $0 <= 0x20 }
            at = next
        }
        if let start { messages.append(bytes[start...]) }
        return messages.isEmpty ? [bytes] : messages.map(unescaped)
    }

    /// ">From" at the beginning of a line was "From" before the message came into the mailbox.
    private static func unescaped(_ message: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let lines = message.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.contains(where: { $0.begins(with: ">From ") }) else { return message }
        return Array(lines.map { $0.begins(with: ">From ") ? $0.dropFirst() : $0 }.joined(separator: [0x0A]))[...]
    }

    /// A paragraph may begin with the word too, but no field follows it.
    private static func beginsHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
        let line = bytes.prefix { $0 != 0x0A }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
        return line[..<colon].allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    }
}
