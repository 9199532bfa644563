#if FUZZING
    /// libFuzzer brings its own `main`, which calls this with one input after the other.
    @_cdecl("LLVMFuzzerTestOneInput")
    func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        unsafe LibFuzzer.target.feed(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    }

    private enum LibFuzzer {
        static let target = Fuzz.target()
    }
#endif
