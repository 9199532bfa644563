import CCrypto
package import Foundation

/// SHA-256 (FIPS 180-4) by OpenSSL's libcrypto, which uses the processor's own instructions for it.
package struct SHA256: Sendable {
    private var state = State()

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        if !isKnownUniquelyReferenced(&state) { state = State(state) }
        unsafe state.update(bytes)
    }

    package mutating func update(_ bytes: some ContiguousBytes) {
        unsafe bytes.withUnsafeBytes { unsafe update($0) }
    }

    /// Of all bytes so far. More may follow.
    package func finalize() -> Digest { State(state).finish() }

    package static func hash(_ bytes: some ContiguousBytes) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }

    /// 32 bytes. Compared in a time that tells nothing of where two differ.
    package struct Digest: RandomAccessCollection, Hashable, Sendable {
        private let bytes: [UInt8]

        fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

        package var startIndex: Int { bytes.startIndex }
        package var endIndex: Int { bytes.endIndex }
        package subscript(position: Int) -> UInt8 { bytes[position] }

        package static func == (left: Digest, right: Digest) -> Bool {
            unsafe CRYPTO_memcmp(left.bytes, right.bytes, left.count) == 0
        }

        /// 64 lower-case digits.
        package var hexadecimal: String {
            let digits = Array("0123456789abcdef".utf8)
            return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        }
    }
}

/// A context of libcrypto's. It is written to while only one hash has it.
@safe private final class State: @unchecked Sendable {
    private let context: OpaquePointer

    init() {
        unsafe context = Self.made()
        guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { Self.fail() }
    }

    init(_ other: State) {
        unsafe context = Self.made()
        guard unsafe EVP_MD_CTX_copy_ex(context, other.context) == 1 else { Self.fail() }
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    func update(_ bytes: UnsafeRawBufferPointer) {
        guard unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { Self.fail() }
    }

    /// To be called once, as the last act.
    func finish() -> SHA256.Digest {
        var length: CUnsignedInt = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
            guard unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &length) == 1 else { Self.fail() }
            count = Int(length)
        }
        return SHA256.Digest(bytes)
    }

    private static func made() -> OpaquePointer {
        guard let context = unsafe EVP_MD_CTX_new() else { fail() }
        return unsafe context
    }

    /// It fails for lack of memory, or where the library has been set up without the algorithm.
    private static func fail() -> Never { fatalError("libcrypto computes no SHA-256") }
}
