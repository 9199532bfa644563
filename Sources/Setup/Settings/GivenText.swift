import Foundation
package import SystemPackage

/// Arguments and variables as texts that lose no byte. Names of files are bytes, and Swift would put U+FFFD for those that are
/// no UTF-8: the path would lead nowhere.
///
/// Each such byte is one character of the last plane for private use; a path is made of its bytes again.
package enum GivenText {
    private static let first: UInt32 = 0x10_FF00

    /// The program's arguments, its name aside.
    package static var arguments: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
            return unsafe text(UnsafeRawBufferPointer(start: argument, count: strlen(argument)))
        }
    }

    /// As they were when the program began.
    package static var environment: [String: String] {
        guard let all = FileManager.default.contents(atPath: "/proc/self/environ") else {
            return ProcessInfo.processInfo.environment
        }
        let pairs = all.split(separator: 0).compactMap { entry -> (String, String)? in
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (text(entry[..<equals]), text(entry[equals...].dropFirst()))
        }
        // The first counts, as it does for getenv(3).
        return Dictionary(pairs) { first, _ in first }
    }

    static func text(_ bytes: some Collection<UInt8>) -> String {
        var (text, rest) = (String.UnicodeScalarView(), Array(bytes)[...])
        while !rest.isEmpty {
            var (parser, iterator) = (Unicode.UTF8.ForwardParser(), rest.makeIterator())
            if case .valid(let encoded) = parser.parseScalar(from: &iterator), let scalar = plain(encoded) {
                text.append(scalar)
                rest = rest.dropFirst(encoded.count)
            } else if let byte = rest.popFirst(), let scalar = Unicode.Scalar(first + UInt32(byte)) {
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// - Returns: nil for what stands for a byte: it is taken byte by byte, too.
    private static func plain(_ encoded: Unicode.UTF8.EncodedScalar) -> Unicode.Scalar? {
        let scalar = Unicode.UTF8.decode(encoded)
        return scalar.value < first ? scalar : nil
    }

    static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            scalar.value < first ? Array(String(scalar).utf8) : [UInt8(truncatingIfNeeded: scalar.value - first)]
        }
    }
}

extension FilePath {
    /// - Parameter text: As `GivenText` has it.
    package init(given text: String) {
        unsafe self.init(platformString: GivenText.bytes(text).map { CChar(bitPattern: $0) } + [0])
    }

    /// Libraries that take names as texts do not find others.
    package var isUTF8: Bool { FilePath(string) == self }
}
