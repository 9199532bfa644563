import Foundation

/// Feeds one target with inputs: with those of files that are named, or, where it was built for libFuzzer, with what
/// libFuzzer makes up. The target is named by a variable, since libFuzzer starts itself again with its own arguments.
#if !FUZZING
    @main
#endif
enum Fuzz {
    private static let variable = "FUZZ_TARGET"

    static func main() throws { try replay(CommandLine.arguments.dropFirst(), on: target()) }

    /// The target that is named.
    static func target() -> any Target {
        let name = ProcessInfo.processInfo.environment[variable] ?? ""
        do {
            if let target = try Targets.make(name) { return target }
        } catch {
            fail("\(name): \(error)")
        }
        fail("\(variable) is “\(name)” and has to be one of \(Targets.names.joined(separator: ", "))")
    }

    /// Each file once, as a regression test: a crash is the end, and what takes long is told.
    private static func replay(_ paths: some Collection<String>, on target: any Target) throws {
        guard !paths.isEmpty else { fail("name files to read") }
        for path in paths {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            let time = ContinuousClock().measure { target.feed(bytes) }
            if time > .seconds(1) { print("\(path): took \(time)") }
        }
        print("\(paths.count) inputs")
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("quoted-fuzz: \(message)\n".utf8))
        exit(2)
    }
}

/// What has to come back from any input whatever, without a crash and soon.
protocol Target: Sendable {
    func feed(_ bytes: [UInt8])
}

/// A finding that is no crash by itself: something came out that must not.
func expect(_ truth: Bool, _ message: @autoclosure () -> String) {
    guard !truth else { return }
    fatalError(message())
}
