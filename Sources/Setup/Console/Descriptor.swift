import Foundation

/// Writing all of something to an open descriptor.
package enum Descriptor {
    package struct Failure: Error { package var code: CInt }

    package static func write(_ bytes: [UInt8], to descriptor: CInt) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written >= 0 || errno == EINTR else { throw Failure(code: errno) }
            rest = rest.dropFirst(max(written, 0))
        }
    }
}
