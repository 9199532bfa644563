package import Rulebook
package import Text

/// The tokens of a text with what their words can be. There are none before the first and behind the last.
package protocol TokenWords {
    var tokens: [Token] { get }
    /// By token.
    var classes: [WordClass] { get }
}

extension TokenWords {
    package func isWord(_ i: Int) -> Bool { tokens.indices.contains(i) && tokens[i].isWord }
    package func classes(_ i: Int) -> WordClass { classes.indices.contains(i) ? classes[i] : [] }
    package func isCapitalized(_ i: Int) -> Bool { tokens[i].shape.contains(.capitalized) }
}
