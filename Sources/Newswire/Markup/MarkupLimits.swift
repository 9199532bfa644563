/// Limits of a document. News is far below them; a document above them is meant to hurt, or is not news.
struct MarkupLimits: Sendable {
    /// Elements within each other.
    var depth = 256
    /// How many levels the tree has. Deeper elements are laid out flat at the last of them.
    var levels = 256
    /// Elements and pieces of text.
    var nodes = 8_000_000
    /// Character data and attribute values, in bytes; of HTML the whole of it.
    var text = 80 << 20
    /// Different names of elements and attributes, and declarations of namespaces: the parser's dictionary does not
    /// grow beyond some ten thousand places, and then goes through a longer list for each name.
    var names = 50_000
    /// Bytes that references to a document's own entities may add.
    var expansion = 1 << 20
    /// The HTML parser goes up through the open elements for each end tag that fits none: levels gone through in all.
    var climbs = 300_000_000

    /// Pages that forget to close thousands of elements are read all the same, and the tree stays shallow.
    static let html = MarkupLimits(depth: 20_000, levels: 200, nodes: 2_000_000, text: 32 << 20)

    /// The limit that was exceeded.
    enum Excess { case depth, nodes, text, names, expansion, climbs }

    /// - Parameter line: Where it was exceeded.
    func error(_ excess: Excess, line: Int) -> NewswireError {
        let what =
            switch excess {
            case .depth: "elements are nested more than \(depth) deep"
            case .nodes: "there are more than \(nodes) elements"
            case .text: "there is more than \(text >> 20) MiB of text"
            case .names: "there are more than \(names) different names"
            case .expansion: "its entities expand to more than \(expansion >> 10) KiB"
            case .climbs: "end tags fit start tags nowhere"
            }
        return Self.error("\(what) (line \(line))")
    }

    /// Bytes of a file, before anything is made of them.
    private static let file = 128 << 20

    /// - Throws: `NewswireError` if a file is so large that it surely exceeds the limits.
    static func check(_ bytes: [UInt8]) throws(NewswireError) {
        guard bytes.count > file else { return }
        throw error("the file has more than \(file >> 20) MiB")
    }

    static func error(_ reason: String) -> NewswireError {
        NewswireError(
            .tooLarge, reason: "the markup is out of all bounds: \(reason)",
            remedy: "if it is an article after all, have it sent as plain text")
    }
}
