import Foundation

/// How the bytes of a part were encoded for mail (RFC 2045).
enum TransferEncoding {
    case identity, quotedPrintable, base64

    /// - Parameter name: The field's value; an unknown one means no encoding.
    init(name: String?) {
        switch name?.lowercased() {
        case "quoted-printable": self = .quotedPrintable
        case "base64": self = .base64
        default: self = .identity
        }
    }

    func decode(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .identity: bytes
        case .quotedPrintable: Self.quoted(bytes)
        // Whatever is no part of the alphabet is passed over, as line ends are.
        case .base64: Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters).map(Array.init) ?? []
        }
    }

    private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "=") else {
                result.append(bytes[at])
                at += 1
                continue
            }
            let rest = bytes[(at + 1)...]
            if let end = softBreak(rest) {
                at = end
            } else if let high = rest.first.flatMap(digit), let low = rest.dropFirst().first.flatMap(digit) {
                result.append(high << 4 | low)
                at += 3
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return result
    }

    /// Where the line after a soft line break begins.
    private static func softBreak(_ rest: ArraySlice<UInt8>) -> Int? {
        let blanks = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        guard let first = blanks.first else { return rest.endIndex }
        return first == 0x0A ? blanks.startIndex + 1 : nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
