/// The names to try for a file in a folder where its own may be taken: `a.xml`, `a.140203.xml`, `a.140203-2.xml` …
package struct FreeNames: Sequence {
    /// The longest name that Linux allows, in bytes.
    package static let longest = 255
    static let attempts = 1000

    package let name: [UInt8]
    /// Tells files of the same name apart: the time of day at which they were moved.
    package let mark: String
    /// Bytes to leave free for the ending of the JSON file beside it.
    package var reserve: Int

    package init(name: [UInt8], mark: String, reserve: Int = 0) {
        self.name = name
        self.mark = mark
        self.reserve = reserve
    }

    package func makeIterator() -> AnyIterator<[UInt8]> {
        var attempt = 0
        return AnyIterator {
            defer { attempt += 1 }
            return attempt < Self.attempts ? self.name(attempt) : nil
        }
    }

    /// A folder's name with a number behind it: `feed-2`.
    static func numbered(_ name: [UInt8], _ number: Int) -> [UInt8] {
        let ending = Array("-\(number)".utf8)
        return shortened(name, to: longest - ending.count) + ending
    }

    private func name(_ attempt: Int) -> [UInt8] {
        let infix =
            switch attempt {
            case 0: ""
            case 1: "." + mark
            default: ".\(mark)-\(attempt)"
            }
        let (stem, ending) = split
        return Self.shortened(stem, to: Self.longest - reserve - infix.utf8.count - ending.count) + Array(infix.utf8)
            + ending
    }

    /// The ending counts as one if it is short: `.xml`, but not all that follows `Mr. Smith goes to …`.
    private var split: (stem: [UInt8], ending: [UInt8]) {
        guard let last = name.lastIndex(of: dot), last > 0, name.count - last <= 10 else { return (name, []) }
        return (Array(name[..<last]), Array(name[last...]))
    }

    private static func shortened(_ stem: [UInt8], to count: Int) -> [UInt8] {
        guard stem.count > count else { return stem }
        var end = count
        // Do not cut a UTF-8 character in two.
        while end > 0 && stem[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(stem[..<end])
    }
}
