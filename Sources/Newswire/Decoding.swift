extension Charset {
    /// What decoding gave: `mended` counts the places that were not valid in this charset.
    struct Decoded: Equatable {
        var text: String
        var mended = 0
    }

    /// Decodes everything: what is not valid becomes U+FFFD, or in UTF-8 the windows-1252 character that was meant.
    func decode(_ bytes: [UInt8]) -> Decoded {
        switch self {
        case .utf8:
            if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: text) }
            return UTF8Mender.mend(bytes)
        case .utf16LittleEndian: return Self.decode16(bytes) { UInt16($1) << 8 | UInt16($0) }
        case .utf16BigEndian: return Self.decode16(bytes) { UInt16($0) << 8 | UInt16($1) }
        case .utf32LittleEndian: return Self.decode32(bytes, bigEndian: false)
        case .utf32BigEndian: return Self.decode32(bytes, bigEndian: true)
        case .windows1252: return Decoded(text: SingleByteTable.windows1252.decode(bytes))
        case .latin9: return Decoded(text: SingleByteTable.latin9.decode(bytes))
        case .macRoman: return Decoded(text: SingleByteTable.macRoman.decode(bytes))
        }
    }

    private static func decode16(_ bytes: [UInt8], unit: (UInt8, UInt8) -> UInt16) -> Decoded {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        var decoded = Decoded(text: "")
        decoded.text.reserveCapacity(units.count)
        var decoder = UTF16()
        var iterator = units.makeIterator()
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): decoded.text.unicodeScalars.append(scalar)
            case .error: decoded.replace()
            case .emptyInput: break decoding
            }
        }
        if !bytes.count.isMultiple(of: 2) { decoded.replace() }
        return decoded
    }

    private static func decode32(_ bytes: [UInt8], bigEndian: Bool) -> Decoded {
        var decoded = Decoded(text: "")
        decoded.text.reserveCapacity(bytes.count / 4)
        for start in stride(from: 0, to: bytes.count - 3, by: 4) {
            let four = bytes[start..<start + 4]
            let value = (bigEndian ? Array(four) : four.reversed()).reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            if let scalar = Unicode.Scalar(value) {
                decoded.text.unicodeScalars.append(scalar)
            } else {
                decoded.replace()
            }
        }
        if !bytes.count.isMultiple(of: 4) { decoded.replace() }
        return decoded
    }
}

extension Charset.Decoded {
    fileprivate mutating func replace() {
        text.unicodeScalars.append("\u{FFFD}")
        mended += 1
    }
}
