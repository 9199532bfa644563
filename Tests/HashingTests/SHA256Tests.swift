import Foundation
import Hashing
import Testing

@Suite struct SHA256Tests {
    /// From FIPS 180-2, appendix B, and for the empty message from NIST's test vectors.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func givesTheStandardsDigests(message: String, digest: String) {
        #expect(SHA256.hash(Data(message.utf8)).hexadecimal == digest)
    }

    @Test func takesAMessageInParts() {
        var hash = SHA256()
        for part in ["a", "", "bc"] { hash.update(Array(part.utf8)) }
        #expect(hash.finalize() == SHA256.hash(Array("abc".utf8)))
    }

    @Test func aCopyGoesItsOwnWay() {
        var hash = SHA256()
        hash.update(Array("a".utf8))
        var copy = hash
        copy.update(Array("b".utf8))
        #expect(hash.finalize() == SHA256.hash(Array("a".utf8)))
        #expect(copy.finalize() == SHA256.hash(Array("ab".utf8)))
        hash.update(Array("bc".utf8))
        #expect(hash.finalize() == SHA256.hash(Array("abc".utf8)))
    }

    @Test func digestsDifferByOneByte() {
        #expect(SHA256.hash([1, 2, 3]) != SHA256.hash([1, 2, 4]))
        #expect(SHA256.hash([UInt8]()).count == 32)
    }
}
