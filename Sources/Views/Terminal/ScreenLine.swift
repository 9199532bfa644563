/// A line of a terminal, put together from left to right.
struct ScreenLine {
    private(set) var text = ""
    /// How many columns it takes so far.
    private(set) var width = 0
    private let ink: Ink
    private var look = ""

    init(_ ink: Ink) { self.ink = ink }

    mutating func add(_ words: String, _ tone: Ink.Tone = .plain, marks: [Mark] = []) {
        guard !words.isEmpty else { return }
        let next = ink.begin(tone, marks)
        // Write a look only when it changes.
        if next != look, !(look.isEmpty && next == ink.end) { text += next }
        look = next
        text += words
        width += DisplayWidth.columns(words)
    }

    mutating func fill(to column: Int) {
        guard width < column else { return }
        add(String(repeating: " ", count: column - width))
    }

    /// Trailing blanks are removed and the terminal's own look is restored.
    var finished: String {
        let isLooking = !look.isEmpty && look != ink.end
        return isLooking ? text + ink.end : String(text.reversed().drop { $0 == " " }.reversed())
    }
}
