import Foundation
import Hashing

enum Digest {
    static func sha256(_ data: Data) -> [UInt8] { Array(SHA256.hash(data)) }
}
