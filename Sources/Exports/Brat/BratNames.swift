package import Records

/// Unique names for the articles' files: the name of the original file without folders and ending, so that nothing is
/// ever written outside the target folder.
package struct BratNames {
    private var taken: Set<String> = []

    package init() {}

    package mutating func name(_ file: Record.File) -> String {
        let last = file.path.split(separator: "/").last.map(String.init) ?? ""
        var stem = last
        if let dot = last.lastIndex(of: "."), dot != last.startIndex { stem = String(last[..<dot]) }
        if stem.isEmpty || stem.allSatisfy({ $0 == "." || $0 == "-" }) { stem = "article" }
        stem = String(stem.map { $0.isNewline || $0 == "\0" ? "_" : $0 }.prefix(60))
        let name = file.item > 1 ? "\(stem)-\(file.item)" : stem
        let free =
            taken.contains(name) ? (2...).lazy.map { "\(name)_\($0)" }.first { !taken.contains($0) } ?? name : name
        taken.insert(free)
        return free
    }
}
