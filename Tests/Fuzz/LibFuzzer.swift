#if FUZZING
    /// libFuzzer's own `main` does nothing but this. It is not linked in, since the package manager gives every executable
    /// a `main` that calls this name.
    @_cdecl("quoted_fuzz_main")
    func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
        var (count, arguments) = unsafe (count, arguments)
        return unsafe runDriver(&count, &arguments) { bytes, count in
            unsafe LibFuzzer.target.feed(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
        }
    }

    /// libFuzzer's entry for programs with a `main` of their own.
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
        _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    private enum LibFuzzer {
        static let target = Fuzz.target()
    }
#endif
