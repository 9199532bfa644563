extension ArraySlice<Unicode.Scalar> {
    /// The scalars as a string, written in one go: records are full of excerpts, and appending scalar by scalar takes
    /// many times as long.
    package var string: String {
        let size = reduce(0) { $0 + UTF8.width($1) }
        return unsafe String(unsafeUninitializedCapacity: size) { buffer in
            var at = 0
            for scalar in self {
                if scalar.isASCII {
                    unsafe buffer[at] = UInt8(truncatingIfNeeded: scalar.value)
                    at += 1
                } else {
                    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                        unsafe buffer[at] = unit
                        at += 1
                    }
                }
            }
            return at
        }
    }
}
