package import Foundation
import Hashing

package enum Digest {
    package static func sha256(_ data: Data) -> [UInt8] { Array(SHA256.hash(data)) }
}
